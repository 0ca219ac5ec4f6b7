import TestSupport
import Testing

@testable import northstar

/// Attempts to get past the gate: each is refused, and for the right reason.
@Suite struct GateBypassTests {
  /// In this process, or by a push to a bare repository where it is git that refuses, or where more than `main` is
  /// pushed.
  @Test(arguments: Bypass.all)
  func theGateHolds(attempt: Bypass) throws {
    let clone = try GatedClone(signed: attempt.isSigned)
    try attempt.act(clone)
    if attempt.isOfMain {
      let judged = try clone.judge()
      if judged.status == 1, judged.errors.contains(attempt.reason) { return }
    }
    try expectRefused(attempt, clone)
  }

  /// The road through git and the hook ends where the one in this process does.
  @Test(arguments: Bypass.pushed)
  func theHookSaysTheSame(attempt: Bypass) throws {
    let clone = try GatedClone(signed: attempt.isSigned)
    try attempt.act(clone)
    let judged = try clone.judge()
    let pushed = try expectRefused(attempt, clone)
    #expect(judged.status == 1)
    #expect(said(pushed).contains(said(judged)), "\(judged.errors)\n\(pushed.errors)")
  }

  /// The words from the verdict on, without those that git adds, colours, and today's date, which the hook has from the
  /// system's clock. The findings before it are laid out for the terminal.
  private func said(_ outcome: Outcome) -> String {
    let words = outcome.errors.split(whereSeparator: \.isWhitespace).filter { $0 != "remote:" }
    let text = words.joined(separator: " ").replacing(/\u{1B}\[[0-9;]*m|today is [-0-9]+/, with: "")
    return text.firstRange(of: "northstar: ").map { String(text[$0.lowerBound...]) } ?? text
  }

  @discardableResult
  private func expectRefused(_ attempt: Bypass, _ clone: GatedClone) throws -> Outcome {
    let pushed = try attempt.push(clone)
    #expect(pushed.status != 0, "\(pushed.text)")
    #expect(pushed.errors.contains(attempt.reason), "\(pushed.errors)")
    guard attempt.isOfMain else { return pushed }
    #expect(try clone.sandbox.git("rev-parse", "main", in: "server.git") != clone.git("rev-parse", "main"))
    return pushed
  }

  @Test func thereAreManyAndNoneTwice() {
    #expect(Bypass.all.count >= 60)
    #expect(Set(Bypass.all.map(\.testDescription)).count == Bypass.all.count)
  }
}

/// Something that the gate must not let through.
struct Bypass: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the refusal has to say.
  let reason: String
  let isSigned: Bool
  /// Whether it ends with a push of `main`.
  let isOfMain: Bool
  let act: @Sendable (GatedClone) throws -> Void
  let push: @Sendable (GatedClone) throws -> Outcome

  /// What happens in the clone before `main` is pushed.
  init(_ name: String, _ reason: String, signed: Bool = false, _ act: @escaping @Sendable (GatedClone) throws -> Void) {
    (testDescription, self.reason, isSigned, isOfMain) = (name, reason, signed, true)
    (self.act, push) = (act, { try $0.push() })
  }

  /// Something that is pushed in another way.
  private init(named name: String, _ reason: String, push: @escaping @Sendable (GatedClone) throws -> Outcome) {
    (testDescription, self.reason, isSigned, isOfMain) = (name, reason, false, false)
    (act, self.push) = ({ _ in }, push)
  }

  static func pushing(
    _ name: String, _ reason: String, _ run: @escaping @Sendable (GatedClone) throws -> Outcome
  ) -> Bypass { Bypass(named: name, reason, push: run) }

  private static let groups = [
    direct, people, policy, approvals, landings, merges, paths, names, references, signatures, readings, reports,
    decisions, differences, objects, branches,
  ]

  static let all = groups.flatMap(\.self)

  /// One of each group that only changes `main`.
  static let pushed = groups.compactMap { group in group.first { $0.isOfMain } }
}

extension Bypass {
  fileprivate static let metric = "metrics/activation-rate.yaml"

