package import Git
import StrategyStore

/// What a plan compares, and the branch whose policy counts.
package struct PlanRange {
  let repository: Repository
  /// The commit where the change begins.
  let base: Source
  let head: Source
  /// The tip of the branch on which the change will land.
  let target: Source
  /// The commits between, the newest first.
  let commits: [Commit]

  /// - Parameters:
  ///   - range: a proposal's id, a revision, `A..B` or `A...B` (default: the branch that is checked out).
  ///   - past: the branch on which a proposal would have landed at a past moment; `nil` for now.
  package init(_ range: String?, onto past: TargetBranch? = nil, in repository: Repository) throws {
    if let past {
      try self.init(range, onto: past)
      return
    }
    guard let range, let dots = range.firstRange(of: "..") else {
      let main = try repository.mainBranch()
      let head = try range.map { try repository.proposal($0) } ?? repository.checkedOut(beside: main)
      try self.init(repository.newest(of: main), head, repository)
      return
    }
    let isSymmetric = range[dots.upperBound...].hasPrefix(".")
    let names = [range[..<dots.lowerBound], range[dots.upperBound...].dropFirst(isSymmetric ? 1 : 0)]
      .map { $0.isEmpty ? "HEAD" : String($0) }
    try self.init(names[0], names[1], repository, fromMergeBase: isSymmetric)
  }

  private init(_ range: String?, onto past: TargetBranch) throws {
    guard range?.contains("..") != true else {
      throw StrategyError(.badRequest, message: "two revisions are compared as they are: leave out the moment")
    }
    let proposal = try BranchedProposal.named(range, for: past)
    let (main, branch) = ("\(past.name) then", "proposal/\(proposal.id) then")
    repository = past.repository
    target = .revision(past.tip, in: repository, label: main)
    head = .revision(proposal.tip, in: repository, label: branch)
    base =
      proposal.base.id == past.tip.id
      ? target : .revision(proposal.base, in: repository, label: "where \(branch) left \(main)")
    commits = try repository.commits(reachedBy: proposal.tip, notBy: [proposal.base, past.tip])
  }

  private init(_ old: String, _ new: String, _ repository: Repository, fromMergeBase: Bool = true) throws {
    self.repository = repository
    let (from, to) = (try repository.resolve(old), try repository.resolve(new))
    let start = fromMergeBase ? try repository.mergeBase(old, new) : from
    target = .revision(from, in: repository, label: old)
    head = .revision(to, in: repository, label: new)
    let parted = "where \(new) left \(old)"
    base = start.id == from.id ? target : .revision(start, in: repository, label: parted)
    commits = try repository.commits(reachedBy: to, notBy: [start, from])
  }
}

extension Repository {
  /// The branch of a proposal, local or fetched; else the name itself.
  fileprivate func proposal(_ name: String) throws -> String {
    let names = Set(try referenceNames())
    return ["proposal/\(name)", "origin/proposal/\(name)"].first(where: names.contains) ?? name
  }

  fileprivate func checkedOut(beside main: String) throws -> String {
    guard case .branch(let branch) = try head() else { return "HEAD" }
    guard branch != main else {
      throw StrategyError(
        .badRequest, message: "'\(main)' is the main branch itself, not a proposal",
        help: ["Name a proposal, or compare two revisions: \(run: .planRange)."])
    }
    return branch
  }

  /// The newest first.
  func commits(reachedBy tip: Commit, notBy others: [Commit]) throws -> [Commit] {
    let answer = try git(["rev-list", tip.id.description, "--not"] + others.map(\.id.description) + ["--"])
    guard answer.succeeded else { throw StrategyError(message: "cannot list the commits of \(tip.id)") }
    return try answer.output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      try ObjectID(hex: String(decoding: line, as: UTF8.self)).map { try commit($0) }
    }
  }
}
