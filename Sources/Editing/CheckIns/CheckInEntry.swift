import Presentation
package import StrategyModel
import StrictYAML

/// One check-in to be written.
package struct CheckInEntry {
  package let keyResult: String
  package let on: Day
  package let value: Double
  /// 0…1.
  package var confidence: Double?
  package var note: String?
  package var by: String?
  package var corrects: Day?

  package init(
    keyResult: String, on: Day, value: Double, confidence: Double? = nil, note: String? = nil, by: String? = nil,
    corrects: Day? = nil
  ) {
    (self.keyResult, self.on, self.value, self.confidence, self.note, self.by, self.corrects) = (
      keyResult, on, value, confidence, note, by, corrects
    )
  }

  /// In the order of the description.
  private var entries: [YAMLValue.Entry] {
    let fields: [(String, String?)] = [
      ("on", on.description), ("key_result", keyResult), ("value", value.plain),
      ("confidence", confidence?.plain),
      ("note", note), ("by", by), ("corrects", corrects?.description),
    ]
    return fields.compactMap { key, text in text.map { YAMLValue.Entry(key, .scalar($0)) } }
  }

  /// - Parameter isFlow: whether the entries around it are on one line each.
  func yaml(isFlow: Bool) -> YAMLValue {
    let isShort = (note?.count ?? 0) <= 60 && !(note?.contains(where: \.isNewline) ?? false)
    return isFlow && isShort ? .flowMapping(entries) : .mapping(entries)
  }

  /// `completion at 47, confidence 0.6`
  var words: String {
    let sure = confidence.map { ", confidence \($0.plain)" } ?? ""
    let correction = corrects.map { $0 == on ? " (a correction)" : " (corrects \($0))" } ?? ""
    return "\(keyResult) at \(value.plain)\(sure)\(correction)"
  }
}
