package import StrictYAML

/// When years and weeks begin.
package struct CalendarSettings: Record {
  package var fiscalYearStarts: Located<MonthNumber>?
  package var yearNamedAfter: Located<YearName>?
  package var weekStarts: Located<Weekday>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<CalendarSettings>] = [
    .optional(
      "fiscal_year_starts", "The month in which the fiscal year begins (default: 1).", example: "1",
      changing: .risky("it decides which period a day belongs to", .stewards)
    ) {
      $0.fiscalYearStarts = $1
    },
    .optional(
      "year_named_after", "Whether a fiscal year has the name of the year in which it starts or ends (default: end).",
      example: "end", changing: .risky("it decides which period a day belongs to", .stewards)
    ) { $0.yearNamedAfter = $1 },
    .optional(
      "week_starts", "The first day of a week (default: monday).", example: "monday",
      changing: .risky("it decides which period a day belongs to", .stewards)
    ) { $0.weekStarts = $1 },
  ]
}

package enum YearName: String, Choice {
  case start, end

  package var summary: String {
    switch self {
    case .start: "From April 2025 to March 2026 is 2025."
    case .end: "From April 2025 to March 2026 is 2026."
    }
  }
}

/// A month from 1 to 12.
package struct MonthNumber: ScalarValue, Hashable {
  package let value: Int

  package static var shape: Shape { .integer(1...12) }
  package static var expectation: String { "a month from 1 to 12" }

  package static func parse(_ text: String) throws(ScalarFault) -> MonthNumber {
    let value = try Int.parse(text)
    guard (1...12).contains(value) else { throw .outOfRange(allowed: "1 to 12") }
    return MonthNumber(value: value)
  }
}

package enum Weekday: String, Choice {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var summary: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() + "." }
}

/// Who must approve which change.
package struct ApprovalSettings: Record {
  package var northStar: Located<Count>?
  package var signed: Located<Bool>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ApprovalSettings>] = [
    .optional(
      "north_star", "How many stewards must approve a change of the NSM (default: 2).", example: "2",
      changing: .risky("it decides who may change what", .stewards)
    ) {
      $0.northStar = $1
    },
    .optional(
      "signed", "Whether approvals must be signed commits (default: false).", example: "true",
      changing: .risky("it decides who may change what", .stewards)
    ) {
      $0.signed = $1
    },
  ]
}

/// How often each thing is reviewed.
package struct ReviewPolicy: Record {
  package var northStarMonths: Located<Count>?
  package var inputMonths: Located<Count>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ReviewPolicy>] = [
    .optional(
      "north_star_months", "Months between reviews of the NSM (default: 12).", example: "12",
      changing: .risky("it decides when reviews are due", .stewards)
    ) {
      $0.northStarMonths = $1
    },
    .optional(
      "input_months", "Months between reviews of an input (default: inputs are not reviewed).", example: "6",
      changing: .risky("it decides when reviews are due", .stewards)
    ) {
      $0.inputMonths = $1
    },
  ]
}

/// How often key results are checked in.
package struct CheckInPolicy: Record {
  package var everyDays: Located<Count>?
  package var graceDays: Located<Int>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<CheckInPolicy>] = [
    .optional(
      "every_days", "Days between check-ins (default: 7).", example: "7",
      changing: .risky("it decides when check-ins are due", .stewards)
    ) { $0.everyDays = $1 },
    .optional(
      "grace_days", "Days that a check-in may be late (default: 3).", example: "3",
      changing: .risky("it decides when check-ins are due", .stewards)
    ) { $0.graceDays = $1 },
  ]
}
