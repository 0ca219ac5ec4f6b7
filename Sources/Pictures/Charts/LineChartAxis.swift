internal import Glibc

/// A scale of round numbers around some values.
struct LineChartAxis: Equatable {
  /// Both are finite, with the lower one below the upper one.
  let lower: Double
  let upper: Double
  /// Ascending, within the scale.
  let ticks: [Double]
  /// As many as the step needs.
  private let decimals: Int

  /// - Parameter values: ignores values that are not finite; without any other, the scale is 0 to 1.
  init(around values: [Double], fromZero: Bool = false, most: Int = 6) {
    // Within these bounds every difference is finite.
    let known = values.filter(\.isFinite).map { min(max($0, -1e300), 1e300) } + (fromZero ? [0] : [])
    var (least, greatest) = (known.min() ?? 0, known.max() ?? 1)
    if greatest - least <= max(abs(least), abs(greatest)) * 1e-12 {
      let room = least == 0 ? 1 : abs(least) / 10
      (least, greatest) = (least > 0 || fromZero ? max(0, least - room) : least - room, greatest + room)
    }
    let step = Self.step(over: greatest - least, most: max(2, most))
    let first = (least / step).rounded(.down)
    let last = (greatest / step).rounded(.up)
    // Numbers that are not multiples of a step have no round neighbours.
    guard step > 0, first.isFinite, last.isFinite, abs(first) < 1e15, abs(last) < 1e15, last > first, last - first < 50
    else {
      (lower, upper, ticks, decimals) = (least, greatest, [least, greatest], 0)
      return
    }
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    (lower, upper) = (first * step, last * step)
    decimals = Self.decimals(of: step)
  }

  /// 1, 2, 2.5 or 5 times a power of ten.
  private static func step(over span: Double, most: Int) -> Double {
    let rough = span / Double(most)
    let power = pow(10, log10(rough).rounded(.down))
    let factor = [1, 2, 2.5, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    return factor * power
  }

  private static func decimals(of step: Double) -> Int {
    (0...9).first { places in
      let scaled = step * pow(10, Double(places))
      return abs(scaled - scaled.rounded()) < 1e-6 * scaled
    } ?? 9
  }

  /// From 0 at the lower end to 1 at the upper one; values outside are at the ends.
  func share(of value: Double) -> Double { min(max((value - lower) / (upper - lower), 0), 1) }

  func label(of tick: Double) -> String {
    let size = max(abs(lower), abs(upper))
    guard size < 1e15, decimals < 9, tick.isFinite else { return tick == 0 ? "0" : tick.description }
    if size >= 1e7, tick == 0 { return "0" }
    return size >= 1e7 ? "\(Self.fixed(tick / 1e6, size >= 1e8 ? 0 : 1)) M" : Self.fixed(tick, decimals)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let factor = pow(10, Double(decimals))
    let whole = (abs(value) * factor).rounded()
    guard whole < 1e18 else { return value.description }
    let digits = String(Int(whole))
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
