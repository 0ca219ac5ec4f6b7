internal import FoundationEssentials
internal import Presentation

/// A value as JSON, the same in every run, with a final line end.
func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self).escapingHidden + "\n"
}
