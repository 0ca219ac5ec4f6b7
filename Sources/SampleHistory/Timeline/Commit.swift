/// One commit as the repository will contain it.
package struct Commit {
  package let branch: String
  package let message: String
  package let name: ObjectName
  package let files: Files
  /// Positions in the history, first parent first.
  package let parents: [Int]
  let author: String
}

/// Every commit in the order in which it was made; a parent comes before its children.
package struct History {
  package private(set) var commits: [Commit] = []
  private(set) var tags: [(name: String, commit: Int, tagger: String, message: String)] = []
  private var tips: [String: Int] = [:]
  private var forks: [String: Int] = [:]

  package func tip(of branch: String) -> Commit? { tips[branch].map { commits[$0] } }
  func position(of branch: String) -> Int? { tips[branch] }
  package var branches: [String] { tips.keys.sorted() }

  func fork(of branch: String) throws -> Commit {
    guard let position = forks[branch] else { throw StoryFault("'\(branch)' was never begun") }
    return commits[position]
  }

  mutating func begin(_ branch: String, from base: String) throws {
    guard tips[branch] == nil, let position = tips[base] else { throw StoryFault("cannot begin '\(branch)'") }
    tips[branch] = position
    forks[branch] = position
  }

  mutating func tag(_ name: String, _ branch: String, tagger: String, message: String) throws {
    guard let position = tips[branch] else { throw StoryFault("there is no '\(branch)' to tag") }
    tags.append((name, position, tagger, message))
  }

  mutating func add(_ files: Files, to branch: String, merging other: String?, author: String, message: String) throws {
    var parents = tips[branch].map { [$0] } ?? []
    if let other {
      guard let position = tips[other] else { throw StoryFault("there is no '\(other)' to merge") }
      parents.append(position)
    }
    var content = "tree \(files.tree.hex)\n"
    for parent in parents { content += "parent \(commits[parent].name.hex)\n" }
    content += "author \(author)\ncommitter \(author)\n\n\(message)"
    let name = ObjectName(of: "commit", Array(content.utf8))
    tips[branch] = commits.count
    commits.append(
      Commit(branch: branch, message: message, name: name, files: files, parents: parents, author: author))
  }
}
