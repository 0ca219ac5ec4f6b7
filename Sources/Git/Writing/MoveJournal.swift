internal import Glibc

/// What is written down while index and files follow a branch, so that a move whose process was killed is undone by
/// the next writer. Read and written under the writers' lock alone.
struct MoveJournal {
  struct Entry: Equatable {
    let branch: String
    let directory: String
    let old: ObjectID?
    let new: ObjectID
  }

  private let repository: Repository
  private var path: String { "\(repository.commonDirectory)/northstar.move" }
  private static let end = "end"

  init(_ repository: Repository) { self.repository = repository }

  func begin(_ entries: [Entry]) throws(GitError) {
    let fields = entries.flatMap { [$0.branch, $0.directory, $0.old?.description ?? "", $0.new.description] }
    _ = unsafe unlink(path)
    try DiskFile.write(Array((fields + [Self.end]).joined(separator: "\0").utf8), toNew: path)
  }

  func finish() { _ = unsafe unlink(path) }

  /// Undoes what a killed process has left, unless its branch has moved by now.
  func recover() throws(GitError) {
    guard Disk.kind(path) != nil else { return }
    do throws(GitError) {
      for entry in Self.parse(try DiskFile.read(path)) { try undo(entry) }
    } catch {
      // What cannot be undone now may be later; without its objects it never can.
      guard error.code == .missingObject || error.code == .corrupt else { throw error }
    }
    finish()
  }

  private func undo(_ entry: Entry) throws(GitError) {
    guard try repository.referenceTarget(entry.branch) == entry.old else { return }
    let places = try CheckOut.all(of: entry.branch, in: repository).filter { $0.path == entry.directory }
    let changes = try repository.changes(from: entry.old, to: entry.new)
    for place in places { try place.undo(from: entry.new, to: entry.old, changes) }
  }

  /// Empty when the text is cut off: then no file had been touched.
  private static func parse(_ bytes: [UInt8]) -> [Entry] {
    let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard fields.last == end, fields.count % 4 == 1 else { return [] }
    return stride(from: 0, to: fields.count - 1, by: 4).compactMap { place in
      ObjectID(hex: fields[place + 3]).map {
        Entry(branch: fields[place], directory: fields[place + 1], old: ObjectID(hex: fields[place + 2]), new: $0)
      }
    }
  }
}

extension CheckOut {
  /// Takes a move back that may have ended anywhere; leaves alone what the user has changed since.
  func undo(from new: ObjectID, to old: ObjectID?, _ changes: [TreePath: FileChange]) throws(GitError) {
    do throws(GitError) {
      try moveBack(from: new, to: old)
    } catch {
      guard error.code == .filesInTheWay else { throw error }
    }
    // Git writes the index last, so files may be new under an old index.
    let paths = changes.keys.map(\.description).sorted()
    let stale = try list(["diff-files", "--name-only", "-z", "--"] + paths)
    let added = try list(["ls-files", "--others", "-z", "--"] + paths)
    var restored: [UInt8] = []
    for (path, change) in changes where try isWritten(path, change) {
      if stale.contains(path.bytes) { restored += path.bytes + [0] }
      if added.contains(path.bytes) { _ = unsafe unlink("\(self.path)/\(path)") }
    }
    guard !restored.isEmpty else { return }
    let answer = try git(["checkout-index", "-f", "-u", "-z", "--stdin"], input: restored)
    guard answer.succeeded else { throw .git("restore the files in '\(path)'", answer) }
  }

  private func list(_ arguments: [String]) throws(GitError) -> Set<[UInt8]> {
    let answer = try git(["--literal-pathspecs"] + arguments)
    guard answer.succeeded else { throw .git("look for changes in '\(path)'", answer) }
    return Set(answer.output.split(separator: 0).map(Array.init))
  }

  /// Whether the file is as the move was to make it.
  private func isWritten(_ file: TreePath, _ change: FileChange) throws(GitError) -> Bool {
    let isThere = Disk.kind("\(path)/\(file)") == .regular
    guard case .object(let id, _) = change else { return !isThere }
    guard isThere else { return false }
    let answer = try git(["hash-object", "--", "\(file)"])
    return answer.succeeded && ObjectID(hex: answer.output.prefix(40)) == id
  }
}
