/// What the index holds: listed by `git`, which alone knows split and sparse indexes, read by libgit2.
struct IndexSnapshot: SourceOrigin {
  let repository: Repository
  private let entries: [IndexEntry]

  init(_ environment: GitEnvironment) throws(GitError) {
    let listing = try GitProcess(["ls-files", "--stage", "-z", "--full-name", ":/"], in: environment)
    repository = try Repository.open(in: environment)
    let answer = try listing.finish()
    guard answer.succeeded else {
      throw GitError(.gitFailed, "list the index", String(decoding: answer.errors, as: UTF8.self))
    }
    entries = IndexEntry.parse(answer.output)
  }

  func holds(_ path: String) throws(GitError) -> Bool {
    entries.contains { $0.path.elementsEqual(path.utf8) }
  }

  func folders(holding name: String) throws(GitError) -> [String] {
    entries.compactMap { entry in
      let folder = entry.path.lastIndex(of: slash) ?? entry.path.startIndex
      guard entry.path.split(separator: slash).last?.elementsEqual(name.utf8) == true else { return nil }
      return String(decoding: entry.path[..<folder], as: UTF8.self)
    }
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    entries.filter { selection.accepts(path: $0.path) }.map { SourceFile(path: Array($0.path), kind: $0.kind, id: $0.id) }
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader {
    BlobReader(objects: try ObjectReader(repository.objectDirectories, worker: worker))
  }
}

/// One line of `git ls-files --stage -z`.
struct IndexEntry: Sendable {
  let path: ArraySlice<UInt8>
  let kind: SourceFile.Kind
  let id: ObjectID?

  static func parse(_ listing: [UInt8]) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for line in listing.split(separator: 0) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let fields = parts[0].split(separator: UInt8(ascii: " "))
      guard fields.count == 3, let mode = TreeParser.octal(fields[0]) else { continue }
      let isMerged = fields[2].elementsEqual([UInt8(ascii: "0")])
      if !isMerged, entries.last?.path == parts[1] { continue }
      guard case .file(let kind) = TreeParser.kind(mode) else { continue }
      entries.append(
        IndexEntry(path: parts[1], kind: isMerged ? kind : .unmerged, id: isMerged ? ObjectID(hex: fields[1]) : nil))
    }
    return entries
  }
}
