import TestSupport
import Testing

@testable import northstar

/// Pushes that people are entitled to, each against a bare repository with the hook.
@Suite struct GateTests {
  @Test(arguments: HonestPush.all)
  func anHonestPushPasses(push: HonestPush) throws {
    let clone = try GatedClone()
    let pushed = try push.run(clone)
    #expect(pushed.status == 0, "\(pushed.text)")
  }
}

/// Something that the gate lets through.
struct HonestPush: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let run: @Sendable (GatedClone) throws -> Outcome

  init(_ name: String, _ run: @escaping @Sendable (GatedClone) throws -> Outcome) {
    (testDescription, self.run) = (name, run)
  }

  static let all: [HonestPush] = [
    HonestPush("a check-in") { clone in
      try clone.append("checkins/2026-q1/onboarding.yaml", checkIn)
      try clone.commit("grace", "Check in")
      return try clone.push()
    },
    HonestPush("a check-in by a steward of another team") { clone in
      try clone.append("checkins/2026-q1/onboarding.yaml", checkIn.replacing("by: grace", with: "by: lin"))
      try clone.commit("lin")
      return try clone.push()
    },
    HonestPush("a safe edit") { clone in
      try clone.northstar("omar", "set", "activation-rate.name", "Activation")
      return try clone.push()
    },
    HonestPush("a comment, and a file that is no strategy's") { clone in
      try clone.append("metrics/activation-rate.yaml", "# Ask Ada\n")
      try clone.write("README.md", "Hello\n")
      try clone.commit("omar")
      return try clone.push()
    },
    HonestPush("a stranger's README") { clone in
      try clone.write("README.md", "Hello\n")
      try clone.commit("stranger@elsewhere.example")
      return try clone.push()
    },
    HonestPush("a new metric") { clone in
      let text = try clone.sandbox.text("metrics/onboarding-completion.yaml")
      try clone.write(
        "metrics/tour-length.yaml",
        text.replacing("onboarding-completion", with: "tour-length").replacing(
          "Onboarding completion", with: "Tour length"))
      try clone.commit("omar")
      return try clone.push()
    },
    HonestPush("more readings") { clone in
      try clone.append("readings/activation-rate.csv", "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("omar")
      return try clone.push()
    },
    HonestPush("readings behind a last line without an end") { clone in
      for row in ["2026-W02,41,2026-01-19,warehouse", "\n2026-W03,42,2026-01-26,warehouse", "\r\n"] {
        try clone.append("readings/activation-rate.csv", row)
        try clone.commit("omar")
      }
      return try clone.push()
    },
    HonestPush("an approved landing") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.land()
      return try clone.push()
    },
    HonestPush("a landing after the branch has moved") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.land()
      return try clone.push()
    },
    HonestPush("two landings in one push") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.land()
      try clone.propose("better-source", by: "omar", "support-load.definition.source", "tickets")
      try clone.approve("better-source", by: "ada", "lin")
      try clone.land("better-source", by: "omar")
      return try clone.push()
    },
    HonestPush("a rejection by a steward") { clone in
      try clone.propose()
      _ = try clone.push("proposal/by-month")
      try clone.git("switch", "-q", "main")
      try clone.northstar("lin", "propose", "reject", "by-month", "--because", "Weeks are better")
      return try clone.push("main", "refs/northstar/*:refs/northstar/*", ":proposal/by-month")
    },
    HonestPush("a withdrawal by the author") { clone in
      try clone.propose()
      try clone.git("switch", "-q", "main")
      try clone.northstar("grace", "propose", "withdraw", "by-month", "--because", "Overtaken")
      return try clone.push()
    },
    HonestPush("a review by a steward") { clone in
      try clone.append("reviews/2026-north-star.yaml", "meta: {place: Berlin}\n")
      try clone.commit("lin", "Say where\n\nNorthstar-Review: 2026-north-star\nNorthstar-Decision: keep")
      return try clone.push()
    },
    HonestPush("a review opened by the owner of its metric") { clone in
      try clone.northstar("omar", "review", "open", "meetings-per-workspace")
      return try clone.push()
    },
    decision("a decision by the owner of a metric that stays as it is", on: "meetings-per-workspace", by: "omar"),
    HonestPush("a cycle by a steward") { clone in
      try clone.edit("cycles/2026-q1.yaml", "First quarter 2026", "Q1 2026")
      try clone.commit("lin")
      return try clone.push()
    },
    HonestPush("a cycle started by a steward") { clone in
      try clone.write(
        "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-01-20\nends: 2026-06-30\nstate: draft\n")
      try clone.commit("lin")
      try clone.northstar("lin", "cycle", "start", "2026-q2")
      return try clone.push()
    },
    HonestPush("a branch that is not protected") { clone in
      try clone.git("switch", "-q", "-c", "trial")
      try clone.redefine("stranger@elsewhere.example")
      return try clone.push("trial")
    },
    HonestPush("a proposal's branch, forced") { clone in
      try clone.propose()
      _ = try clone.push("proposal/by-month")
      try clone.git(by: "grace", ["commit", "-q", "--amend", "-m", "Otherwise"])
      return try clone.push("+proposal/by-month")
    },
    HonestPush("a tag") { clone in
      try clone.git("tag", "v1")
      return try clone.push("v1")
    },
    HonestPush("a merge of safe commits by several people") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.append("checkins/2026-q1/onboarding.yaml", checkIn)
      try clone.commit("grace")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.git(by: "omar", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
      return try clone.push()
    },
    HonestPush("check-ins and readings of several people, merged by another") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.append("checkins/2026-q1/onboarding.yaml", checkIn)
      try clone.append("readings/activation-rate.csv", "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("grace")
      try clone.append("checkins/2026-q1/onboarding.yaml", adasCheckIn)
      try clone.commit("ada")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.git(by: "omar", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
      return try clone.push()
    },
    HonestPush("a goal changed by its lead while a cycle is planned, merged with main in between") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.append("checkins/2026-q1/onboarding.yaml", checkIn)
      try clone.commit("grace")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.git("switch", "-q", "side")
      try clone.git(by: "grace", ["merge", "-q", "--no-ff", "-m", "Merge main", "main"])
      try clone.append("checkins/2026-q1/onboarding.yaml", adasCheckIn)
      try clone.commit("ada")
      try clone.git("switch", "-q", "main")
      try clone.git(by: "omar", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
      return try clone.push()
    },
    HonestPush("a reading that a steward has found late") { clone in
      try clone.append("readings/activation-rate.csv", "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("omar")
      try clone.append("readings/activation-rate.csv", "2025-W52,39,2026-01-05,warehouse\n")
      try clone.commit("lin")
      return try clone.push()
    },
    decision("a decision by an owner who is a steward", on: "new-workspaces", by: "lin"),
    HonestPush("a proposal moved onto main, its words with it") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      _ = try clone.push("proposal/by-month")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.git("switch", "-q", "proposal/by-month")
      try clone.git(by: "grace", ["rebase", "-q", "main"])
      return try clone.push("main", "+proposal/by-month")
    },
    HonestPush("a landing, and its branch removed") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      _ = try clone.push("proposal/by-month")
      try clone.land()
      return try clone.push("main", ":proposal/by-month")
    },
    HonestPush("a withdrawal, and the proposal's commits kept") { clone in
      try clone.propose()
      _ = try clone.push("proposal/by-month")
      try clone.git("switch", "-q", "main")
      try clone.northstar("grace", "propose", "withdraw", "by-month", "--because", "Overtaken")
      let pushed = try clone.push("main", ":proposal/by-month")
      guard pushed.status == 0 else { return pushed }
      return try clone.push("refs/northstar/*:refs/northstar/*")
    },
    HonestPush("a protected branch made of main") { clone in
      try clone.sandbox.git("config", "--add", "northstar.protected", "release/*", in: "server.git")
      return try clone.push("main:refs/heads/release/1")
    },
    HonestPush("a hand-over with two keys") { clone in
      try clone.propose("hand-over", by: "grace", "meetings-per-workspace.owner.person", "lin")
      try clone.approve("hand-over", by: "lin")
      try clone.land("hand-over")
      return try clone.push()
    },
    HonestPush("an address approved by a steward") { clone in
      try clone.git("switch", "-q", "main")
      try clone.northstar("omar", "propose", "start", "address", "--title", "Mail", "--because", "New one")
      try clone.edit("people/omar.yaml", "emails: [omar@huddle.example]", "emails: [omar@huddle.example, o@h.example]")
      try clone.commit("omar")
      try clone.approve("address", by: "lin")
      try clone.land("address", by: "omar")
      return try clone.push()
    },
  ]

  private static func decision(_ name: String, on metric: String, by person: String) -> HonestPush {
    HonestPush(name) { clone in
      try clone.write(
        "reviews/\(metric).yaml",
        "kind: review\nid: \(metric)\nsubject: metric/\(metric)\nheld_on: 2026-01-27\ndecision: keep\n"
          + "because: It goes on\ndecided_by: [\(person)]\nnext_review: 2026-07-27\n")
      try clone.commit(person)
      return try clone.push()
    }
  }

  static let adasCheckIn = checkIn.replacing("by: grace", with: "by: ada").replacing("completion", with: "activation")

  static let checkIn =
    "  - on: 2026-01-27\n    key_result: completion\n    value: 46\n    confidence: 0.6\n    note: Better\n    by: grace\n"
}

extension GateTests {
  @Test func whatIsRefusedIsNamedWithTheWayOut() throws {
    let clone = try GatedClone()
    try clone.redefine("grace")
    let refused = try clone.push()
    let short = try clone.git("rev-parse", "--short=7", "HEAD")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("\(short) metric/activation-rate.definition.window: values before and after"))
    #expect(refused.errors.contains("needs the approval of the owner of activation-rate"))
    #expect(refused.errors.contains("northstar propose start"))
  }
}
