import ArgumentParser

/// The options of every command that reads history.
struct HistoryOptions: ParsableArguments {
  @Option(help: "Count what landed on this branch (default: the main branch)", completion: .revisions)
  var branch: String?

  @Option(help: "Read history as it was on a day (2026-03-31) or at a revision", completion: .revisions)
  var at: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?
}
