/// One commit on a line of first parents.
package struct LineCommit: Sendable, Equatable {
  package let id: ObjectID
  package let tree: ObjectID
  /// The committer's, in seconds since 1970.
  package let time: Int64
  /// The parents besides the first, which only a merge has.
  package let merged: [ObjectID]
}

/// Commits along first parents, the newest first.
package struct FirstParentLine: Sendable {
  /// Why a line goes back no further.
  package enum End: Sendable, Equatable {
    /// The last commit has no parent.
    case beginning
    /// A shallow clone leaves out what came before.
    case cut
    /// This commit, which is not part of the line, was already known.
    case known(LineCommit)
  }

  package fileprivate(set) var commits: [LineCommit] = []
  package fileprivate(set) var end = End.beginning

  /// Whether it reached a commit that was known.
  package var isKnown: Bool { if case .known = end { true } else { false } }
}

extension Repository {
  /// Follows first parents from a commit to the beginning, or up to a known commit.
  package func firstParentLine(
    from tip: ObjectID, upTo isKnown: (ObjectID) -> Bool = { _ in false }
  ) throws(GitError) -> FirstParentLine {
    var walk = try LineWalk(self, from: tip)
    var line = FirstParentLine()
    while let commit = try walk.next() {
      if isKnown(commit.id) {
        line.end = .known(commit)
        return line
      }
      line.commits.append(commit)
    }
    line.end = walk.isCut ? .cut : .beginning
    return line
  }
}

/// Follows first parents, using the commit graph as far as it reaches.
private struct LineWalk {
  private let reader: ObjectReader
  private let repository: Repository
  private let shallow: Set<ObjectID>
  private var graph: CommitGraph?
  private var looksForGraph = true
  private var readCount = 0
  private var step: Step?
  private var stepsInGraph = 0
  private(set) var isCut = false

  private enum Step {
    case object(ObjectID)
    /// A commit of the graph, by its position there.
    case place(Int)
  }

  init(_ repository: Repository, from tip: ObjectID) throws(GitError) {
    self.repository = repository
    reader = try ObjectReader(repository.objectDirectories, worker: 0)
    shallow = repository.shallowCommits
    step = .object(tip)
  }

  mutating func next() throws(GitError) -> LineCommit? {
    guard let current = step else { return nil }
    switch current {
    case .place(let place):
      // A damaged graph may lead in a circle.
      stepsInGraph += 1
      guard let graph, stepsInGraph <= graph.count, let entry = graph.entry(at: place) else { throw Self.damagedGraph }
      step = entry.parents.first.map(Step.place)
      let merged = try entry.parents.dropFirst().map { (place) throws(GitError) in
        guard let parent = graph.entry(at: place) else { throw Self.damagedGraph }
        return parent.id
      }
      return LineCommit(id: entry.id, tree: entry.tree, time: entry.time, merged: merged)
    case .object(let id):
      openGraph()
      if let place = graph?.place(of: id) {
        step = .place(place)
        return try next()
      }
      return try read(id)
    }
  }

  private mutating func read(_ id: ObjectID) throws(GitError) -> LineCommit {
    let operation = "read the history"
    guard let header = CommitHeader(try reader.read(id, as: .commit, for: operation)) else {
      throw GitError(.corrupt, operation, "commit \(id) is damaged", advice: "Run 'git fsck'")
    }
    readCount += 1
    isCut = !header.parents.isEmpty && shallow.contains(id)
    step = isCut ? nil : header.parents.first.map(Step.object)
    return LineCommit(
      id: id, tree: header.tree, time: header.time, merged: isCut ? [] : Array(header.parents.dropFirst()))
  }

  /// The graph's file has to be read as a whole, which is not worth it for a few commits.
  private mutating func openGraph() {
    guard looksForGraph, readCount >= 64 else { return }
    looksForGraph = false
    graph = repository.commitGraph()
  }

  private static let damagedGraph = GitError(
    .corrupt, "read the history", "the commit graph is damaged", advice: "Run 'git commit-graph write --reachable'")
}

/// What a walk needs of a commit.
struct CommitHeader {
  let tree: ObjectID
  private(set) var parents: [ObjectID] = []
  private(set) var time: Int64 = 0

  /// `nil` when the bytes are not a commit.
  init?(_ bytes: [UInt8]) {
    let digits = 2 * ObjectID.byteCount
    guard bytes.starts(with: "tree ".utf8), bytes.count > 6 + digits, bytes[5 + digits] == UInt8(ascii: "\n"),
      let tree = ObjectID(hex: bytes[5..<5 + digits])
    else { return nil }
    self.tree = tree
    var place = 6 + digits
    var mayHaveParents = true
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[place..<end]
      if line.starts(with: "parent ".utf8) {
        // Git reads parents directly after the tree and nowhere else.
        guard mayHaveParents, end + 1 < bytes.count, let id = ObjectID(hex: line.dropFirst(7)) else { return nil }
        parents.append(id)
      } else {
        mayHaveParents = false
        if line.starts(with: "tree ".utf8) { return nil }
        if line.starts(with: "committer ".utf8) { time = SignatureParser.time(line.dropFirst(10)) }
      }
      place = end + 1
    }
  }
}
