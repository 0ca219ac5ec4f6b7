import Numbers
import Presentation
import StrategyModel

/// A number in the words of a goal, or what is in its place.
struct Figure: Equatable {
  enum Value: Equatable {
    case number(Double)
    /// `TBD`, `???`, `X %`
    case toBeSet
    /// `N₀`, `$X`
    case undisclosed
    /// `2x`
    case factor(Double)
  }

  var value: Value
  /// `percent`, `USD`, or what is written directly behind the digits.
  var unit: String?
  /// `12+`
  var isAtLeast = false

  var number: Double? { if case .number(let number) = value { number } else { nil } }

  /// The figure that is all of a text; `nil` for other texts. What says how it is meant is read too: `≥ 95 %`.
  init?(whole text: String) {
    let words = text.replacing("%", with: " % ").split(whereSeparator: \.isWhitespace).map(String.init)
    let last = words.last == "%" ? words.dropLast() : words[...]
    guard var figure = Figure(last.joined(separator: last.count > 2 ? "" : " ")) ?? Figure(last.joined()) else {
      return nil
    }
    if words.last == "%" { figure.unit = "percent" }
    self = figure
  }

  /// - Parameter word: one word, without punctuation around it.
  init?(_ word: String) {
    var rest = word[...]
    if let first = rest.first, "~≈±+".contains(first) { rest = rest.dropFirst() }
    var unit: String?
    for (sign, name) in Figure.currencies where rest.hasPrefix(sign) {
      (unit, rest) = (name, rest.dropFirst(sign.count))
      break
    }
    if let value = Figure.placeholder(rest, hasCurrency: unit != nil) {
      (self.value, self.unit) = (value, rest.hasSuffix("%") ? "percent" : unit)
      return
    }
    guard rest.first.map({ $0.isASCIIDigit || $0 == "-" || $0 == "−" || $0 == "." }) == true, rest.count <= 40 else {
      return nil
    }
    let isNegative = rest.first == "-" || rest.first == "−"
    if isNegative { rest = rest.dropFirst() }
    var digits = rest.prefix { $0.isASCIIDigit || ".,'’".contains($0) }
    while let last = digits.last, !last.isASCIIDigit { digits = digits.dropLast() }
    guard let number = Figure.number(String(digits)) else { return nil }
    let suffix = String(rest.dropFirst(digits.count))
    guard let (scale, name) = Figure.suffix(suffix, hasCurrency: unit != nil) else { return nil }
    let signed = (isNegative ? -number : number) * scale
    guard signed.isFinite else { return nil }
    value = name == "x" ? .factor(signed) : .number(signed)
    self.unit = unit ?? (name == "x" ? nil : name)
    isAtLeast = suffix.hasSuffix("+")
  }

  private static let currencies = [
    ("US$", "USD"), ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
  ]

  /// A number in the style that people most likely mean: `1,200` is a thousand and two hundred.
  private static func number(_ digits: String) -> Double? {
    let readings = NumberStyle.readings(of: digits)
    return [NumberStyle.plain, .english, .european]
      .compactMap { style in readings.first { $0.style == style } }.first.flatMap { Double($0.number) }
  }

  private static func placeholder(_ text: Substring, hasCurrency: Bool) -> Value? {
    let bare = text.hasSuffix("%") ? text.dropLast() : text
    guard let first = bare.first else { return nil }
    if ["TBD", "TBC", "TBA", "tbd", "tbc", "tba", "TODO"].contains(String(bare)) { return .toBeSet }
    if bare.count > 1, bare.allSatisfy({ $0 == "?" }) || bare.allSatisfy({ $0 == "_" }) { return .toBeSet }
    if ["redacted", "confidential", "undisclosed", "secret"].contains(bare.lowercased()) { return .undisclosed }
    if bare.allSatisfy({ $0 == "█" || $0 == "▇" }) { return .undisclosed }
    guard "NXYZ".contains(first) else { return nil }
    if bare.dropFirst().allSatisfy({ ("₀"..."₉").contains($0) }) {
      if bare.count > 1 || hasCurrency || first == "N" { return .undisclosed }
      return .toBeSet
    }
    let isFilled = bare.count < 5 && bare.allSatisfy { $0 == first }
    return isFilled && first != "N" ? hasCurrency ? .undisclosed : .toBeSet : nil
  }

  /// How much a suffix multiplies, and the unit that it is; `nil` where the word is not a number, as in `30-day` or `5th`.
  private static func suffix(_ text: String, hasCurrency: Bool) -> (scale: Double, unit: String?)? {
    let text = text.hasSuffix("+") ? String(text.dropLast()) : text
    switch text {
    case "": return (1, nil)
    case "%": return (1, "percent")
    case "k", "K", "k%": return (1e3, nil)
    case "M", "mn", "MM", "mio", "Mio": return (1e6, nil)
    case "m" where hasCurrency: return (1e6, nil)
    case "b" where hasCurrency, "B", "bn": return (1e9, nil)
    case "x", "X", "×": return (1, "x")
    case "€": return (1, "EUR")
    case "$": return (1, "USD")
    case "£": return (1, "GBP")
    case "pp", "pts", "bps", "ms", "s", "sec", "min", "h", "hrs", "d", "days", "weeks", "hours": return (1, text)
    case "k€": return (1e3, "EUR")
    case "M€": return (1e6, "EUR")
    default: return nil
    }
  }
}
