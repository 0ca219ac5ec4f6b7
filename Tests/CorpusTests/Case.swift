import Rules
import Testing

/// One broken file, laid over the small strategy, and the rule that must name the fault.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let bytes: [UInt8]
  /// `nil` when any diagnostic in the file will do, as for a text that breaks off.
  let rule: String?

  init(_ name: String, _ path: String, _ bytes: [UInt8], _ rule: String?) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.rule = rule
  }

  init(_ name: String, _ path: String, _ text: String, _ rule: String?) {
    self.init(name, path, Array(text.utf8), rule)
  }

  var testDescription: String { name }

  /// The corpus, group by group.
  static let all: [Case] =
    encodings + truncations + layouts + refusals + conflicts + types + names + graphs + sizes
}

/// A file of the small strategy with one piece of text replaced. If the piece is missing, the file stays clean, and the
/// test fails.
func edited(_ path: String, _ piece: String, _ replacement: String) -> String {
  (SmallStrategy.files[path] ?? "").replacing(piece, with: replacement, maxReplacements: 1)
}

let metric = "metrics/activation-rate.yaml"
let okrs = "okrs/2026-q1/onboarding.yaml"
