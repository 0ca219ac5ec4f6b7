package import StrictYAML

/// A workshop that looked for a North Star Metric.
package struct Workshop: Entity {
  package var id: Identifier?
  package var title: Located<String>?
  package var heldOn: Located<Day>?
  package var facilitator: Reference<Person>?
  package var participants: [Reference<Person>] = []
  package var preMortem: [Located<String>] = []
  package var coreValue: Located<String>?
  package var whys: [Located<String>] = []
  package var ahaMoment: Located<String>?
  package var game: Located<Game>?
  package var candidates: [Candidate] = []
  package var choice: CandidateChoice?
  package var sprint: [SprintTask] = []
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.workshop
  package static let summary = "A workshop that looked for a North Star Metric: candidates, filters, choice."
  package static let coming: Consequence = .safe("it is new")
  package static let going: Consequence = .risky("others may name it", .steward)

  package static let fields: [Field<Workshop>] = [
    kindField,
    .required("id", "The workshop's permanent name.", example: "finding-our-star", changing: .identity(.steward)) {
      $0.id = $1
    },
    .required(
      "title", "What people call it.", example: "Finding our North Star",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.title = $1 },
    .required(
      "held_on", "The day it took place.", example: "2024-06-12",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.heldOn = $1 },
    .optional(
      "facilitator", "Who facilitated it.", example: "lin",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.facilitator = $1 },
    .required(
      "participants", "Who was there; five or six from different disciplines.", example: "[ada, grace, lin]",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) {
      $0.participants = $1
    },
    .optional(
      "pre_mortem", "Why the metric could fail us, imagined beforehand.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.preMortem = $1 },
    .optional(
      "core_value", "The value that customers come for.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.coreValue = $1 },
    .optional(
      "whys", "The five whys that led to the core value.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.whys = $1 },
    .optional(
      "aha_moment", "The moment in which a user understands the value.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.ahaMoment = $1 },
    .optional(
      "game", "The game the product plays.", example: "productivity",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.game = $1 },
    .required(
      "candidates", "The metrics looked at, three to five.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.candidates = $1 },
    .optional(
      "choice", "What was chosen, and why.", changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.choice = $1 },
    .optional(
      "sprint", "The four weeks of work that follow.",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.sprint = $1 },
    metaField,
  ]
}

/// A metric that was looked at, with the three filters and the three tests.
package struct Candidate: Record {
  package var id: Identifier?
  package var name: Located<String>?
  package var measurable: Located<Bool>?
  package var leadsRevenue: Located<Bool>?
  package var positiveExperience: Located<Bool>?
  package var leading: Located<Bool>?
  package var actionable: Located<Bool>?
  package var understandable: Located<Bool>?
  package var note: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "id" }

  package static let fields: [Field<Candidate>] = [
    .required(
      "id", "The candidate's name within the file.", example: "weekly-hosted-meetings", changing: .identity(.anybody)
    ) { $0.id = $1 },
    .required(
      "name", "The metric in words.", example: "Meetings hosted a week",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.name = $1 },
    .optional(
      "measurable", "Filter: can today's analytics measure it?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.measurable = $1 },
    .optional(
      "leads_revenue", "Filter: does it lead revenue?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.leadsRevenue = $1 },
    .optional(
      "positive_experience", "Filter: does it reflect a good experience?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) {
      $0.positiveExperience = $1
    },
    .optional(
      "leading", "Test: do better cohorts stay and spend more later?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.leading = $1 },
    .optional(
      "actionable", "Test: can most teams move it?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.actionable = $1 },
    .optional(
      "understandable", "Test: does everyone understand it?", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.understandable = $1 },
    .optional("note", "What was said about it.", changing: .safe("it is what a workshop thought, and decides nothing"))
    { $0.note = $1 },
  ]
}

/// What a workshop chose.
package struct CandidateChoice: Record {
  package var candidate: Identifier?
  package var because: Located<String>?
  package var decidedBy: [Reference<Person>] = []
  package var dissent: [Dissent] = []
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<CandidateChoice>] = [
    .required(
      "candidate", "The chosen candidate's id.", example: "weekly-hosted-meetings",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.candidate = $1 },
    .required("because", "Why this one.", changing: .safe("it is what a workshop thought, and decides nothing")) {
      $0.because = $1
    },
    .optional(
      "decided_by", "Who decided.", example: "[ada, lin]",
      changing: .risky("it is part of a recorded judgement", .steward, .word)
    ) { $0.decidedBy = $1 },
    .optional(
      "dissent", "Who saw it otherwise, and why.", changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.dissent = $1 },
  ]
}

/// One task of the four-week definition sprint.
package struct SprintTask: Record {
  package var week: Located<Count>?
  package var task: Located<String>?
  package var done: Located<Bool>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "task" }

  package static let fields: [Field<SprintTask>] = [
    .required(
      "week", "The week of the sprint, from 1.", example: "2",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.week = $1 },
    .required(
      "task", "What is to be done.", example: "Test the candidates against last year's cohorts",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) {
      $0.task = $1
    },
    .optional(
      "done", "Whether it is done.", example: "true",
      changing: .safe("it is what a workshop thought, and decides nothing")
    ) { $0.done = $1 },
  ]
}

extension SprintTask {
  /// The last day of the task's week, when the sprint begins on a day; `nil` without a week.
  package func lastDay(ofSprintFrom start: Day) -> Day? {
    guard let week = week?.value.value, (1...520).contains(week) else { return nil }
    return start + (7 * week - 1)
  }
}
