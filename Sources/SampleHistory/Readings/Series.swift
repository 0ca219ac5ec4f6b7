/// How one metric moved: its values in the weeks that end the quarters, and what makes the weeks in between uneven.
struct Series {
  let metric: String
  let decimals: Int
  let source: String
  /// The first week that was measured.
  var from = Week(2024, 44)
  /// The last week that was measured; `nil` when it still is.
  var until: Week?
  /// Relative size of an ordinary week's wobble.
  var noise = 0.01
  /// How far a holiday week drops: 0.5 is half.
  var holidayDip = 0.0
  /// The metrics whose wobble affects this one, how strongly, and after how many weeks.
  var effects: [(metric: String, share: Double, lag: Int)] = []
  /// Weeks in which something happened.
  var incidents: [(week: Week, value: Double)] = []
  /// One value for each of `marks`.
  let values: [Double]

  static let marks = [
    Week(2024, 27), Week(2024, 52), Week(2025, 26), Week(2025, 39), Week(2025, 52), Week(2026, 13), Week(2026, 26),
    Week(2026, 39), Week(2026, 46),
  ]
  static let first = Week(2024, 27)
  static let last = Week(2026, 46)

  init(_ metric: String, _ values: [Double], decimals: Int, source: String) {
    self.metric = metric
    self.values = values
    self.decimals = decimals
    self.source = source
  }

  /// The value on the straight line between two marks.
  func trend(_ week: Week) -> Double {
    let after = Series.marks.firstIndex { week <= $0 } ?? Series.marks.count - 1
    guard after > 0 else { return values[0] }
    let (start, end) = (Series.marks[after - 1], Series.marks[after])
    return values[after - 1] + (values[after] - values[after - 1]) * Double(week - start) / Double(end - start)
  }

  /// 0 in the weeks that end a quarter, so that a goal's baseline equals the measured value, and 1 from three weeks
  /// off.
  static func calm(_ week: Week) -> Double {
    let nearest = marks.dropLast().map { abs(week - $0) }.min() ?? 3
    return Double(min(nearest, 3)) / 3
  }

  static func isHoliday(_ week: Week) -> Bool { week.numberInYear >= 52 || week.numberInYear == 1 }
}

func rounded(_ value: Double, _ decimals: Int) -> Double {
  let scale = [1, 10, 100, 1000][min(decimals, 3)]
  return Double(nearest(value * Double(scale))) / Double(scale)
}

/// Halves are rounded away from zero. All figures here are far from the integers' limits.
private func nearest(_ value: Double) -> Int { value < 0 ? -Int(0.5 - value) : Int(value + 0.5) }

/// The number with exactly this many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  let scale = [1, 10, 100, 1000][min(decimals, 3)]
  let whole = nearest(value * Double(scale))
  guard decimals > 0 else { return "\(whole)" }
  let digits = "\(abs(whole) % scale)"
  let fraction = String(repeating: "0", count: decimals - digits.count) + digits
  return "\(whole < 0 ? "-" : "")\(abs(whole) / scale).\(fraction)"
}

/// The number as people write it, without needless zeros.
func plain(_ value: Double, _ decimals: Int) -> String {
  var text = fixed(value, decimals)
  guard text.contains(".") else { return text }
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}
