import Decisions
import History
import Rules
import StrategyModel
import Testing

/// What is true of every change and every set of authors.
@Suite struct PolicyLawTests {
  private static let people = ["ada", "grace", "lin", "omar"]

  /// All sixteen sets of authors.
  private static let authors: [Set<String>] = (0..<16).map { bits in
    Set(people.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
  }

  private func state(_ example: LandingPolicyTests.Case, by authors: Set<String>, _ approvers: [String])
    -> ApprovalState
  {
    let company = Company(example.company)
    let policy = ApprovalPolicy(company.snapshot, on: SmallStrategy.today, proposers: authors)
    let changes = company.changes(by: example.edits)
    let digest = ChangeDigest(changes, of: "huddle")
    let approvals = approvers.map { Approval(person: $0, verdict: .approve, digest: digest, commit: $0) }
    return ApprovalState(policy.requirements(for: changes), approvals, digest: digest, under: policy)
  }

  @Test(arguments: LandingPolicyTests.cases)
  func nobodyIsAskedWhoWroteAPartOrHasLeft(_ example: LandingPolicyTests.Case) {
    for authors in Self.authors {
      for requirement in Company(example.company).requirements(example.edits, by: authors) {
        #expect(authors.isDisjoint(with: requirement.people), "\(authors)")
        #expect(Set(requirement.people).isDisjoint(with: requirement.barred.map(\.person)))
        #expect(Set(requirement.barred).count == requirement.barred.count)
        #expect(requirement.count >= 1 && requirement.count <= max(1, requirement.people.count))
        #expect(requirement.people == requirement.people.sorted() && !requirement.reasons.isEmpty)
      }
    }
  }

  @Test(arguments: LandingPolicyTests.cases)
  func theAuthorsAloneLandNothingThatNeedsApproval(_ example: LandingPolicyTests.Case) {
    for authors in Self.authors {
      let state = state(example, by: authors, authors.sorted())
      #expect(state.isApproved == state.lines.isEmpty, "\(authors)")
    }
  }

  /// No two keys require the same person.
  @Test(arguments: LandingPolicyTests.cases)
  func whatEverybodyElseApprovesLandsUnlessNobodyMay(_ example: LandingPolicyTests.Case) {
    for authors in Self.authors {
      let state = state(example, by: authors, Self.people)
      let isPossible = state.lines.allSatisfy { !$0.requirement.people.isEmpty }
      #expect(state.isApproved == isPossible, "\(authors): \(state.lines)")
    }
  }

  @Test(arguments: LandingPolicyTests.cases)
  func anApprovalMoreTakesNothingBack(_ example: LandingPolicyTests.Case) {
    for authors in Self.authors {
      let met = Self.people.indices.map { count in
        state(example, by: authors, Array(Self.people.prefix(count + 1))).isApproved
      }
      #expect(zip(met, met.dropFirst()).allSatisfy { !$0 || $1 }, "\(authors): \(met)")
    }
  }

  @Test func theOrderOfTheChangesDecidesNothing() {
    let edits: [Company.Edit] = [.redefined, .handedToOmar, .loosened, .harderTarget, .starRedefined]
    let company = Company()
    let policy = ApprovalPolicy(company.snapshot, on: SmallStrategy.today, proposers: ["omar"])
    let changes = company.changes(by: edits)
    #expect(changes.count == 4)
    #expect(policy.requirements(for: changes.reversed()) == policy.requirements(for: changes))
  }
}
