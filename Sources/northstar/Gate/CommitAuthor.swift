import Decisions
import Diagnostics
import Git
import StrategyModel

/// Who a commit is by, as far as the old tip can tell.
struct CommitAuthor {
  /// `nil` when the commit proves nobody.
  let handle: String?
  private let flaw: Refusal?

  init(of commit: Commit, for target: LandingTarget, _ signatures: Signatures) {
    let policy = LandingPolicy(target.snapshot, on: target.today, proposers: [])
    let address = commit.author.email
    guard let found = target.handle(of: address) else {
      handle = nil
      flaw = Refusal(
        "'\(address)' is nobody's address in people/, or that of several", in: commit,
        help: ["Give git the address that your file in people/ has: git config user.email <address>."])
      return
    }
    let reason: String? =
      switch policy.standing(of: found) {
      case .present: nil
      case .left(let day): "\(found) left on \(day)"
      case .notYetJoined(let day): "\(found) joins on \(day)"
      case .unknown: "'\(found)' is nobody in people/"
      }
    let proof = policy.requiresSignatures ? signatures.signature(of: commit, by: found).flaw(of: found) : nil
    flaw = (reason ?? proof).map { Refusal($0, in: commit, help: CommitAuthor.help(reason, found)) }
    handle = flaw == nil ? found : nil
  }

  /// Empty for a commit whose author is known, there, and has signed it where the policy asks.
  var refusals: [Refusal] { [flaw].compactMap(\.self) }

  private static func help(_ reason: String?, _ person: String) -> [String] {
    reason != nil ? [] : ["Sign it with a key that people/\(person).yaml has: git commit --amend --no-edit -S."]
  }
}

extension Approval.Signature {
  /// `nil` when it holds.
  fileprivate func flaw(of person: String) -> String? {
    switch self {
    case .good: nil
    case .unsigned: "it is not signed, and the policy asks for \(person)'s signature"
    case .bad(let reason): "its signature does not hold: \(reason)"
    }
  }
}
