import Foundation

/// A strategy with a long history in git, packed in a bare repository.
struct HistoryRepository {
  /// Commits on the main branch.
  let commits: Int
  /// Without a commit graph.
  let bare: URL
  /// A clone with a commit graph.
  let graphed: URL
  /// The id of the last commit on the main branch.
  let tip: String

  /// Writes a history of this many commits below a directory, or finds it there.
  init(commits: Int, in directory: URL) throws {
    self.commits = commits
    bare = directory.appending(path: "history-\(commits).git")
    graphed = directory.appending(path: "history-\(commits)-graph.git")
    let marker = directory.appending(path: "history-\(commits).tip")
    if !FileManager.default.fileExists(atPath: marker.path) {
      for leftover in [bare, graphed] { try? FileManager.default.removeItem(at: leftover) }
      try HistoryRepository.make(commits: commits, bare)
      try Program("git", "clone", "--quiet", "--bare", bare.path, graphed.path).run()
      try Program("git", "commit-graph", "write", "--reachable", "--no-progress", in: graphed).run()
      try Data(Program("git", "rev-parse", "main", in: bare).output()).write(to: marker, options: .atomic)
    }
    tip = try String(decoding: Data(contentsOf: marker), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func make(commits: Int, _ bare: URL) throws {
    try Program("git", "init", "--quiet", "--bare", "--initial-branch=main", bare.path).run()
    try Program("git", "fast-import", "--quiet", in: bare).run { write in
      var history = StrategyHistory(commits: commits)
      var stream = FastImportStream(write: write)
      try history.write(to: &stream)
    }
    try Program("git", "update-ref", "-d", FastImportStream.Branch.side.rawValue, in: bare).run()
    try Program("git", "repack", "-adq", in: bare).run()
  }
}
