import ArgumentParser
import Diagnostics
import Editing
import Governance
import Insight
import Numbers
import Presentation
import StrategyStore

struct CycleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle",
    abstract: "Start, grade and close cycles, and carry objectives over",
    discussion: """
      A cycle is a draft, then active, then graded, then closed. When it starts, its key results become the promise; \
      every change after that is an amendment, and the close shows the scores as committed and as amended.

      Examples:
        northstar cycle start 2026-q2
        northstar cycle grade 2026-q1
        northstar cycle close 2026-q1
        northstar cycle show 2026-q1
      """,
    subcommands: [
      CycleStartCommand.self, CycleGradeCommand.self, CycleCloseCommand.self, CycleCarryCommand.self,
      CycleShowCommand.self,
    ])
}

struct CycleStartCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Make a draft active, so that its key results become the promise",
    discussion: """
      Example:
        northstar cycle start 2026-q2
      """)

  @Argument(help: "The cycle", completion: .entities)
  var cycle: String

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    let moving = CycleMoving(cycle: cycle, repository: writing.repository)
    return try console.report(writing.run { draft in try moving.start(in: &draft) })
  }
}

struct CycleGradeCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "End an active cycle's period and show its scores",
    discussion: """
      Both scores are computed from the last check-ins: as committed, with every amendment undone, and as amended.

      Example:
        northstar cycle grade 2026-q1
      """)

  @Argument(help: "The cycle", completion: .entities)
  var cycle: String

  @Flag(help: "Grade it before its last day is over")
  var early = false

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    let moving = CycleMoving(cycle: cycle, repository: writing.repository)
    var scores: CycleScores?
    let outcome = try writing.run { draft in
      let wording = try moving.grade(in: &draft, isEarly: early)
      let strategy = try console.session.withPromises(draft, of: cycle)
      scores = CycleScores(strategy, cycle: cycle, on: draft.today)
      return wording
    }
    let status = try console.report(outcome)
    if status == .clean, let scores {
      console.print("\n" + (try scores.text(width: console.terminal.tableWidth)))
      console.advise(["Give the final scores with \(run: .closeCycle(cycle))."])
    }
    return status
  }
}

struct CycleShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a cycle's scores, their spread, and how accurate confidence was",
    discussion: """
      Once a cycle is over, aspirational goals that average above 0.85 were too safe, and below 0.6 too wild; \
      committed ones should reach 1.0. Key results that were neither checked in nor scored are unknown, are left out \
      of every mean, and show "-". The Brier score compares every reported confidence with whether the key result \
      ended green: 0 is perfect, 0.25 is what a coin gets.

      Examples:
        northstar cycle show 2026-q1
        northstar cycle show 2026-q1 --format json
      """)

  @Argument(help: "The cycle", completion: .entities)
  var cycle: String

  @Option(help: "The output format")
  var format = RowFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    _ = try read.strategy.requiredCycle(cycle)
    let strategy = try console.session.withPromises(read.strategy, of: [cycle], reading.moment)
    let insight = CycleInsight(strategy, cycle: cycle, on: read.today)
    switch format {
    case .text: console.show(try insight.text(width: console.terminal.tableWidth))
    case .csv: console.show(insight.listing.csv)
    case .markdown: console.show(PageMarkdown(insight.page(notes: console.limits)).text)
    case .html: console.show(PageHTML(insight.page(notes: console.limits)).text)
    case .json:
      let report = try StatusReport(strategy, on: read.today, cycle: cycle)
      console.show(try encodeJSON(insight.json(report), notes: console.limits))
    }
    return .clean
  }
}

struct CycleCarryCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry",
    abstract: "Carry objectives over into another cycle",
    discussion: """
      Nothing carries over by itself. Copies the objectives with their key results; the last value is the new \
      baseline. Scores, outcomes, amendments, check-ins and the key results that were reached stay behind.

      Example:
        northstar cycle carry 2026-q1/onboarding/first-meeting-obvious --into 2026-q2
      """)

  @Argument(help: "Objectives, as <cycle>/<team>/<objective>")
  var objectives: [String]

  @Option(help: ArgumentHelp("The cycle to carry them into", valueName: "cycle"), completion: .entities)
  var into: String

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    try console.commit(writing) { draft in
      let cycle = try NewObjective.cycle(into, in: draft.strategy)
      var remarks: [String] = []
      for name in objectives { remarks += try CarriedObjective(name: name, cycle: cycle).apply(to: &draft) }
      let what =
        objectives.count == 1 ? "carry on \(objectives[0])" : "carry on \(counted(objectives.count, "objective"))"
      return CommitWording(
        topic: cycle, what: what, remarks: remarks,
        reasons: objectives.count == 1 ? [] : [objectives.joined(separator: "\n")])
    }
  }
}
