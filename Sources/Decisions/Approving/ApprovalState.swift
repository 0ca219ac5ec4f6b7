/// The state of a change's approval: which requirement is met by whom, what is missing, and what is in the way.
package struct ApprovalState: Sendable {
  /// One requirement, and the people who have met it.
  package struct Line: Sendable {
    package let requirement: Requirement
    /// The people whose approvals count for it, sorted; no more of them than it needs.
    package internal(set) var metBy: [String]
    /// How many more approvals it needs.
    package var missing: Int { requirement.count - metBy.count }
    /// The people who could give them, sorted.
    package internal(set) var candidates: [String]
    package var isMet: Bool { missing <= 0 }
  }

  /// A statement that does not count.
  package struct Void: Sendable, Equatable {
    package let approval: Approval
    /// One clause: "it approves an earlier version of the change".
    package let reason: String
  }

  package let digest: ChangeDigest
  /// Everybody who has validly approved the change in its current form, sorted; required or not.
  package let approvers: [String]
  package let lines: [Line]
  /// In the order of the commits.
  package let voided: [Void]
  /// Requests for changes by people whose approval is required, or by stewards. They remain until their authors
  /// withdraw them, whatever becomes of the change.
  package let requests: [Approval]
  /// Requests for changes by others, which block nothing.
  package let remarks: [Approval]

  package var isApproved: Bool { requests.isEmpty && lines.allSatisfy(\.isMet) }

  /// - Parameters:
  ///   - approvals: in the order of their commits, the oldest first.
  ///   - digest: of the current change.
  package init(
    _ requirements: [Requirement], _ approvals: [Approval], digest: ChangeDigest, under policy: ApprovalPolicy
  ) {
    var words = LatestVerdicts(approvals, digest, policy)
    let asked = Set(requirements.flatMap { $0.people + $0.barred.map(\.person) } + policy.stewards)
    self.digest = digest
    approvers = words.approvals.map(\.person).sorted()
    requests = words.requests.filter { asked.contains($0.person) }
    remarks = words.requests.filter { !asked.contains($0.person) }
    lines = ApprovalState.lines(requirements, Set(words.approvals.map(\.person)))
    for approval in words.approvals where !requirements.isEmpty && !asked.contains(approval.person) {
      words.voided.append((approval, "it is not needed"))
    }
    voided = approvals.compactMap { approval in
      words.voided.first { $0.0.commit == approval.commit && $0.0 == approval }
        .map { Void(approval: $0.0, reason: $0.1) }
    }
  }

  private static func lines(_ requirements: [Requirement], _ approvers: Set<String>) -> [Line] {
    var lines = requirements.map { requirement in
      let given = requirement.people.filter(approvers.contains)
      return Line(
        requirement: requirement, metBy: Array(given.prefix(requirement.count)),
        candidates: given.count < requirement.count ? requirement.people.filter { !approvers.contains($0) } : [])
    }
    for taking in lines.indices where lines[taking].requirement.side == .taking {
      for giving in lines.indices where lines[giving].isOtherSide(of: lines[taking]) {
        KeyPair(approvers, lines[giving], lines[taking]).settle(&lines, giving, taking)
      }
    }
    return lines
  }
}

/// Everybody's last statement, if it counts.
private struct LatestVerdicts {
  private(set) var approvals: [Approval] = []
  private(set) var requests: [Approval] = []
  var voided: [(Approval, String)] = []

  init(_ all: [Approval], _ digest: ChangeDigest, _ policy: ApprovalPolicy) {
    var last: [String: Approval] = [:]
    var order: [String] = []
    for approval in all {
      // A statement that is not the person's own withdraws nothing.
      if let flaw = policy.flaw(of: approval) {
        voided.append((approval, flaw))
        continue
      }
      if last.updateValue(approval, forKey: approval.person) == nil { order.append(approval.person) }
    }
    for approval in order.compactMap({ last[$0] }) {
      if approval.verdict == .requestChanges {
        requests.append(approval)
      } else if approval.digest != digest {
        let isBound = approval.digest != nil
        voided.append(
          (approval, isBound ? "it approves an earlier version of the change" : "it doesn't say what it approves"))
      } else if policy.proposers.contains(approval.person) {
        voided.append((approval, "nobody approves their own proposal"))
      } else {
        approvals.append(approval)
      }
    }
  }
}

extension ApprovalPolicy {
  /// Why a statement cannot be the person's; `nil` when it can.
  fileprivate func flaw(of approval: Approval) -> String? {
    switch standing(of: approval.person) {
    case .unknown: return "'\(approval.person)' is not in people/"
    case .left(let day): return "\(approval.person) left on \(day)"
    case .notYetJoined(let day): return "\(approval.person) joins on \(day)"
    case .present: break
    }
    switch approval.signature {
    case .good: return nil
    case .bad(let reason): return "its signature is not valid: \(reason)"
    case .unsigned: return requiresSignatures ? "it is not signed" : nil
    }
  }
}

extension ApprovalState.Line {
  /// Whether this is the giving side of the hand-over in which `taking` is the taking side.
  fileprivate func isOtherSide(of taking: ApprovalState.Line) -> Bool {
    requirement.side == .giving && !Set(requirement.subjects).isDisjoint(with: taking.requirement.subjects)
  }
}

/// The two keys of a hand-over, which two different people must turn.
private struct KeyPair {
  private let approvers: Set<String>
  private let givers: [String]
  private let takers: [String]

  init(_ approvers: Set<String>, _ giving: ApprovalState.Line, _ taking: ApprovalState.Line) {
    self.approvers = approvers
    givers = giving.requirement.people
    takers = taking.requirement.people
  }

  /// Gives each side a person of its own, as far as there are enough approvals.
  func settle(_ lines: inout [ApprovalState.Line], _ giving: Int, _ taking: Int) {
    let given = givers.filter(approvers.contains)
    let taken = takers.filter(approvers.contains)
    for giver in given {
      guard let taker = taken.first(where: { $0 != giver }) else { continue }
      (lines[giving].metBy, lines[taking].metBy) = ([giver], [taker])
      return
    }
    // One person on both sides has approved: the other key is missing if somebody else can turn it.
    guard let person = given.first, taken == [person] else { return }
    let others = (giving: givers.filter { $0 != person }, taking: takers.filter { $0 != person })
    let isTakingMissing = !others.taking.isEmpty
    let missing = isTakingMissing ? taking : giving
    lines[missing].metBy = []
    lines[missing].candidates = isTakingMissing ? others.taking : others.giving
  }
}
