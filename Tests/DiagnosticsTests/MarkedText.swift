import Diagnostics
import StrictYAML

/// A text with a range between `«` and `»`; `‸` marks an empty one.
struct MarkedText {
  let text: [UInt8]
  let range: ByteRange

  init(_ marked: String) {
    let parts = marked.split(omittingEmptySubsequences: false) { "«»‸".contains($0) }
    text = Array(parts.joined().utf8)
    let lower = UInt32(parts[0].utf8.count)
    range = ByteRange(lower, parts.count == 3 ? lower + UInt32(parts[1].utf8.count) : lower)
  }

  /// A finding about the marked range of `metrics/a.yaml`.
  func diagnostic(_ message: String = "the metric is wrong") -> Diagnostic {
    Diagnostic(
      rule: "NS201", ruleName: "wrong-metric", severity: .error, message: message,
      location: Location(path: "metrics/a.yaml", range: range), subject: "metric/a")
  }

  /// How people see the finding.
  func rendered(width: Int = 60) -> String {
    let text = text
    let findings = Findings([diagnostic()], files: 1, toolVersion: "1.2.3") { _ in text }
    return TextFormat(width: width).render(findings)
  }
}

extension Findings {
  /// Findings in files whose texts are given.
  init(_ diagnostics: [Diagnostic], in texts: [String: String], rules: [RuleDescription] = []) {
    self.init(diagnostics, files: texts.count, rules: rules, toolVersion: "1.2.3") { path in
      texts[path].map { Array($0.utf8) }
    }
  }
}
