internal import Presentation

/// A number with a sign of currency before or after it: `$41`, `1.234,50 €`, `CHF 12`.
struct MoneyText {
  /// Without the sign.
  let number: String
  /// As an ISO 4217 code; `nil` without a sign.
  let currency: String?

  init(_ text: String) {
    let text = text.trimmed
    let sign = text.hasPrefix("-") || text.hasPrefix("−") ? "-" : ""
    let unsigned = sign.isEmpty ? text : String(text.dropFirst()).trimmed
    for (mark, code) in MoneyText.marks {
      if unsigned.uppercased().hasPrefix(mark) {
        let rest = String(unsigned.dropFirst(mark.count)).trimmed
        (number, currency) = (sign.isEmpty || !rest.hasPrefix("-") ? sign + rest : text, code)
        return
      }
      if unsigned.uppercased().hasSuffix(mark) {
        (number, currency) = (sign + String(unsigned.dropLast(mark.count)).trimmed, code)
        return
      }
    }
    (number, currency) = (text, nil)
  }

  /// The currency of a unit such as `EUR`, `euros` or `k€`; `nil` for any other unit.
  static func currency(ofUnit unit: String) -> String? {
    let words = unit.uppercased().split { !$0.isLetter && !"€$£¥".contains($0) }.map(String.init)
    for word in words {
      if let code = marks.first(where: { $0.mark == word || $0.mark.count == 1 && word.hasSuffix($0.mark) })?.code {
        return code
      }
      if let code = names[word] { return code }
    }
    return nil
  }

  private static let marks: [(mark: String, code: String)] = [
    ("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("EUR", "EUR"), ("USD", "USD"), ("GBP", "GBP"),
    ("CHF", "CHF"), ("JPY", "JPY"),
  ]

  private static let names = [
    "EURO": "EUR", "EUROS": "EUR", "DOLLAR": "USD", "DOLLARS": "USD", "POUND": "GBP", "POUNDS": "GBP",
    "FRANCS": "CHF", "FRANKEN": "CHF", "YEN": "JPY",
  ]
}
