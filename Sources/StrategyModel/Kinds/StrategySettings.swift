package import StrictYAML

/// `northstar.yaml`: what the product is for, its North Star Metric, and how this strategy is kept.
package struct StrategySettings: Entity {
  package var id: Identifier?
  package var product: Located<String>?
  package var vision: Located<String>?
  package var coreValue: Located<String>?
  package var game: Located<Game>?
  package var northStar: Reference<Metric>?
  package var stewards: [Reference<Person>] = []
  package var timezone: Located<String>?
  package var calendar: CalendarSettings?
  package var omittedDimensions: [OmittedDimension] = []
  package var approvals: ApprovalPolicy?
  package var reviews: ReviewPolicy?
  package var checkIns: CheckInPolicy?
  package var rules: [RuleSetting] = []
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.strategy
  package static let summary = "What the product is for, its North Star Metric, and how this strategy is kept."

  package static let fields: [Field<StrategySettings>] = [
    kindField,
    .required("id", "The name of this strategy, one of possibly several in the repository.", example: "huddle") {
      $0.id = $1
    },
    .required("product", "The product's name, as customers know it.", example: "Huddle") { $0.product = $1 },
    .optional("vision", "What the product wants to be true one day.", example: "Every meeting earns its time") {
      $0.vision = $1
    },
    .optional("core_value", "What a customer gets out of the product, in one sentence.") { $0.coreValue = $1 },
    .optional("game", "The game the product plays; the NSM must suit it.", example: "productivity") { $0.game = $1 },
    .required("north_star", "The metric that is the North Star.", example: "weekly-hosted-meetings") {
      $0.northStar = $1
    },
    .optional("stewards", "The people who keep the North Star Metric and approve changes of it.", example: "[ada, lin]")
    {
      $0.stewards = $1
    },
    .optional("timezone", "Where a day begins and ends, a name of the IANA database.", example: "Europe/Berlin") {
      $0.timezone = $1
    },
    .optional("calendar", "When years and weeks begin.") { $0.calendar = $1 },
    .optional("omitted_dimensions", "Dimensions that the inputs leave out on purpose.") { $0.omittedDimensions = $1 },
    .optional("approvals", "Who must approve which change.") { $0.approvals = $1 },
    .optional("reviews", "How often what is reviewed.") { $0.reviews = $1 },
    .optional("checkins", "How often key results are checked in.") { $0.checkIns = $1 },
    .optional("rules", "Rules that differ here from their defaults.") { $0.rules = $1 },
    metaField,
  ]
}

/// What users come to the product for.
package enum Game: String, Choice {
  case attention, transaction, productivity

  package var summary: String {
    switch self {
    case .attention: "Users spend time with it."
    case .transaction: "Users buy with it."
    case .productivity: "Users get work done with it."
    }
  }
}

/// When years and weeks begin.
package struct CalendarSettings: Record {
  package var fiscalYearStarts: Located<MonthNumber>?
  package var weekStarts: Located<Weekday>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<CalendarSettings>] = [
    .optional("fiscal_year_starts", "The month in which the fiscal year begins; 1 unless said.", example: "1") {
      $0.fiscalYearStarts = $1
    },
    .optional("week_starts", "The first day of a week; monday unless said.", example: "monday") { $0.weekStarts = $1 },
  ]
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

/// A dimension that no input covers, with the reason.
package struct OmittedDimension: Record {
  package var dimension: Located<Dimension>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "dimension" }

  package static let fields: [Field<OmittedDimension>] = [
    .required("dimension", "The dimension left out.", example: "depth") { $0.dimension = $1 },
    .required("because", "Why no input covers it.", example: "Every meeting is equally deep") { $0.because = $1 },
  ]
}

/// Who must approve which change.
package struct ApprovalPolicy: Record {
  package var northStar: Located<Count>?
  package var signed: Located<Bool>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ApprovalPolicy>] = [
    .optional("north_star", "How many stewards a change of the NSM needs; 2 unless said.", example: "2") {
      $0.northStar = $1
    },
    .optional("signed", "Whether approvals must be signed commits; false unless said.", example: "true") {
      $0.signed = $1
    },
  ]
}

/// How often what is reviewed.
package struct ReviewPolicy: Record {
  package var northStarMonths: Located<Count>?
  package var inputMonths: Located<Count>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ReviewPolicy>] = [
    .optional("north_star_months", "Months between reviews of the NSM; 12 unless said.", example: "12") {
      $0.northStarMonths = $1
    },
    .optional("input_months", "Months between reviews of an input; none unless said.", example: "6") {
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
    .optional("every_days", "Days between check-ins; 7 unless said.", example: "7") { $0.everyDays = $1 },
    .optional("grace_days", "Days that a check-in may be late; 3 unless said.", example: "3") { $0.graceDays = $1 },
  ]
}

/// A rule that differs here from its default.
package struct RuleSetting: Record {
  package var rule: Located<String>?
  package var severity: Located<RuleSeverity>?
  package var settings: NamedValues<Located<Double>>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "rule" }

  package static let fields: [Field<RuleSetting>] = [
    .required("rule", "The rule's id or name.", example: "no-guardrail") { $0.rule = $1 },
    .optional("severity", "How bad it is here.", example: "warning") { $0.severity = $1 },
    .optional("settings", "The rule's thresholds, by name.", example: "{ maximum: 4 }") { $0.settings = $1 },
    .optional("because", "Why this strategy differs.") { $0.because = $1 },
  ]
}

package enum RuleSeverity: String, Choice {
  case off, note, warning, error

  package var summary: String {
    switch self {
    case .off: "The rule is not run."
    case .note: "Shown; check succeeds."
    case .warning: "Shown as a warning; check succeeds."
    case .error: "Check fails."
    }
  }
}
