import Diagnostics
import StrategyModel
import StrictYAML

/// One check-in to be written.
struct CheckInEntry {
  let keyResult: String
  let on: Day
  let value: Double
  /// 0…1.
  var confidence: Double?
  var note: String?
  var by: String?
  var corrects: Day?

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