  /// Commits on the branch itself that needed somebody's approval.
  static let direct: [Bypass] = [
    Bypass("a definition changed directly", "the owner of activation-rate") { try $0.redefine("grace") },
    Bypass("its owner changes it directly", "the owner of activation-rate") { try $0.redefine("ada") },
    Bypass("the North Star changed directly by a steward", "a steward") { clone in
      try clone.edit("metrics/weekly-hosted-meetings.yaml", "calendar week", "calendar month")
      try clone.commit("lin")
    },
    Bypass("a lever taken over", "it needs the approval of growth, which gives it") { clone in
      try clone.edit("metrics/new-workspaces.yaml", "team: growth", "team: onboarding")
      try clone.edit("metrics/new-workspaces.yaml", "person: lin", "person: ada")
      try clone.commit("ada")
    },
    Bypass("a guardrail loosened", "the guardrail is loosened") { clone in
      try clone.edit("metrics/support-load.yaml", "at_most: 12", "at_most: 40")
      try clone.commit("grace")
    },
    Bypass("a target lowered by its owner", "it moves the goalposts") { clone in
      try clone.edit("okrs/2026-q1/onboarding.yaml", "target: 55", "target: 45")
      try clone.commit("grace")
    },
    Bypass("a metric removed", "metric/meeting-satisfaction") { clone in
      try clone.git("rm", "-q", "metrics/meeting-satisfaction.yaml")
      try clone.commit("lin")
    },
    Bypass("a change undone in the next commit is a change all the same", "the owner of activation-rate") { clone in
      try clone.redefine("grace")
      try clone.git(by: "grace", ["revert", "--no-edit", "HEAD"])
    },
    Bypass("a stranger's safe edit", "belongs to nobody in people/") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("mallory")
    },
    Bypass("a safe edit by somebody who has left", "zoe left on 2025-12-31") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("zoe")
    },
    Bypass("a safe edit by somebody who joins later", "kim joins on 2026-06-01") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("kim")
    },
    Bypass("a check-in for another team", "omar is not in onboarding") { clone in
      try clone.append("checkins/2026-q1/onboarding.yaml", HonestPush.checkIn)
      try clone.commit("omar")
    },
    Bypass("a check-in that was polished", "check-ins are only added to") { clone in
      let file = "checkins/2026-q1/onboarding.yaml"
      try clone.edit(file, "confidence: 0.", "confidence: 0.9")
      try clone.commit("grace")
    },
    Bypass("check-ins removed", "what was reported is gone") { clone in
      try clone.git("rm", "-q", "checkins/2026-q1/onboarding.yaml")
      try clone.commit("ada")
    },
    Bypass("a reading changed", "existing readings must not change") { clone in
      try clone.edit("readings/activation-rate.csv", "W01,40", "W01,60")
      try clone.commit("ada")
    },
    Bypass("a last reading that grows", "existing readings must not change") { clone in
      try clone.append("readings/activation-rate.csv", "2026-W02,4,2026-01-19,warehouse")
      try clone.commit("ada")
      try clone.append("readings/activation-rate.csv", " of others\n")
      try clone.commit("ada")
    },
    Bypass("readings removed", "existing readings must not change") { clone in
      try clone.git("rm", "-q", "readings/activation-rate.csv")
      try clone.commit("ada")
    },
    Bypass("a waiver for oneself", "it decides which faults are let pass; it needs the approval of a steward") {
      clone in
      try clone.write(
        "waivers/mine.yaml",
        "kind: waiver\nid: mine\nrule: NS301\nentity: metric/activation-rate\nby: lin\nbecause: I may\n"
          + "expires: 2026-03-31\n")
      try clone.commit("grace")
    },
    Bypass("a review by somebody who is no steward", "what was decided stays as it is") { clone in
      try clone.append("reviews/2026-north-star.yaml", "judged: 0123456789\n")
      try clone.commit("grace")
    },
    Bypass("a cycle reopened by somebody", "a steward keeps the cycles") { clone in
      try clone.edit("cycles/2026-q1.yaml", "First quarter 2026", "Q1")
      try clone.commit("grace")
    },
    Bypass("a score of another team", "it is the grade of the result; it needs the approval of the lead of onboarding")
    { clone in
      try clone.edit("okrs/2026-q1/onboarding.yaml", "target: 55", "target: 55\n        score: 1")
      try clone.commit("omar")
    },
    Bypass("goals in another team's name", "it is a new commitment of the team") { clone in
      let text = try clone.sandbox.text("okrs/2026-q1/growth.yaml")
      try clone.write(
        "okrs/2026-q2/growth.yaml", text.replacing("cycle: 2026-q1", with: "cycle: 2026-q2"))
      try clone.commit("grace")
    },
    Bypass("the result has a fault", "the result has a fault") { clone in
      try clone.write(
        "metrics/lost.yaml",
        try clone.sandbox.text("metrics/onboarding-completion.yaml")
          .replacing("id: onboarding-completion", with: "id: lost")
          .replacing("metric: activation-rate", with: "metric: nothing-there"))
      try clone.commit("grace")
    },
  ]

  /// Changes of who somebody is.
  static let people: [Bypass] = [
    Bypass("one's own address added to the lead's file", "it decides whose approvals count") { clone in
      try clone.edit("people/ada.yaml", "[ada@huddle.example]", "[ada@huddle.example, grace@evil.example]")
      try clone.commit("grace")
    },
    Bypass("one's own key added in the same push as it is used", "it decides whose approvals count") { clone in
      try clone.append("people/ada.yaml", "keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMallory]\n")
      try clone.commit("grace")
      try clone.redefine("ada")
    },
    Bypass("somebody new who approves in the same push", "but they did not") { clone in
      try clone.write(
        "people/mallory.yaml",
        "kind: person\nid: mallory\nname: M\ndiscipline: product\nemails: [mallory@huddle.example]\n")
      try clone.commit("grace")
      try clone.propose()
      try clone.say(by: "mallory", claiming: "mallory")
      try clone.landByHand(approvedBy: ["mallory"])
    },
    Bypass("a person's file replaced", "it decides whose approvals count") { clone in
      try clone.write(
        "people/ada.yaml",
        "kind: person\nid: ada\nname: Ada Okafor\ndiscipline: product\nemails: [grace@huddle.example]\n")
      try clone.commit("grace")
    },
    Bypass("a last day taken out by the one who left", "zoe left on 2025-12-31") { clone in
      try clone.edit("people/zoe.yaml", "left: 2025-12-31\n", "")
      try clone.commit("zoe")
    },
    Bypass("a person removed, whose approval would be missing", "it decides whose approvals count") { clone in
      try clone.git("rm", "-q", "people/zoe.yaml")
      try clone.commit("grace")
    },
    Bypass("a team's lead changed by who wants to lead", "it decides who answers for the team") { clone in
      try clone.edit("teams/onboarding.yaml", "lead: ada", "lead: grace")
      try clone.commit("grace")
    },
    Bypass("a lead changed, and a target approved as the new one in one push", "team/onboarding.lead") { clone in
      try clone.edit("teams/onboarding.yaml", "lead: ada", "lead: grace")
      try clone.commit("grace")
      try clone.propose(
        "easier", by: "omar", "2026-q1/onboarding.objectives[first-meeting-obvious].key_results[completion].target",
        "50")
      try clone.approve("easier", by: "grace", "lin")
      try clone.landByHand("easier", by: "omar", approvedBy: ["grace", "lin"])
    },
    Bypass("a team's file replaced by another's", "it is team/boarding, which belongs in 'teams/boarding.yaml'") {
      clone in
      try clone.write(
        "teams/onboarding.yaml",
        try clone.sandbox.text("teams/growth.yaml").replacing("id: growth", with: "id: boarding"))
      try clone.commit("grace")
    },
    Bypass("an address in other letters that look alike", "belongs to nobody in people/") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("\u{0430}da@huddle.example")
    },
    Bypass("an address with a letter that folds to another", "belongs to nobody in people/") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("li\u{FF4E}@huddle.example")
    },
    Bypass("an address with a sign that nobody sees", "belongs to nobody in people/") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("ada\u{200B}@huddle.example")
    },
    Bypass("an address that two people claim", "or to several people") { clone in
      try clone.sandbox.git("config", "northstar.protected", "other", in: "server.git")
      try clone.edit("people/omar.yaml", "[omar@huddle.example]", "[omar@huddle.example, ada@huddle.example]")
      try clone.commit("omar")
      _ = try clone.push("+main:refs/heads/unguarded")
      try clone.sandbox.git("update-ref", "refs/heads/main", "refs/heads/unguarded", in: "server.git")
      try clone.sandbox.git("update-ref", "-d", "refs/heads/unguarded", in: "server.git")
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("ada")
    },
  ]

  /// Changes of the rules.
  static let policy: [Bypass] = [
    Bypass("fewer stewards asked for", "it decides who may change what") { clone in
      try clone.append("northstar.yaml", "approvals:\n  north_star: 1\n")
      try clone.commit("lin")
    },
    Bypass("oneself made steward, and the policy used in the same push", "strategy/huddle.stewards") { clone in
      try clone.edit("northstar.yaml", "stewards: [ada, lin]", "stewards: [ada, lin, grace]")
      try clone.commit("grace")
      try clone.append("reviews/2026-north-star.yaml", "meta: {place: Berlin}\n")
      try clone.commit("grace")
    },
    Bypass("the policy weakened on the proposal's branch", "2 stewards") { clone in
      try clone.propose("own-rules", by: "grace", "activation-rate.definition.window", "calendar month")
      try clone.append("northstar.yaml", "approvals:\n  north_star: 1\n")
      try clone.commit("grace")
      try clone.approve("own-rules", by: "lin")
      try clone.landByHand("own-rules", approvedBy: ["lin"])
    },
    Bypass("the settings removed", "strategy/huddle") { clone in
      try clone.git("rm", "-q", "northstar.yaml")
      try clone.commit("lin")
    },
    Bypass("the strategy's id changed", "the stewards keep the settings") { clone in
      try clone.edit("northstar.yaml", "id: huddle", "id: huddled")
      try clone.commit("lin")
    },
    Bypass("second settings in another folder", "it is strategy/mine, which belongs in 'northstar.yaml'") { clone in
      try clone.write("metrics/aaa.yaml", "kind: strategy\nid: mine\nproduct: Mine\nstewards: [grace]\n")
      try clone.commit("grace")
    },
    Bypass("signatures no longer asked for", "strategy/huddle.approvals.signed", signed: true) { clone in
      try clone.edit("northstar.yaml", "signed: true", "signed: false")
      try clone.sign("lin", "Off")
    },
    Bypass("a strategy within the strategy", "a strategy would be inside another one") { clone in
      try clone.write(
        "shadow/northstar.yaml", try clone.sandbox.text("northstar.yaml").replacing("id: huddle", with: "id: shadow"))
      try clone.commit("grace")
    },
    Bypass("settings nested in a folder of the strategy", "a strategy would be inside another one") { clone in
      try clone.write("metrics/deep/northstar.yaml", "kind: metric\nid: deep\n")
      try clone.commit("grace")
    },
  ]
}
