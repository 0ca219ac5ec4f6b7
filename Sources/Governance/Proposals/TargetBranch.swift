package import Git
import History
import Presentation
package import StrategyModel
package import StrategyStore

/// The branch on which proposals land, in its current state: its strategy, its people, its policy.
package struct TargetBranch {
  package let repository: Repository
  /// In full, as in `refs/heads/main`.
  let reference: String
  let tip: Commit
  let strategy: Strategy
  let snapshot: Snapshot
  package let today: Day
  private let addresses: AddressBook
  /// The moment to look back to, and who is told what is unknown about it; `nil` for now.
  private let lookBack: (until: Int64, newest: Commit, limits: Limits)?

  /// - Parameters:
  ///   - choice: the strategy's id or folder; `nil` for the only one.
  ///   - moment: a day or a revision; `nil` for now.
  package init(_ choice: String?, at moment: String? = nil, of repository: Repository, in session: Session) throws {
    let name = try repository.mainBranch()
    guard let reference = try repository.branchReference(name) else {
      throw StrategyError(
        message: "'\(name.visible)' is not a branch of this repository",
        help: ["Name one with 'git config northstar.mainBranch <branch>'."])
    }
    let newest = try repository.resolve(repository.newest(of: reference.shortBranch))
    guard let moment else {
      try self.init(reference, at: newest, choice, of: repository, in: session)
      return
    }
    let past = try session.commit(at: moment, in: repository)
    try self.init(
      reference, at: past.commit, choice, of: repository, in: session, (past.day, past.until, newest))
  }

  init(
    _ reference: String, at tip: Commit, _ choice: String?, of repository: Repository,
    in session: Session, _ past: (day: Day, until: Int64, newest: Commit)? = nil
  ) throws {
    self.repository = repository
    self.reference = reference
    self.tip = tip
    let source = Source.revision(tip, in: repository, label: reference.shortBranch)
    strategy = try LoadedStrategies(settingsOf: source, choosing: choice).only()
    snapshot = try LoadedMeaning(source, in: strategy.folder).snapshot
    today = try past?.day ?? session.today(in: strategy)
    lookBack = past.map { ($0.until, $0.newest, session.limits) }
    addresses = AddressBook(snapshot)
  }

  /// - Parameter snapshot: the state that decides who may do what; it need not be that of the tip.
  init(
    _ reference: String, at tip: Commit, of repository: Repository, _ strategy: Strategy, _ snapshot: Snapshot,
    on today: Day
  ) {
    (self.repository, self.reference, self.tip, self.strategy) = (repository, reference, tip, strategy)
    (self.snapshot, self.today, lookBack) = (snapshot, today, nil)
    addresses = AddressBook(snapshot)
  }

  /// The target with the same policy at another commit.
  func at(_ tip: Commit) -> TargetBranch {
    TargetBranch(reference, at: tip, of: repository, strategy, snapshot, on: today)
  }

  /// The person with this address; `nil` if nobody or several people have it.
  func handle(of address: String) -> String? { addresses.person(of: address) }

  var name: String { reference.shortBranch }

  /// The proposals as they were; `nil` for now.
  var past: PastProposals? {
    lookBack.map { PastProposals(target: self, until: $0.until, newest: $0.newest, limits: $0.limits) }
  }
}

extension TargetBranch {
  /// Throws if the local branch lacks commits that were fetched: a commit on it could not be pushed.
  func requireCurrent() throws {
    // Not compared with the tip, which others may have moved since.
    guard try repository.newest(of: name) != name else { return }
    throw StrategyError(
      message: "'\(name)' is behind 'origin/\(name)'",
      help: ["Bring it up to date first: git switch \(name), then git pull."])
  }
}

extension Repository {
  /// A branch, or its fetched state if that is further ahead: the shared state counts.
  func newest(of name: String) throws -> String {
    guard let own = try referenceTarget("refs/heads/\(name)"),
      let fetched = try referenceTarget("refs/remotes/origin/\(name)"), own != fetched,
      try mergeBase(own, fetched) == own
    else { return name }
    return "origin/\(name)"
  }

  /// The full name of a local branch; `nil` if it does not exist.
  func branchReference(_ name: String) throws -> String? {
    if name == "HEAD" { if case .branch(let branch) = try head() { return "refs/heads/\(branch)" } else { return nil } }
    let full = name.hasPrefix("refs/heads/") ? name : "refs/heads/\(name)"
    return try referenceTarget(full) == nil ? nil : full
  }
}

extension String {
  /// A branch's short name for people.
  package var shortBranch: String { hasPrefix("refs/heads/") ? String(dropFirst("refs/heads/".count)) : self }
}
