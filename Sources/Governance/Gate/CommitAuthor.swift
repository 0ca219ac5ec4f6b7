import Decisions
import Git
import StrategyStore

/// The author of a commit, as far as the old tip can tell.
struct CommitAuthor {
  /// `nil` when the commit does not prove an author.
  let handle: String?
  private let flaw: Refusal?

  init(of commit: Commit, for target: TargetBranch, _ signatures: Signatures) {
    let policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: [])
    let address = commit.author.email
    guard let found = target.handle(of: address) else {
      handle = nil
      flaw = Refusal(
        "'\(address)' belongs to nobody in people/, or to several people", in: commit,
        help: ["Set git's address to the one in your file in people/: git config user.email <address>."])
      return
    }
    let reason: String? =
      switch policy.standing(of: found) {
      case .present: nil
      case .left(let day): "\(found) left on \(day)"
      case .notYetJoined(let day): "\(found) joins on \(day)"
      case .unknown: "'\(found)' is not in people/"
      }
    let proof = policy.requiresSignatures ? signatures.signature(of: commit, by: found).flaw(of: found) : nil
    flaw = (reason ?? proof).map { Refusal($0, in: commit, help: CommitAuthor.help(reason, found)) }
    handle = flaw == nil ? found : nil
  }

  /// Empty for a commit whose author is known, is still there, and has signed it if the policy requires that.
  var refusals: [Refusal] { [flaw].compactMap(\.self) }

  private static func help(_ reason: String?, _ person: String) -> [Remedy] {
    reason != nil ? [] : ["Sign it with a key from people/\(person).yaml: git commit --amend --no-edit -S."]
  }
}

extension Approval.Signature {
  /// `nil` when it is valid.
  fileprivate func flaw(of person: String) -> String? {
    switch self {
    case .good: nil
    case .unsigned: "it is not signed, but the policy requires \(person)'s signature"
    case .bad(let reason): "its signature is not valid: \(reason)"
    }
  }
}
