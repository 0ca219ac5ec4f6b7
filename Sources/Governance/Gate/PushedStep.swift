import Git
import StrategyStore

/// One commit of a push along first parents, with the files that it changes.
struct PushedStep {
  let parent: Commit
  let commit: Commit
  let files: [TreePath: FileChange]

  init(_ parent: Commit, _ commit: Commit, in repository: Repository) throws {
    (self.parent, self.commit) = (parent, commit)
    files = try repository.differences(from: parent, to: commit)
  }

  var paths: [String] { files.keys.map(\.description) }
}

extension Repository {
  /// The steps from one commit to another, the oldest first; `nil` where the first is not among the first-parent
  /// ancestors of the second.
  func steps(from old: Commit, to new: Commit) throws -> [PushedStep]? {
    let line = try firstParentLine(from: new.id) { $0 == old.id }
    switch line.end {
    case .known: break
    case .beginning: return nil
    case .cut:
      throw StrategyError(message: "the history of this clone is cut off", help: ["Run 'git fetch --unshallow'."])
    }
    var parent = old
    return try line.commits.reversed().map { next in
      let commit = try commit(next.id)
      defer { parent = commit }
      return try PushedStep(parent, commit, in: self)
    }
  }

  /// The paths that a push touches, those that only its proposals have touched included.
  func paths(touchedBy steps: [PushedStep]) throws -> Set<String> {
    var paths = Set(steps.flatMap(\.paths))
    for step in steps {
      for id in step.commit.parents.dropFirst() {
        guard let base = try mergeBase(step.parent.id, id) else { continue }
        paths.formUnion(try differences(from: commit(base), to: commit(id)).keys.map(\.description))
      }
    }
    return paths
  }
}
