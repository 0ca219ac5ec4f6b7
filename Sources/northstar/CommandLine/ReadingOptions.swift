import ArgumentParser
import Git
import Governance
import StrategyStore

/// A command that answers a question, most of them about a strategy.
protocol ReadingCommand: EnvironmentCommand {
  associatedtype Options: ReadingOptions
  var reading: Options { get }
}

/// The options that every answer has.
protocol ReadingOptions: ParsableArguments {
  /// The file that takes the answer in place of standard output.
  var output: String? { get }
}

/// The options of every command that reads a strategy.
struct MomentOptions: ReadingOptions {
  @Option(
    help: ArgumentHelp(
      "Read the strategy as it was at the end of a day (2026-03-31) or at a revision", valueName: "day-or-revision"),
    completion: .revisions)
  var at: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @OptionGroup var answer: AnswerOptions
}

extension MomentOptions {
  var output: String? { answer.output }
  var moment: Moment { Moment(at: at, strategy: strategy) }
}

extension TargetBranch {
  /// As somebody wants to read it.
  init(_ options: MomentOptions, of repository: Repository, in session: Session) throws {
    try self.init(options.strategy, at: options.at, of: repository, in: session)
  }
}

/// The options of every command that reads history.
struct HistoryOptions: ReadingOptions {
  @Option(help: "Count what landed on this branch (default: the main branch)", completion: .revisions)
  var branch: String?

  @Option(
    help: ArgumentHelp(
      "Read history as it was at the end of a day (2026-03-31) or at a revision", valueName: "day-or-revision"),
    completion: .revisions)
  var at: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @OptionGroup var answer: AnswerOptions
}

extension HistoryOptions {
  var output: String? { answer.output }
  var request: HistoryRequest { HistoryRequest(branch: branch, at: at, strategy: strategy) }
}

/// Where an answer goes.
struct AnswerOptions: ReadingOptions {
  @Option(help: ArgumentHelp("Write the answer to this file", valueName: "file"), completion: .file())
  var output: String?
}

/// The commits to which changes that a merge brought in are attributed.
struct ParentOptions: ParsableArguments {
  @Flag(
    help: """
      Attribute merged changes to the commits that made them; the merge keeps only changes that differ from all its \
      parents or that none of those commits made
      """)
  var allParents = false
}
