import Decisions
package import Git
package import History
import StrategyModel

/// The authors of a change's commits, by the addresses of a snapshot's people.
package struct Proposers {
  /// Handles.
  package private(set) var people: Set<String> = []
  /// The addresses that belong to nobody, sorted.
  package private(set) var strangers: [String] = []

  /// - Parameter snapshot: of the branch on which the change will land: its addresses count, not those in the change.
  package init(of commits: [Commit], among snapshot: Snapshot, in repository: Repository) throws {
    let addresses = AddressBook(snapshot)
    var unknown: Set<String> = []
    for commit in commits where try !repository.isJudgement(commit) {
      let found = addresses.people(of: commit.author.email)
      if found.isEmpty { unknown.insert(commit.author.email) }
      people.formUnion(found)
    }
    strangers = unknown.sorted()
  }
}

extension AddressBook {
  package init(_ snapshot: Snapshot) {
    self.init()
    for (key, version) in snapshot.entities where key.kind == .person {
      for address in version.list("emails") { add(address, of: key.id) }
    }
  }
}

extension Repository {
  /// Whether a commit only records an opinion on a proposal: it changes no file and has a decision's trailer.
  package func isJudgement(_ commit: Commit) throws -> Bool {
    guard commit.parents.count == 1, let parent = commit.parents.first,
      !Trailers(commit.message)[DecisionTrailer.decision].isEmpty
    else { return false }
    return try self.commit(parent).tree == commit.tree
  }
}
