import Decisions
import History
import Rules
import StrategyModel
import StrictYAML
import Testing

/// Which statements count, and for what.
@Suite struct ApprovalStateTests {
  private static let other = ChangeDigest([], of: "huddle")

  /// A statement in the table: `ada+` approves, `ada-` asks for changes, `ada+old` approves another change, `ada+none`
  /// names no change, `ada+signed` and `ada+bad` are signed.
  private static func words(_ texts: [String], _ digest: ChangeDigest) -> [Approval] {
    texts.enumerated().map { position, text in
      let split = text.lastIndex { $0 == "+" || $0 == "-" } ?? text.startIndex
      let rest = text[split...].dropFirst()
      return Approval(
        person: String(text[..<split]), verdict: text[split] == "+" ? .approve : .requestChanges,
        digest: rest == "none" ? nil : rest == "old" ? other : digest, commit: "c\(position)",
        signature: rest == "signed" ? .good : rest == "bad" ? .bad("by another's key") : .unsigned)
    }
  }

  private func state(
    _ edits: [Company.Edit], by proposers: Set<String>, _ texts: [String], in company: Company = Company()
  ) -> ApprovalState {
    let policy = ApprovalPolicy(company.snapshot, on: SmallStrategy.today, proposers: proposers)
    let changes = company.changes(by: edits)
    let digest = ChangeDigest(changes, of: "huddle")
    return ApprovalState(
      policy.requirements(for: changes), Self.words(texts, digest), digest: digest, under: policy)
  }

  private static let graceOwns = Company([
    .init(Company.Edit.lever, "person: ada", "person: grace"), .init(Company.Edit.goals, "", ""),
  ])

  /// A definition of grace's lever in ada's team, proposed by omar.
  @Test(
    arguments: [
      (["ada+"], true, []), (["grace+"], true, []), (["grace+", "ada+"], true, []), ([], false, []),
      (["lin+"], false, []), (["omar+"], false, ["nobody approves their own proposal"]),
      (["ada+old"], false, ["it approves an earlier version of the change"]),
      (["ada+none"], false, ["it doesn't say what it approves"]),
      (["ada+", "ada-"], false, []), (["ada-", "ada+"], true, []), (["ada+", "grace-"], false, []),
      (["ada+", "lin-"], false, []), (["ada+", "grace-old"], false, []),
      (
        ["ada+", "grace-", "grace+old"], true,
        [
          "it approves an earlier version of the change"
        ]
      ),
      (["ada+", "omar-"], true, []),
      (["Ada+"], false, ["'Ada' is not in people/"]), (["ADA+"], false, ["'ADA' is not in people/"]),
      (["ada +"], false, ["'ada ' is not in people/"]),
      (["\u{430}da+"], false, ["'\u{430}da' is not in people/"]),
      (["ada\u{200B}+"], false, ["'ada\u{200B}' is not in people/"]),
      (["a\u{301}da+"], false, ["'a\u{301}da' is not in people/"]),
      (["../people/ada+"], false, ["'../people/ada' is not in people/"]),
      (
        ["eve+"], false,
        [
          "'eve' is not in people/"
        ]
      ), (["+"], false, ["'' is not in people/"]),
      (["ada+bad"], false, ["its signature is not valid: by another's key"]),
      (["ada-", "ada+bad"], false, ["its signature is not valid: by another's key"]),
      (["eve-", "ada+"], true, ["'eve' is not in people/"]),
    ] as [([String], Bool, [String])])
  func aWordCountsOrSaysWhyNot(words: [String], isApproved: Bool, voided: [String]) {
    let state = state([.redefined], by: ["omar"], words, in: Self.graceOwns)
    #expect(state.lines.count == 1)
    #expect(state.isApproved == isApproved)
    #expect(state.voided.map(\.reason).filter { $0 != "it is not needed" } == voided)
  }

  @Test func whoIsNotAskedIsToldSo() {
    let state = state([.redefined], by: ["lin"], ["omar+"], in: Self.graceOwns)
    #expect(state.voided.map(\.reason) == ["it is not needed"])
    #expect(state.lines.map(\.candidates) == [["ada", "grace"]] && !state.isApproved)
  }

  @Test(
    arguments: [
      ([], false, 2, ["ada", "lin"]), (["ada+"], false, 1, ["lin"]), (["ada+", "ada+"], false, 1, ["lin"]),
      (["ada+", "grace+"], false, 1, ["lin"]), (["lin+", "ada+"], true, 0, []),
    ] as [([String], Bool, Int, [String])])
  func twoStewardsAreTwoPeople(words: [String], isApproved: Bool, missing: Int, candidates: [String]) {
    let state = state([.starRedefined], by: ["omar"], words)
    #expect(state.isApproved == isApproved)
    #expect(state.lines.map(\.missing) == [missing] && state.lines.map(\.candidates) == [candidates])
  }

