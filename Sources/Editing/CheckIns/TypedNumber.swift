import Presentation
package import StrategyModel
package import StrategyStore

/// Numbers as people type them, or what is wrong with them.
package enum TypedNumber {
  /// A value of a key result.
  package static func value(_ text: String, of type: KeyResultType?) throws(StrategyError) -> Double {
    if type == .milestone {
      switch text.lowercased() {
      case "1", "done", "yes": return 1
      case "0", "open", "no": return 0
      default:
        guard let share = milestoneShare(text) else {
          throw refusal("'\(text.visible)' is not a milestone's progress: write 60% or 0.6, and 1 when it is done")
        }
        return share
      }
    }
    return try number(text)
  }

  /// `60%` or `0.6`; `nil` for anything else.
  private static func milestoneShare(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard let number = try? Double.parse(isPercent ? text.dropLast().trimmed : text) else { return nil }
    let share = isPercent ? number / 100 : number
    return (0...1).contains(share) ? share : nil
  }

  /// 0…1 as it is, above 1 up to 10 on a scale of ten, and percent. A bare 1 could be either.
  package static func confidence(_ text: String) throws(StrategyError) -> Double {
    guard text != "1" else { throw refusal("'1' could mean 1 of 10 or certain: write 0.1, or 1.0 for certain") }
    let isPercent = text.hasSuffix("%")
    let number = try number(isPercent ? text.dropLast().trimmed : text)
    let share = isPercent ? number / 100 : number > 1 ? number / 10 : number
    guard (0...1).contains(share) else {
      throw refusal("'\(text.visible)' is not a confidence: write 0 to 1, or up to 10 on a scale of ten")
    }
    return share
  }

  private static func number(_ text: String) throws(StrategyError) -> Double {
    if let value = try? Double.parse(text) { return value }
    let shown = "'\(text.visible)'"
    let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
    if hasDigit, text.contains(",") {
      throw refusal("\(shown) has a comma: write a point for decimals, as in 47.5, and nothing between thousands")
    }
    if hasDigit, text.contains(where: { " '’_\u{A0}\u{202F}".contains($0) }) {
      throw refusal("\(shown) has other characters between its digits: write 1200, without separators")
    }
    if hasDigit, text.hasSuffix("%") { throw refusal("\(shown) has a unit: write the number alone") }
    if text.hasPrefix("\u{2212}") || text.hasPrefix("–") {
      throw refusal("\(shown) has an unusual minus sign: write '-'")
    }
    throw refusal("\(shown) is not a number (expected a number like 47.5)")
  }

  private static func refusal(_ message: String) -> StrategyError { StrategyError(.badRequest, message: message) }
}
