/// Writes commits in the format of `git fast-import`, a megabyte at a time.
struct FastImportStream {
  enum Branch: String {
    case main = "refs/heads/main"
    case side = "refs/heads/side"
  }

  private let write: (String) throws -> Void
  private var text = ""

  init(write: @escaping (String) throws -> Void) { self.write = write }

  /// Appends a commit to a branch.
  ///
  /// - Parameters:
  ///   - mark: a number above 0 with which later commits can name this one.
  ///   - parent: the mark of the commit to begin the branch at, instead of its last one.
  mutating func commit(
    _ change: Change, to branch: Branch, by person: String, at seconds: Int, mark: Int? = nil, from parent: Int? = nil,
    merging other: Branch? = nil
  ) throws {
    text += "commit \(branch.rawValue)\n"
    if let mark { text += "mark :\(mark)\n" }
    text += "committer \(person.spoken) <\(person)@gather.example> \(seconds) +0000\n"
    append(data: change.message + "\n")
    if let parent { text += "from :\(parent)\n" }
    if let other { text += "merge \(other.rawValue)\n" }
    for file in change.files {
      switch file {
      case .write(let path, let content):
        text += "M 100644 inline \(path)\n"
        append(data: content)
      case .remove(let path): text += "D \(path)\n"
      }
    }
    if text.utf8.count > 1 << 20 { try flush() }
  }

  /// Passes on what has not been written yet.
  mutating func flush() throws {
    try write(text)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func append(data: String) {
    text += "data \(data.utf8.count)\n"
    text += data
    text += "\n"
  }
}
