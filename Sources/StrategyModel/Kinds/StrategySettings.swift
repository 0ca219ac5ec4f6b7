package import StrictYAML

/// `northstar.yaml`: what the product is for, its North Star Metric, and how this strategy is kept.
package struct StrategySettings: Entity {
  package var id: Identifier?
  package var product: Located<String>?
  package var vision: Located<String>?
  package var coreValue: Located<String>?
  package var game: Located<Game>?
  /// `nil` while it is sought, which `search` then says.
  package var northStar: Reference<Metric>?
  package var search: Located<SoughtNorthStar>?
  package var northStarUntil: Located<Day>?
  package var stewards: [Reference<Person>] = []
  package var timezone: Located<String>?
  package var calendar: CalendarSettings?
  package var omittedDimensions: [OmittedDimension] = []
  package var approvals: ApprovalSettings?
  package var reviews: ReviewPolicy?
  package var checkIns: CheckInPolicy?
  package var rules: [RuleSetting] = []
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.strategy
  package static let summary = "What the product is for, its North Star Metric, and how this strategy is kept."
  package static let coming: Consequence = .risky("the stewards keep the settings", .stewards)
  package static let going: Consequence = .risky("the stewards keep the settings", .stewards)

  package static let fields: [Field<StrategySettings>] = [
    kindField,
    .required(
      "id", "The name of this strategy, one of possibly several in the repository.", example: "huddle",
      changing: .identity(.stewards)
    ) {
      $0.id = $1
    },
    .required(
      "product", "The product's name, as customers know it.", example: "Huddle",
      changing: .risky("it is what the strategy is about", .stewards)
    ) { $0.product = $1 },
    .optional(
      "vision", "What the product wants to be true one day.", example: "Every meeting earns its time",
      changing: .risky("it is what the strategy is for", .stewards)
    ) {
      $0.vision = $1
    },
    .optional(
      "core_value", "What a customer gets out of the product, in one sentence.",
      changing: .risky("it is what the North Star measures", .stewards)
    ) { $0.coreValue = $1 },
    .optional(
      "game", "The game the product plays; the NSM must suit it.", example: "productivity",
      changing: .risky("it decides what suits as North Star", .stewards)
    ) { $0.game = $1 },
    .required(
      "north_star", "The metric that is the North Star.", example: "weekly-hosted-meetings",
      changing: .breaking("every team aims at the NSM", .stewards)
    ) { (settings, given: ValueOrWord<Reference<Metric>, SoughtNorthStar>) in
      (settings.northStar, settings.search) = (given.value, given.word)
    },
    .optional(
      "north_star_until", "The day until when a North Star that is undecided will be chosen.", example: "2026-03-31",
      changing: .risky("it decides how long the roll-up goes unchecked", .stewards)
    ) { $0.northStarUntil = $1 },
    .optional(
      "stewards", "The people who keep the North Star Metric and approve changes of it.", example: "[ada, lin]",
      changing: .risky("it decides who may change what", .stewards)
    ) {
      $0.stewards = $1
    },
    .optional(
      "timezone", "Where a day begins and ends, a name of the IANA database.", example: "Europe/Berlin",
      changing: .risky("it decides which day it is", .stewards)
    ) {
      $0.timezone = $1
    },
    .optional(
      "calendar", "When years and weeks begin.", changing: .risky("it decides which period a day belongs to", .stewards)
    ) { $0.calendar = $1 },
    .optional(
      "omitted_dimensions", "Dimensions that the inputs leave out on purpose.",
      changing: .risky("it decides which gaps are faults", .stewards)
    ) { $0.omittedDimensions = $1 },
    .optional(
      "approvals", "Who must approve which change.", changing: .risky("it decides who may change what", .stewards)
    ) { $0.approvals = $1 },
    .optional(
      "reviews", "How often metrics are reviewed.", changing: .risky("it decides when reviews are due", .stewards)
    ) { $0.reviews = $1 },
    .optional(
      "checkins", "How often key results are checked in.",
      changing: .risky("it decides when check-ins are due", .stewards)
    ) { $0.checkIns = $1 },
    .optional(
      "rules", "Rules that differ here from their defaults.", changing: .risky("it decides what is a fault", .stewards)
    ) { $0.rules = $1 },
    metaField,
  ]
}

/// Why the North Star is not a metric.
package enum SoughtNorthStar: String, Choice {
  case undecided

  package var summary: String { "It is being sought; it will be chosen by the day in 'north_star_until'." }
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
