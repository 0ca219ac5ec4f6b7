import Decisions
import Foundation
import StrategyModel
import TestSupport

@testable import Git
@testable import Governance
@testable import northstar

/// A bare repository in which attacks are carried out and judged in process.
struct AttackedRepository {
  private let sandbox: Sandbox
  private let repository: Repository
  private let writer: ObjectWriter
  private let company: ObjectID

  /// A commit, with the contents of its tree.
  struct Node {
    let id: ObjectID
    let tree: ObjectID
    let state: AttackedState
  }

  init() throws {
    sandbox = try Sandbox(isRepository: false)
    try sandbox.git("init", "-q", "--bare", "-b", "main", in: "repo")
    repository = try Repository.open(in: sandbox.console().git)
    writer = try ObjectWriter(repository)
    company = try repository.writeTree(AttackedRepository.changes(nil, .company), onto: nil)
  }

  private static func changes(_ old: AttackedState?, _ new: AttackedState) throws -> [TreePath: FileChange] {
    var changes: [TreePath: FileChange] = [:]
    for path in Set((old?.files ?? [:]).keys).union(new.files.keys) where old?.files[path] != new.files[path] {
      changes[try TreePath(path)] = new.files[path].map { .text(Array($0.yaml.utf8)) } ?? .removal
    }
    for path in Set((old?.sheets ?? [:]).keys).union(new.sheets.keys) where old?.sheets[path] != new.sheets[path] {
      changes[try TreePath(path)] = new.sheets[path].map { .text(Array($0.utf8)) } ?? .removal
    }
    return changes
  }

  /// Commits a state.
  func commit(_ state: AttackedState, by author: String, _ parents: [Node] = [], _ message: String = "Change it") throws
    -> Node
  {
    let base = parents.first
    let changes = try AttackedRepository.changes(base?.state ?? .company, state)
    let tree = try changes.isEmpty ? base?.tree ?? company : repository.writeTree(changes, onto: base?.tree ?? company)
    let person = "\(author) <\(author)@huddle.example> 1769594400 +0000"
    let text =
      "tree \(tree)\n" + parents.map { "parent \($0.id)\n" }.joined() + "author \(person)\ncommitter \(person)\n\n"
      + message + "\n"
    return Node(id: try writer.write(Array(text.utf8), as: .commit), tree: tree, state: state)
  }

  /// The reasons for which a push of the main branch is refused, without the findings of `check` on the outcome.
  func refusals(of new: Node, after old: Node) throws -> [String] {
    let gate = try Gate(in: sandbox.console().session)
    let reference = "refs/heads/main"
    do {
      let verdict = try gate.judge(
        [ReferenceMove(reference, from: old.id, to: new.id)], protecting: ProtectedBranches(only: reference))
      return verdict.refused.flatMap(\.refusals).map(\.line).filter {
        !$0.contains("the result has a fault")
      }
    } catch {
      return ["error: \(error)"]
    }
  }

  private func target(_ main: Node) throws -> TargetBranch {
    let tip = try repository.commit(main.id)
    return try TargetBranch("refs/heads/main", at: tip, nil, of: repository, in: sandbox.console().session)
  }
}

extension AttackedRepository {
  /// Carries out an attack, and returns what refuses it.
  func refusals(of attack: Attack) throws -> [String] {
    switch attack.way {
    case .direct:
      let old = try commit(attack.old, by: "ada")
      return try refusals(of: commit(attack.new, by: attack.author, [old]), after: old)
    case .landing: return try landing(attack)
    case .handMadeMerge: return try merge(attack)
    case .sideBranch: return try sideBranch(attack)
    case .twoPushes:
      let old = try commit(attack.old, by: "ada")
      let between = try commit(attack.between, by: attack.author, [old])
      let new = try commit(attack.new, by: attack.merger, [between])
      if attack.isOnePush { return try refusals(of: new, after: old) }
      let first = try refusals(of: between, after: old)
      return try first.isEmpty ? refusals(of: new, after: between) : first
    }
  }

  /// A branch that left at the tip, merged by hand after the main branch has moved; in the later variants the merge
  /// itself makes the change.
  private func merge(_ attack: Attack) throws -> [String] {
    let old = try commit(attack.old, by: "ada")
    let isInMerge = attack.form >= 4
    let side = try commit(isInMerge ? attack.old.renamed(false) : attack.new, by: attack.author, [old])
    let main = try commit(attack.old.renamed(true), by: attack.merger, [old])
    let end = isInMerge ? attack.new.renamed(true).renamed(false) : attack.new.renamed(true)
    return try refusals(of: commit(end, by: attack.merger, [main, side]), after: old)
  }

