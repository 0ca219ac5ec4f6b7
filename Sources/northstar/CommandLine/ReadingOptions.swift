import ArgumentParser
import StrategyStore

/// `--at`, shared by every command that reads a strategy.
struct MomentOptions: ParsableArguments {
  @Option(help: "Read the strategy as it was on a day (2026-03-31) or at a revision", completion: .revisions)
  var at: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?
}

extension MomentOptions {
  var moment: Moment { Moment(at: at, strategy: strategy) }
}

/// The options of every command that reads history.
struct HistoryOptions: ParsableArguments {
  @Option(help: "Count what landed on this branch (default: the main branch)", completion: .revisions)
  var branch: String?

  @Option(help: "Read history as it was on a day (2026-03-31) or at a revision", completion: .revisions)
  var at: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?
}

extension HistoryOptions {
  var request: HistoryRequest { HistoryRequest(branch: branch, at: at, strategy: strategy) }
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
