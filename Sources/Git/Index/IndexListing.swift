/// The index as git lists it.
enum IndexListing {
  /// Costs a process or two; for the index files that `IndexFile` leaves to git.
  static func list(_ environment: GitEnvironment) throws(GitError) -> [IndexEntry] {
    let listing = try run(["ls-files", "-t", "--stage", "-z", "--full-name", ":/"], environment)
    let lines = listing.split(separator: 0).compactMap(Line.init)
    // Git lists a file that is only announced as an empty one; comparing with the files tells them apart.
    guard lines.contains(where: { $0.id == emptyBlob }) else { return lines.map { $0.entry(isIntended: false) } }
    let announced = try run(["diff-files", "--diff-filter=A", "--name-only", "-z"], environment)
    let intended = Set(announced.split(separator: 0))
    return lines.map { $0.entry(isIntended: $0.id == emptyBlob && intended.contains($0.path)) }
  }

  private static let emptyBlob = ObjectID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  private static func run(_ arguments: [String], _ environment: GitEnvironment) throws(GitError) -> [UInt8] {
    let answer = try ChildProcess(arguments, in: environment).finish()
    guard answer.succeeded else { throw .git("list the index", answer) }
    return answer.output
  }

  /// `H 100644 <id> 0 TAB path`
  private struct Line {
    let tag: UInt8?
    let mode: UInt32
    let id: ObjectID?
    let stage: UInt8
    let path: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let fields = parts[0].split(separator: UInt8(ascii: " "))
      guard fields.count == 4, let mode = UInt32(String(decoding: fields[1], as: UTF8.self), radix: 8),
        let stage = UInt8(String(decoding: fields[3], as: UTF8.self))
      else { return nil }
      (tag, self.mode, id, self.stage, path) = (fields[0].first, mode, ObjectID(hex: fields[2]), stage, parts[1])
    }

    func entry(isIntended: Bool) -> IndexEntry {
      IndexEntry(
        path: path, mode: mode, id: id, stage: stage, isSkipped: tag == UInt8(ascii: "S"), isIntended: isIntended)
    }
  }
}
