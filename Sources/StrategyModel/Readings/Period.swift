/// How long the periods of a metric's readings are.
package enum Grain: String, Choice {
  case day, week, month, quarter, year

  package var summary: String {
    switch self {
    case .day: "A day, as in 2026-01-05."
    case .week: "A week, as in 2026-W02."
    case .month: "A month, as in 2026-01."
    case .quarter: "A quarter of the fiscal year, as in 2026-Q1."
    case .year: "A fiscal year, as in 2026."
    }
  }
}

/// What one reading covers: a day, a week, a month, a fiscal quarter or a fiscal year.
package struct Period: Sendable, Hashable {
  package let grain: Grain
  /// The period's number within its grain; neighbours differ by one.
  package let number: Int

  package init(_ grain: Grain, number: Int) {
    self.grain = grain
    self.number = number
  }

  package static func + (period: Period, count: Int) -> Period { Period(period.grain, number: period.number + count) }
}

extension Period: Comparable {
  /// The order of time within a grain; grains are never compared with each other.
  package static func < (a: Period, b: Period) -> Bool { a.number < b.number }
}

extension Period {
  /// Why a text is not a period of the calendar: a clause whose subject is the text.
  package static func refusal(of text: String) -> String {
    if Day.nearest(to: text) != nil { return Day.refusal(of: text) }
    let shape = String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 })
    return ["0000-W00", "0000-Q0", "0000-00", "0000"].contains(shape)
      ? "is not in this strategy's calendar" : "is not a period such as 2026-W02 or 2026-01-05"
  }
}
