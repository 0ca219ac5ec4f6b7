import FoundationEssentials
import Presentation

/// The files of an audit pack.
package enum PackFile: String, CaseIterable {
  case decisions = "decisions.jsonl"
  case events = "events.jsonl"
  case findings = "findings.jsonl"
  case bundle = "history.bundle"
  case intervals = "intervals.jsonl"
  case question = "pack.json"
  case signatures = "signatures.jsonl"
  case sums = "SHA256SUMS"

  /// The files that have a checksum, in the order of their lines.
  static let summed = allCases.filter { $0 != .sums }

  /// The files that are recomputed from the history and must match byte for byte.
  static let derived: [PackFile] = [.decisions, .events, .findings, .intervals]
}

/// One value per line, with sorted keys.
func encodeJSONLines(_ values: [JSONValue]) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  var text: [UInt8] = []
  for value in values {
    text += try encoder.encode(value)
    text.append(UInt8(ascii: "\n"))
  }
  return text
}
