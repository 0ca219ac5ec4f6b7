import ArgumentParser
import Diagnostics
import Editing
import Git
import Rules
import StrategyModel
import StrategyStore

struct CheckCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the strategy and report every problem",
    discussion: """
      Reads the working tree, with --staged the content of the next commit, or any revision, also in a bare \
      repository. Writes nothing without --fix.

      Exits with 0 when nothing fails, 1 when there are errors, 128 when it could not run, 129 when called wrongly. \
      'northstar explain <rule>' says more about a rule. An overdue review is an error, but with --staged it does not \
      block a commit.

      Examples:
        northstar check                       the files as they are
        northstar check --staged              what 'git commit' would record
        northstar check main                  a branch, a tag, a commit
        northstar check --at 2026-03-31       as it was, judged on that day
        northstar check --since main          only faults that main does not have
        northstar check --format sarif        for code scanning
      """)

  @Argument(help: "The revision to check (default: the working tree)", completion: .revisions)
  var revision: String?

  @Flag(help: "Check the content of the next commit")
  var staged = false

  @Option(
    help: ArgumentHelp(
      "Report only faults that were not there at the end of this day or at this revision",
      valueName: "day-or-revision"),
    completion: .revisions)
  var since: String?

  @Flag(help: "Apply all safe fixes, then check")
  var fix = false

  @Option(help: "The output format")
  var format = CheckFormat.text

  @Option(help: ArgumentHelp("The least severity that makes the check fail", valueName: "severity"))
  var failOn = Severity.error

  @Flag(name: .shortAndLong, help: "Print findings only, no summary")
  var quiet = false

  @Flag(help: "Succeed if there is no strategy to check")
  var allowEmpty = false

  @OptionGroup var reading: MomentOptions

  func validate() throws {
    let sources = [revision != nil, staged, reading.at != nil].count { $0 }
    if sources > 1 { throw ValidationError("a revision, --staged and --at exclude each other") }
    if fix && sources > 0 {
      throw ValidationError("--fix changes files, so it works on the working tree only")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    do {
      return try check(in: console)
    } catch let error as GitError where error.isOfContents {
      // Damage is a fault of the content that was checked.
      throw StrategyError(error, .refused)
    }
  }

  private func check(in console: Console) throws -> ExitStatus {
    if fix {
      for path in try SafeFixes(console.session, choosing: reading.strategy).apply() {
        console.note("corrected \(path)")
      }
    }
    let (bare, day) = try load(in: console)
    let loaded = try bare.withReadings()
    console.session.retained.keep(loaded)
    if allowEmpty, loaded.strategies.isEmpty { return .clean }
    var findings = try Findings(loaded, in: console.session, on: day)
    findings.notes = console.limits
    let source = try since.flatMap { try earlierSource($0, in: console) }
    if let source, !findings.diagnostics.isEmpty, let earlier = try earlierFindings(source, in: console) {
      findings.remove(earlier, FormerSubjects(loaded.strategies))
    }
    console.write(try format.render(findings, in: console))
    if !quiet, format == .text { console.note(findings.summary) }
    return findings.diagnostics.contains(where: fails) ? .findings : .clean
  }

  /// Work is not refused because a review has become overdue in the meantime.
  private func fails(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity >= failOn && !((staged || since != nil) && RuleCatalog.deadlines.contains(diagnostic.rule))
  }

  /// What to check, and the day to check it for if that is not today.
  private func load(in console: Console) throws -> (LoadedStrategies, Day?) {
    if let revision {
      let source = try Repository.open(in: console.git).source(revision)
      return (try LoadedStrategies(source, choosing: reading.strategy), nil)
    }
    if staged { return (try LoadedStrategies(.index(in: console.git), choosing: reading.strategy), nil) }
    return try console.session.load(reading.moment)
  }

  /// `nil` when HEAD has no commit yet.
  private func earlierSource(_ since: String, in console: Console) throws -> Source? {
    let repository = try Repository.open(in: console.git)
    if since == "HEAD", try repository.isUnborn() { return nil }
    guard try Day.moment(since) != nil else { return try repository.source(since) }
    return .revision(try console.session.commit(at: since, in: repository).commit, in: repository, label: since)
  }

  /// `nil` when the source holds no strategy yet.
  private func earlierFindings(_ source: Source, in console: Console) throws -> Findings? {
    let loaded = try LoadedStrategies(source).withReadings()
    guard !loaded.strategies.isEmpty else { return nil }
    return try Findings(loaded, in: console.session)
  }
}

extension Severity: ExpressibleByArgument {}
