/// Finds the commits that merges brought in: those reached from their other parents and from no earlier commit of the
/// line.
///
/// Called from the oldest merge of a line to the newest, which makes it exact whatever the clocks said.
struct SideWalk {
  struct Found {
    let id: ObjectID
    let tree: ObjectID
    let parents: [ObjectID]
    /// Whether a shallow clone leaves out the commit's parents.
    let isCut: Bool
  }

  private let reader: ObjectReader
  private let shallow: Set<ObjectID>
  /// The trees of all commits that were reached.
  private(set) var trees: [ObjectID: ObjectID]

  init(_ repository: Repository, beside line: FirstParentLine) throws(GitError) {
    reader = try ObjectReader(repository.objectDirectories, worker: 0)
    shallow = repository.shallowCommits
    trees = Dictionary(line.commits.map { ($0.id, $0.tree) }) { $1 }
  }

  /// What a merge brought in, each commit after its parents.
  mutating func commits(of merge: LineCommit) throws(GitError) -> [Found] {
    var found: [Found] = []
    for parent in merge.merged { try collect(from: parent, into: &found) }
    return found
  }

  private mutating func collect(from tip: ObjectID, into found: inout [Found]) throws(GitError) {
    guard trees[tip] == nil else { return }
    var open = [(commit: try read(tip), next: 0)]
    while let last = open.indices.last {
      let (commit, next) = open[last]
      guard next < commit.parents.count else {
        found.append(commit)
        open.removeLast()
        continue
      }
      open[last].next += 1
      if trees[commit.parents[next]] == nil { open.append((try read(commit.parents[next]), 0)) }
    }
  }

  private mutating func read(_ id: ObjectID) throws(GitError) -> Found {
    let operation = "read the history"
    guard let header = CommitHeader(try reader.read(id, as: .commit, for: operation)) else {
      throw GitError(.corrupt, operation, "commit \(id) is damaged", advice: "Run 'git fsck'")
    }
    trees[id] = header.tree
    let isCut = !header.parents.isEmpty && shallow.contains(id)
    return Found(id: id, tree: header.tree, parents: isCut ? [] : header.parents, isCut: isCut)
  }
}
