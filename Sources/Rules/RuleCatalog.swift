package import Diagnostics

/// Every rule, sorted by id.
package enum RuleCatalog {
  /// Faults that time alone causes: reviews and check-ins that are due. They fail a check but block no change.
  package static let deadlines: Set<RuleID> = [
    BeliefOverdue().card.id, CyclePastEnd().card.id, ReviewOverdue().card.id,
  ]

  package static let rules: [any Rule] = [
    InvalidSyntax(),
    RefusedYAMLFeature(),
    MergeConflict(),
    NotPlainText(),
    DuplicateKey(),
    FileTooLargeOrDeep(),
    UnreadableFile(),
    EmptyFile(),
    UnknownKind(),
    UnknownField(),
    MissingField(),
    WrongType(),
    UnknownChoice(),
    InvalidID(),
    ValueOutOfRange(),
    DuplicateID(),
    MisplacedFile(),
    SecondSettingsFile(),
    DuplicateItemID(),
    UnknownRuleSetting(),
    ControlCharacterInText(),
    UnportableName(),
    UnknownTimeZone(),
    UnknownReference(),
    NoNorthStar(),
    SeveralNorthStars(),
    NorthStarMismatch(),
    ObjectiveWithoutInput(),
    ObjectiveAtNorthStar(),
    ObjectiveAtWrongRole(),
    KeyResultOffPath(),
    KeyResultWithoutMetric(),
    InputOffPath(),
    GuardOffPath(),
    CircularDrivers(),
    CircularTeams(),
    EdgeToRetired(),
    RetiredMetricInUse(),
    FormulaSyntax(),
    FormulaMismatch(),
    FormulaUnits(),
    UnownedInput(),
    OwnerTeamEnded(),
    OwnerNotInTeam(),
    OwnerLeft(),
    DepartedMember(),
    IdleTeam(),
    ObjectiveOnForeignLever(),
    SplitOwnership(),
    OwnershipInFuture(),
    DepartedSteward(),
    OrphanedWork(),
    OwnershipBeforeStart(),
    TooFewStewards(),
    VanityMetric(),
    RevenueAsNorthStar(),
    IncompleteDefinition(),
    ExternalDependence(),
    NoGuardrail(),
    GuardrailWithoutThreshold(),
    GuardrailGuardsNothing(),
    UncoveredDimension(),
    InputWithoutDimension(),
    InputCount(),
    ZombieMetric(),
    NoSource(),
    InfluenceWithoutBelief(),
    BeliefOverdue(),
    NorthStarLeadsNothing(),
    InvertedThreshold(),
    TargetEqualsBaseline(),
    TargetAgainstDirection(),
    KeyResultAgainstMetric(),
    MissingTarget(),
    InvertedBand(),
    OutputNotOutcome(),
    ObjectiveCount(),
    KeyResultCount(),
    KeyResultWithoutOwner(),
    KeyResultOwnerLeft(),
    DigitsInObjective(),
    ObjectiveLength(),
    UnitDiffers(),
    KeyResultsAlike(),
    ImpossibleWeight(),
    BaselineDiffers(),
    InvertedCycle(),
    OverlappingCycles(),
    GapBetweenCycles(),
    CyclePastEnd(),
    CycleNotStarted(),
    MissingOKRs(),
    OverdueCheckIn(),
    CheckInOutOfOrder(),
    CheckInOutsideCycle(),
    CheckInWithoutKeyResult(),
    CheckInWithoutValue(),
    DuplicateCheckIn(),
    CheckInInFuture(),
    ClosedWithoutScores(),
    ScoreBeforeEnd(),
    UnexplainedMiss(),
    MissingOutcome(),
    AmendmentOutsideCycle(),
    AmendmentMismatch(),
    AmendmentOfUnknownField(),
    MilestoneValue(),
    CorrectionOfNothing(),
    ReviewOverdue(),
    DecisionWithoutReasons(),
    DecidedByOutsider(),
    MissingReplacement(),
    IncompleteReplacement(),
    MissingNextReview(),
    StaleProposal(),
    ClosedProposalWithoutReason(),
    LandedWithoutApproval(),
    ExpiredWaiver(),
    WaiverForUnknownRule(),
    LongWaiver(),
    NarrowWorkshop(),
    CandidateCount(),
    ChoiceFailsFilter(),
    UnknownCandidate(),
    UnansweredQuestion(),
    SprintTaskOverdue(),
    IdleWaiver(),
    UnreadableReading(),
    DuplicateReading(),
    ReadingInFuture(),
    ReadingOutOfOrder(),
    StaleMetric(),
    BreachedGuardrail(),
    FormulaDisagrees(),
    ReadingsOfNothing(),
  ]

  /// Every rule, distributed over a number of checks that take about the same time.
  package static func shares(_ count: Int) -> [[any Rule]] {
    (0..<max(1, count)).map { share in
      stride(from: share, to: rules.count, by: max(1, count)).map { rules[$0] }
    }
  }

  /// The rule with this id (`NS301`, in any case) or name.
  package static func rule(_ idOrName: String) -> (any Rule)? { byName[idOrName.lowercased()] }

  /// Every id and name, for near names.
  package static var names: [String] { rules.flatMap { [$0.card.name, $0.card.id.code] } }

  private static let byName: [String: any Rule] = {
    var found: [String: any Rule] = [:]
    for rule in rules {
      found[rule.card.name] = rule
      found[rule.card.id.code.lowercased()] = rule
    }
    return found
  }()
}
