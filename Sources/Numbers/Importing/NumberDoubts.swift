import StrategyModel

/// One value of an export, as it is written.
struct ExportedValue: Sendable {
  let line: Int
  let metric: String
  let period: String
  let value: String
  let segment: String
  let knownOn: String?

  /// The value without a sign of currency.
  var amount: String { MoneyText(value).number }
  var currency: String? { MoneyText(value).currency }
}

/// A value with its period.
struct FoundValue: Sendable {
  let text: ExportedValue
  let period: Period
  let knownOn: Day
  /// With a decimal point.
  let number: String
}

/// Finds values of an export that may be other numbers than they seem: `32.566` is thirty-two or thirty-two thousand,
/// `11 %` is 11 or 0.11. The user is asked about what neither the rest of the export nor the metric's readings can
/// decide.
struct NumberDoubts {
  private let settings: ImportSettings
  /// Whether some value of the export can only have a decimal point.
  private let hasDecimalPoint: Bool
  /// Metrics of which some values have a percent sign and some do not.
  private let mixed: Set<String>
  /// The currency of each metric: of its unit, or of its first value with one.
  private let currencies: [String: String]

  init(_ values: [FoundValue], _ settings: ImportSettings) {
    self.settings = settings
    hasDecimalPoint = values.contains {
      $0.text.amount.utf8.contains(UInt8(ascii: ".")) && NumberStyle.european.plain($0.text.amount) == nil
    }
    let ofUnits = settings.metrics.compactMapValues { $0.unit.flatMap(MoneyText.currency) }
    let ofValues = values.compactMap { value in value.text.currency.map { (value.text.metric, $0) } }
    currencies = ofUnits.merging(ofValues) { first, _ in first }
    let numbers = values.filter { Double($0.number) != 0 }
    let percentages = Set(numbers.filter(\.text.value.isPercentage).map(\.text.metric))
    mixed = percentages.intersection(numbers.filter { !$0.text.value.isPercentage }.map(\.text.metric))
  }

  func fault(of value: FoundValue) -> ImportFault? {
    if let currency = value.text.currency, let other = currencies[value.text.metric], other != currency {
      return .otherCurrency(value.text.value, than: other)
    }
    if mixed.contains(value.text.metric), Double(value.number) != 0 { return .mixedPercentages }
    if settings.numbers == nil, !hasDecimalPoint, let grouped = NumberStyle.european.plain(value.text.amount),
      Double(grouped) != Double(value.number), !isNearer(value, than: Double(grouped))
    {
      return .twoNumbers(value.text.value, plain: value.number, grouped: grouped)
    }
    if value.text.value.isPercentage, let number = Double(value.number), let near = neighbour(of: value),
      !isNearer(value, than: number / 100, to: near)
    {
      return .share(value.text.value, near: near)
    }
    return nil
  }

  private func neighbour(of value: FoundValue) -> Double? {
    settings.metrics[value.text.metric]?.neighbour(of: value.period, segment: value.text.segment)
  }

  private func isNearer(_ value: FoundValue, than other: Double?) -> Bool {
    guard let other, let near = neighbour(of: value) else { return false }
    return near != 0 && isNearer(value, than: other, to: near)
  }

  /// Whether the number as read is closer in size to the neighbour than another one is. Numbers of the other sign, and
  /// 0, tell nothing about size.
  private func isNearer(_ value: FoundValue, than other: Double, to near: Double) -> Bool {
    guard let number = Double(value.number), number != 0, near != 0, number.sign == near.sign else { return true }
    return max(number / near, near / number) < max(other / near, near / other)
  }
}
