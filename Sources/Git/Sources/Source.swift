/// Where texts are read from: the working tree, the index, or a revision. All give the same files for the same content,
/// ordered by the bytes of their paths; reading never writes.
package struct Source: Sendable {
  /// "the working tree", "the index", "main (1a2b3c4)"
  package let name: String
  /// The directory that paths count from, absolute; `nil` when the source is not on disk.
  package let directory: String?
  /// The current directory relative to the top, "" at the top and outside.
  package let prefix: String
  let origin: any SourceOrigin

  /// The files on disk around the environment's directory, with or without a repository.
  package static func workingTree(in environment: GitEnvironment) throws(GitError) -> Source {
    let tree = try WorkingTree(environment)
    return Source(name: "the working tree", directory: tree.top, prefix: tree.prefix, origin: tree)
  }

  /// What the next commit would hold.
  package static func index(in environment: GitEnvironment) throws(GitError) -> Source {
    let index = try IndexSnapshot(environment)
    return Source(
      name: "the index", directory: index.repository.workTree, prefix: index.repository.prefix, origin: index)
  }

  /// The files of a commit; `label` is the name the user gave it.
  package static func revision(_ commit: Commit, in repository: Repository, label: String? = nil) -> Source {
    let name = label.map { "\($0) (\(commit.id.short))" } ?? commit.id.short
    return Source(
      name: name, directory: nil, prefix: repository.prefix, origin: RevisionTree(commit, in: repository))
  }

  /// The strategy that contains the current directory, or every strategy if none does.
  ///
  /// A strategy is a folder with a `northstar.yaml`. Looks first in the current directory and those above it, which
  /// costs next to nothing.
  package func strategyFolders() throws(GitError) -> [String] {
    if let folder = try enclosingStrategyFolder() { return [folder] }
    return try everyStrategyFolder()
  }

  /// The nearest folder, from the current one upwards, that holds a `northstar.yaml`.
  package func enclosingStrategyFolder() throws(GitError) -> String? {
    var folder = Substring(prefix)
    while true {
      let path = folder.isEmpty ? strategyFile : "\(folder)/\(strategyFile)"
      if try origin.holds(path) { return String(folder) }
      if folder.isEmpty { return nil }
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? ""
    }
  }

  /// Every folder that holds a `northstar.yaml`, sorted, "" for the top.
  ///
  /// In the working tree of a repository, ignored folders do not count.
  package func everyStrategyFolder() throws(GitError) -> [String] {
    try origin.folders(holding: strategyFile)
  }

  /// The named files directly in `folder`, and every file at any depth below the named folders in it whose name ends in
  /// one of `suffixes`; skips names that begin with a dot.
  ///
  /// Lists what is not a regular file too, with its kind.
  package func files(
    in folder: String, named topFiles: [String], folders: [String], suffixes: [String]
  ) throws(GitError) -> [SourceFile] {
    guard !folder.unicodeScalars.contains("\u{FFFD}") else {
      throw GitError(.unsupported, "read the strategy in '\(folder)'", "the folder's name is not UTF-8")
    }
    return try origin.files(Selection(folder: folder, topFiles: topFiles, folders: folders, suffixes: suffixes))
  }

  /// The text of one file; for many, the other `read` is faster.
  package func read(_ file: SourceFile) throws(GitError) -> [UInt8] {
    try ReadingWork(origin: origin, files: [file]) { $1 }.result(of: file, reader: origin.reader(0)).get()
  }
}

/// The file that makes a folder a strategy.
let strategyFile = "northstar.yaml"

/// Implements a source: lists paths and makes readers.
protocol SourceOrigin: Sendable {
  /// Whether there is anything at `path`.
  func holds(_ path: String) throws(GitError) -> Bool
  /// The folders in which something has this name.
  func folders(holding name: String) throws(GitError) -> [String]
  /// In the order of the paths' bytes.
  func files(_ selection: Selection) throws(GitError) -> [SourceFile]
  /// A reader for one thread; `worker` counts from 0 and identifies the thread.
  func reader(_ worker: Int) throws(GitError) -> any FileReader
  /// Fetches what a partial clone has left out of these files; `false` when there is nothing to fetch.
  func fetchMissing(among files: [SourceFile]) throws(GitError) -> Bool
}

/// Reads files one after the other, on one thread.
protocol FileReader {
  func read(_ file: SourceFile) throws(GitError) -> [UInt8]
}
