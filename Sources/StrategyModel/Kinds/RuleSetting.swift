package import StrictYAML

/// A dimension that no input covers, with the reason.
package struct OmittedDimension: Record {
  package var dimension: Located<Dimension>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "dimension" }

  package static let fields: [Field<OmittedDimension>] = [
    .required(
      "dimension", "The dimension left out.", example: "depth",
      changing: .risky("it decides which gaps are faults", .stewards)
    ) { $0.dimension = $1 },
    .required(
      "because", "Why no input covers it.", example: "Every meeting is equally deep",
      changing: .risky("it decides which gaps are faults", .stewards)
    ) { $0.because = $1 },
  ]
}

/// A rule whose setting differs from its default.
package struct RuleSetting: Record {
  package var rule: Located<String>?
  package var severity: Located<RuleSeverity>?
  package var settings: NamedValues<Located<Double>>?
  package var words: [Located<String>] = []
  package var exceptions: [Located<String>] = []
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "rule" }

  package static let fields: [Field<RuleSetting>] = [
    .required(
      "rule", "The rule's id or name.", example: "no-guardrail",
      changing: .risky("it decides what is a fault", .stewards)
    ) { $0.rule = $1 },
    .optional(
      "severity", "How bad it is here.", example: "warning", changing: .risky("it decides what is a fault", .stewards)
    ) { $0.severity = $1 },
    .optional(
      "settings", "The rule's thresholds, by name.", example: "{ maximum: 4 }",
      changing: .risky("it decides what is a fault", .stewards)
    ) { $0.settings = $1 },
    .optional(
      "words", "Further words or phrases for the rule's list.", example: "[pilot, beauftragen]",
      changing: .risky("it decides what is a fault", .stewards)
    ) { $0.words = $1 },
    .optional(
      "except", "Words or phrases that the rule lets pass here.", example: "[build trust]",
      changing: .risky("it decides what is a fault", .stewards)
    ) { $0.exceptions = $1 },
    .optional("because", "Why this strategy differs.", changing: .risky("it decides what is a fault", .stewards)) {
      $0.because = $1
    },
  ]
}

package enum RuleSeverity: String, Choice {
  case off, note, warning, error

  package var summary: String {
    switch self {
    case .off: "The rule does not run."
    case .note: "Shown; check succeeds."
    case .warning: "Shown as a warning; check succeeds."
    case .error: "Check fails."
    }
  }
}