  private func sideBranch(_ attack: Attack) throws -> [String] {
    switch attack.form {
    case 0, 1:
      // Before the file existed.
      var before = attack.old
      for path in attack.change.paths { (before.files[path], before.sheets[path]) = (nil, nil) }
      let base = try commit(before, by: "ada")
      let main = try commit(attack.old, by: "ada", [base])
      let side = try commit(attack.new, by: attack.author, [base])
      return try refusals(of: commit(attack.new, by: attack.merger, [main, side]), after: main)
    case 2, 3:
      // When it already was as it will be again.
      let base = try commit(attack.new, by: "ada")
      let main = try commit(attack.old, by: "ada", [base])
      let side = try commit(attack.new.renamed(true), by: attack.author, [base])
      return try refusals(of: commit(attack.new.renamed(true), by: attack.merger, [main, side]), after: main)
    case 4:
      let main = try commit(attack.old, by: "ada")
      let side = try commit(attack.new, by: attack.author)
      return try refusals(of: commit(attack.new, by: attack.merger, [main, side]), after: main)
    case 5, 6:
      // Somebody else had once made this change, and has reverted it.
      let base = try commit(attack.old, by: "ada")
      let other = attack.old.isPresent("lin") ? "lin" : "omar"
      let there = try commit(attack.new, by: other, [base])
      let back = try commit(attack.old.renamed(true), by: other, [there])
      return try refusals(of: commit(attack.new.renamed(true), by: attack.merger, [base, back]), after: base)
    default:
      // A merge within the branch.
      let base = try commit(attack.old, by: "ada")
      let one = try commit(attack.old.renamed(true), by: attack.author, [base])
      let other = try commit(attack.new, by: attack.author, [base])
      let both = try commit(attack.new.renamed(true), by: attack.author, [one, other])
      return try refusals(of: commit(attack.new.renamed(true), by: attack.merger, [base, both]), after: base)
    }
  }

  /// Variants: 0 the merge contains more than was proposed, 1 its record is another's, 2 what was approved has changed
  /// since, 3 the main branch has moved.
  private func landing(_ attack: Attack) throws -> [String] {
    let base = try commit(attack.old, by: "ada")
    var record = Tree(yaml: "kind: proposal\nid: it\ntitle: It\nwhy: Why\nopened: 2026-01-27\nstate: open\n")
    let strangers = ["lin", "ada", "omar"].filter { $0 != attack.author && $0 != attack.helper }
    record["by"] = .word(attack.form == 1 ? strangers[0] : attack.author)
    var opened = attack.form == 2 ? attack.old : attack.new
    opened.files["proposals/it.yaml"] = record
    if attack.form == 2 { opened.files["metrics/recurring-revenue.yaml"]?["target"] = .word("7") }
    var tip = try commit(opened, by: attack.author, [base])
    let main = attack.form == 3 ? try commit(attack.old.renamed(true), by: "omar", [base]) : base
    let target = try target(main)
    if attack.form == 2 { tip = try say(attack, tip, target) }
    var proposed = attack.new
    proposed.files["proposals/it.yaml"] = record
    tip = try commit(proposed, by: attack.helper ?? attack.author, [tip], "More")
    if attack.form != 2 { tip = try say(attack, tip, target) }
    let proposal = try BranchedProposal("it", at: repository.commit(tip.id), for: target)
    let judged = try LandingJudgement(proposal, on: target).state
    let met = judged.lines.allSatisfy(\.isMet) ? Set(judged.lines.flatMap(\.metBy)).sorted() : judged.approvers
    var landed = attack.form == 3 ? proposed.renamed(true) : proposed
    if attack.form == 0 { landed = landed.renamed(false) }
    record["state"] = .word("landed")
    record["closed"] = .word(AttackedState.today)
    record["approved_by"] = .list(met.map(Tree.word))
    landed.files["proposals/it.yaml"] = record
    let message =
      "Land it\n\nNorthstar-Proposal: it\nNorthstar-Decision: land\n"
      + met.map { "Northstar-Decided-By: \($0)\n" }.joined()
      + "Northstar-Judged: \(tip.id)\nNorthstar-Digest: \(proposal.digest)"
    return try refusals(of: commit(landed, by: attack.merger, [main, tip], message), after: main)
  }

  /// What people say about a proposal in its current form.
  private func say(_ attack: Attack, _ tip: Node, _ target: TargetBranch) throws -> Node {
    let digest = try BranchedProposal("it", at: repository.commit(tip.id), for: target).digest
    var tip = tip
    let words =
      attack.approvers.sorted().map { ($0, "approve") } + attack.objectors.sorted().map { ($0, "request-changes") }
    for (person, word) in words {
      let message =
        "Say it\n\nNorthstar-Proposal: it\nNorthstar-Decision: \(word)\nNorthstar-Decided-By: \(person)\n"
        + "Northstar-Digest: \(digest)"
      tip = try commit(tip.state, by: person, [tip], message)
    }
    return tip
  }
}

extension AttackedState {
  /// With one of two metrics renamed, which nobody needs to approve.
  func renamed(_ isFirst: Bool) -> AttackedState {
    var state = self
    state.files[isFirst ? "metrics/new-workspaces.yaml" : "metrics/recurring-revenue.yaml"]?["name"] = .word(
      "Called otherwise")
    return state
  }
}