  /// Lin leads growth, the taking team; ada owns in onboarding, the giving team, and is a member of growth too.
  @Test(
    arguments: [
      (["ada+"], ["growth": [], "onboarding": ["ada"]]), (["lin+"], ["growth": ["lin"], "onboarding": []]),
      (["ada+", "lin+"], ["growth": ["lin"], "onboarding": ["ada"]]),
      (["omar+", "ada+"], ["growth": [], "onboarding": ["ada"]]),
    ] as [([String], [String: [String]])])
  func twoKeysNeedTwoPeople(words: [String], met: [String: [String]]) {
    let company = Company([.init("teams/growth.yaml", "[lin, omar]", "[lin, omar, ada]")])
    let edits = [Company.Edit(Company.Edit.lever, "team: onboarding", "team: growth")]
    let state = state(edits, by: ["grace"], words, in: company)
    let found = Dictionary(
      uniqueKeysWithValues: state.lines.map {
        ($0.requirement.role.split(separator: ",").first.map(String.init) ?? "", $0.metBy)
      })
    #expect(found == met)
    #expect(state.isApproved == met.values.allSatisfy { !$0.isEmpty })
    #expect(state.lines.allSatisfy { $0.isMet || !$0.candidates.isEmpty })
  }

  @Test func onePersonMayMeetSeveralRequirements() {
    let edits: [Company.Edit] = [.harderTarget, .init("cycles/2026-q1.yaml", "state: active", "state: grading")]
    let state = state(edits, by: ["omar"], ["ada+"])
    #expect(state.lines.map(\.metBy) == [["ada"], ["ada"]] && state.isApproved)
  }

  @Test(arguments: [(["ada+"], false), (["lin+"], false), (["ada+", "lin+"], true)] as [([String], Bool)])
  func whoeverGainsCannotBeTheOnlyOne(words: [String], isApproved: Bool) {
    let state = state([.easierTarget], by: ["omar"], words)
    #expect(state.isApproved == isApproved)
    let second = state.lines.first { $0.requirement.role.hasPrefix("somebody") }?.requirement
    #expect(
      second?.barred.map { "\($0.person) \($0.reason)" } == [
        "ada gains if completion of 2026-q1/onboarding scores higher"
      ])
  }

  @Test(
    arguments: [
      (["ada+"], false, ["it is not signed"]), (["ada+signed"], true, []),
      (["ada-signed", "ada+"], false, ["it is not signed"]), (["ada+signed", "ada-"], true, ["it is not signed"]),
      (["ada+bad"], false, ["its signature is not valid: by another's key"]),
    ] as [([String], Bool, [String])])
  func whereSignaturesAreAskedForNothingElseCounts(words: [String], isApproved: Bool, voided: [String]) {
    let company = Self.graceOwns.with([.init("northstar.yaml", "timezone:", "approvals: { signed: true }\ntimezone:")])
    let state = state([.redefined], by: ["omar"], words, in: company)
    #expect(state.isApproved == isApproved && state.voided.map(\.reason) == voided)
  }

  @Test func whoHasLeftApprovesNothing() {
    let company = Self.graceOwns.with([
      .init("people/grace.yaml", "joined: 2024-09-02", "joined: 2024-09-02\nleft: 2026-01-27")
    ])
    let state = state([.redefined], by: ["omar"], ["grace+"], in: company)
    #expect(state.voided.map(\.reason) == ["grace left on 2026-01-27"])
    #expect(state.lines.map(\.candidates) == [["ada"]])
  }

  @Test func aChangeThatNeedsNothingIsApproved() {
    let edits = [Company.Edit(Company.Edit.lever, "name: Activation rate", "name: First meetings")]
    #expect(state(edits, by: ["omar"], []).isApproved)
    #expect(state(edits, by: ["omar"], ["grace-"]).remarks.map(\.person) == ["grace"])
    #expect(!state(edits, by: ["omar"], ["lin-"]).isApproved)
  }

  @Test func aDigestIsReadAsItIsWritten() {
    let digest = Self.other.description
    #expect(digest.hasPrefix("v1:sha256:") && digest.utf8.count == 74)
    #expect(ChangeDigest(digest) == Self.other)
    for text in ["", digest + "0", String(digest.dropLast()), digest.uppercased(), digest.replacing("v1", with: "v2")] {
      #expect(ChangeDigest(text) == nil, "\(text)")
    }
  }

  @Test func valuesCantBeMovedFromOneFieldIntoAnother() throws {
    func digest(_ fields: [(String, String)]) throws -> ChangeDigest {
      let leaves = fields.map { Leaf(path: $0.0, value: $0.1, range: ByteRange(at: 0)) }
      return ChangeDigest(
        [
          try #require(EntityChange(nil, EntityVersion(key: EntityKey(.metric, "a"), leaves: leaves)))
        ], of: "huddle")
    }
    let all = [
      try digest([("a", "b"), ("c", "d")]), try digest([("a", "b1:c,1:d")]), try digest([("a", ""), ("bc", "d")]),
      try digest([("a", "b,1:c"), ("d", "")]), try digest([("ab", ""), ("c", "d")]), try digest([("a", "b")]),
      try digest([]),
    ]
    #expect(Set(all).count == all.count)
  }
}
