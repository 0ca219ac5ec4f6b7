import Decisions
import History
import Rules
import StrategyModel
import Testing

/// Who has to approve which change.
@Suite struct LandingPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var company: [Company.Edit] = []
    let edits: [Company.Edit]
    let by: Set<String>
    let asked: [String]

    init(_ name: String, in company: [Company.Edit] = [], _ edits: [Company.Edit], by: Set<String>, _ asked: [String]) {
      (testDescription, self.company, self.edits, self.by, self.asked) = (name, company, edits, by, asked)
    }
  }

  private static let noGoals: [Company.Edit] = [
    .init(Company.Edit.goals, "", ""), .init("checkins/2026-q1/onboarding.yaml", "", ""),
  ]
  private static let graceOwns: [Company.Edit] = [.init(Company.Edit.lever, "person: ada", "person: grace")]
  private static let omarSteward: [Company.Edit] = [.init("northstar.yaml", "[ada, lin]", "[ada, lin, omar]")]
  private static let closed = Company.Edit("cycles/2026-q1.yaml", "state: active", "state: closed")
  private static let noGrowth = Company.Edit("okrs/2026-q1/growth.yaml", "", "")
  private static let draft = Company.Edit("cycles/2026-q1.yaml", "state: active", "state: draft")
  private static func growthGoals(_ agreement: String? = nil) -> Company.Edit {
    let consent = agreement.map { "\n    agreement: \($0)" } ?? ""
    return Company.Edit(
      "okrs/2026-q1/growth.yaml", "",
      """
      kind: okrs
      team: growth
      cycle: 2026-q1
      objectives:
        - id: reach
          title: Be found
          ambition: committed
          input: activation-rate\(consent)
          key_results:
            - { id: page, title: The page is there, type: milestone, owner: omar }

      """)
  }
  private static func leaves(_ person: String, _ day: String = "2026-01-15") -> Company.Edit {
    .init("people/\(person).yaml", "joined: 2024-09-02", "joined: 2024-09-02\nleft: \(day)")
  }

  private static let team = "teams/onboarding.yaml"
  private static let vacant = Company.Edit(team, "lead: ada", "lead: vacant\nvacant_since: 2026-01-12")
  private static let acting = Company.Edit(
    team, "lead: ada", "lead: vacant\nvacant_since: 2026-01-12\nacting_lead: grace")
  private static let shared = Company.Edit(
    Company.Edit.goals, "ambition: committed", "ambition: committed\n    shared_with: [growth]")

  static let cases: [Case] = [
    Case("a name", [.init(Company.Edit.lever, "name: Activation rate", "name: First meetings")], by: ["omar"], []),
    Case("a layout", [.init(Company.Edit.lever, "role: input", "role: 'input'  # a lever")], by: ["omar"], []),
    Case(
      "a new metric", [.init("metrics/x.yaml", "", "kind: metric\nid: x\nname: X\nrole: driver\n")], by: ["omar"], []),
    Case(
      "a team's file, by its acting lead", in: [acting],
      [.init(team, "name: Onboarding", "name: Onboarding\nended: 2026-03-31")],
      by: ["grace"],
      ["a steward in place of the lead of onboarding: 1 of ada, lin"]),
    Case(
      "goals of a team that has only an acting lead", in: [acting],
      [.init(Company.Edit.goals, "target: 55", "target: 50")],
      by: ["omar"],
      ["somebody whose score can't rise by it: 1 of ada, lin", "the lead of onboarding: 1 of grace"]),
    Case(
      "goals of a team that nobody leads", in: [vacant],
      [.init(Company.Edit.goals, "ambition: committed", "ambition: aspirational")], by: ["omar"],
      ["the lead of onboarding: 1 of ada, lin"]),
    Case(
      "a goal shared with another team",
      [.init(Company.Edit.goals, "ambition: committed", "ambition: committed\n    shared_with: [growth]")],
      by: ["ada"], ["the lead of growth: 1 of lin"]),
    Case(
      "a goal shared by the lead of the other team",
      [.init(Company.Edit.goals, "ambition: committed", "ambition: committed\n    shared_with: [growth]")],
      by: ["lin"], []),
    Case(
      "a check-in on a shared goal", in: [shared],
      [
        .init(
          "checkins/2026-q1/onboarding.yaml", "entries:",
          "entries:\n  - { on: 2026-01-09, key_result: completion, value: 41 }")
      ],
      by: ["omar"], []),
    Case(
      "a new North Star", [.init("metrics/x.yaml", "", "kind: metric\nid: x\nrole: north-star\n")], by: ["omar"],
      ["2 stewards: 2 of ada, lin"]),

    Case(
      "a definition that nobody is scored by", in: noGoals, [.redefined], by: ["omar"],
      ["the owner of activation-rate: 1 of ada"]),
    Case(
      "a definition, where owner and lead are two", in: noGoals + graceOwns, [.redefined], by: ["omar"],
      ["the owner of activation-rate: 1 of ada, grace"]),
    Case(
      "a definition by its owner", in: noGoals, [.redefined], by: ["ada"],
      ["a steward in place of the owner of activation-rate: 1 of lin"]),
    Case(
      "a definition that the owner is scored by", [.redefined], by: ["omar"],
      ["somebody whose score can't rise by it: 1 of lin", "the owner of activation-rate: 1 of ada"]),
    Case(
      "a definition whose owner has left", in: noGoals + [leaves("ada")], [.redefined], by: ["omar"],
      ["a steward in place of the owner of activation-rate: 1 of lin"]),
    Case(
      "a definition whose owner leaves today", in: noGoals + [leaves("ada", "2026-01-28")], [.redefined], by: ["omar"],
      ["the owner of activation-rate: 1 of ada"]),
    Case(
      "an owner's day of leaving that is no day", in: noGoals + [leaves("ada", "soon")], [.redefined], by: ["omar"],
      ["a steward in place of the owner of activation-rate: 1 of lin"]),
    Case(
      "a definition that nobody owns",
      [.init("metrics/recurring-revenue.yaml", "aggregation: sum", "aggregation: mean")],
      by: ["omar"], ["a steward: 1 of ada, lin"]),
    Case(
      "a metric that goes", in: noGoals, [.init(Company.Edit.lever, "", "")], by: ["omar"],
      ["the owner of activation-rate: 1 of ada"]),

    Case("the North Star's definition", [.starRedefined], by: ["omar"], ["2 stewards: 2 of ada, lin"]),
    Case("the North Star's definition, by a steward", [.starRedefined], by: ["ada"], ["a steward: 1 of lin"]),
    Case(
      "the North Star's definition, by all stewards", [.starRedefined], by: ["ada", "lin"], ["a steward: 1 of nobody"]),
    Case(
      "the North Star's definition, three stewards", in: omarSteward, [.starRedefined], by: ["grace"],
      ["2 stewards: 2 of ada, lin, omar"]),
    Case(
      "as many stewards as the target says",
      in: [.init("northstar.yaml", "[ada, lin]", "[ada, lin, omar]\napprovals: { north_star: 3 }")], [.starRedefined],
      by: ["grace"], ["3 stewards: 3 of ada, lin, omar"]),
    Case(
      "a policy that is weakened with what it guards",
      [.init("northstar.yaml", "[ada, lin]", "[eve]\napprovals: { north_star: 1 }"), .starRedefined], by: ["omar"],
      ["2 stewards: 2 of ada, lin"]),
    Case(
      "another North Star",
      [.init("northstar.yaml", "north_star: weekly-hosted-meetings", "north_star: activation-rate")],
      by: ["omar"], ["2 stewards: 2 of ada, lin"]),
    Case(
      "a rule that is turned off",
      [.init("northstar.yaml", "timezone:", "rules: [{ rule: NS301, severity: off }]\ntimezone:")],
      by: ["omar"], ["2 stewards: 2 of ada, lin"]),
    Case(
      "settings in another place", [.init("metrics/zz.yaml", "", "kind: strategy\nid: zz\nstewards: [omar]\n")],
      by: ["omar"], ["2 stewards: 2 of ada, lin"]),
    Case(
      "settings in another place, landed",
      in: [.init("metrics/zz.yaml", "", "kind: strategy\nid: zz\nstewards: [ada]\n")],
      [.starRedefined], by: ["omar"], ["a steward: 1 of ada"]),

    Case(
      "a hand-over", [.handedToOmar], by: ["grace"],
      ["growth, which takes it: 1 of lin, omar", "onboarding, which gives it: 1 of ada"]),
    Case(
      "a hand-over by the giver", [.handedToOmar], by: ["ada"],
      ["growth, which takes it: 1 of lin, omar"]),
    Case(
      "a hand-over by the taker", [.handedToOmar], by: ["omar"], ["onboarding, which gives it: 1 of ada"]),
    Case(
      "a hand-over by the giver and somebody else", [.handedToOmar], by: ["ada", "grace"],
      ["a steward in place of onboarding, which gives it: 1 of lin", "growth, which takes it: 1 of lin, omar"]),
    Case(
      "an owner who steps down", [.init(Company.Edit.lever, "  team: onboarding\n  person: ada\n", "")], by: ["ada"],
      ["a steward in place of onboarding, which gives it: 1 of lin"]),
    Case(
      "a hand-over to somebody of another team",
      [.init(Company.Edit.lever, "team: onboarding\n  person: ada", "team: growth\n  person: grace")], by: ["omar"],
      ["growth, which takes it: 1 of lin", "onboarding, which gives it: 1 of ada"]),
    Case(
      "a hand-over to a team that comes with it",
      [
        .init("teams/new.yaml", "", "kind: team\nid: new\nlead: omar\nmembers: [omar]\n"),
        .init(Company.Edit.lever, "team: onboarding\n  person: ada", "team: new\n  person: omar"),
      ], by: ["grace"],
      ["a steward in place of new, which takes it: 1 of ada, lin", "onboarding, which gives it: 1 of ada"]),
    Case(
      "a hand-over between teams of one lead", in: [.init("teams/growth.yaml", "lead: lin", "lead: ada")],
      [.init(Company.Edit.lever, "team: onboarding", "team: growth")], by: ["omar"],
      ["a steward in place of growth, which takes it: 1 of lin", "onboarding, which gives it: 1 of ada"]),
    Case(
      "another owner in the same team", [.init(Company.Edit.lever, "person: ada", "person: grace")], by: ["omar"],
      ["the owner of activation-rate: 1 of ada"]),
    Case(
      "a team's new name",
      [
        .init("teams/onboarding.yaml", "id: onboarding", "id: first-mile\nformerly: [onboarding]"),
        .init(Company.Edit.lever, "team: onboarding", "team: first-mile"),
      ], by: ["omar"], ["the lead of onboarding: 1 of ada"]),

    Case(
      "a guardrail loosened", in: [.ownedGuardrail], [.loosened], by: ["ada"],
      ["the owner of support-load: 1 of lin, omar"]),
    Case("a guardrail loosened that nobody owns", [.loosened], by: ["omar"], ["a steward: 1 of ada, lin"]),
    Case(
      "a guardrail that watches less", in: [.ownedGuardrail],
      [.init(Company.Edit.guardrail, "[activation-rate, new-workspaces]", "[activation-rate]")], by: ["ada"],
      ["the owner of support-load: 1 of lin, omar"]),
    Case(
      "a guardrail that goes", in: [.ownedGuardrail], [.init(Company.Edit.guardrail, "", "")], by: ["ada"],
      ["the owner of support-load: 1 of lin, omar"]),

    Case("a harder target", [.harderTarget], by: ["omar"], ["the lead of onboarding: 1 of ada"]),
    Case(
      "an easier target of somebody else's", [.easierTarget], by: ["omar"],
      ["somebody whose score can't rise by it: 1 of lin", "the lead of onboarding: 1 of ada"]),
    Case(
      "an easier target by the lead", [.easierTarget], by: ["ada"],
      ["a steward in place of the lead of onboarding: 1 of lin"]),
    Case(
      "an easier baseline", [.init(Company.Edit.goals, "baseline: 41", "baseline: 30")], by: ["lin"],
      ["anybody else in place of somebody whose score can't rise by it: 1 of omar", "the lead of onboarding: 1 of ada"]),
    Case(
      "another input", [.init(Company.Edit.goals, "input: activation-rate", "input: new-workspaces")], by: ["omar"],
      ["the lead of onboarding: 1 of ada"]),
    Case(
      "a title of a key result",
      [.init(Company.Edit.goals, "title: Raise onboarding completion", "title: Raise completion")],
      by: ["omar"], ["the lead of onboarding: 1 of ada"]),
    Case(
      "a score of somebody else's", [.init(Company.Edit.goals, "target: 55", "target: 55\n        score: 1")],
      by: ["omar"], ["the lead of onboarding: 1 of ada"]),
    Case(
      "a score by the lead", [.init(Company.Edit.goals, "target: 55", "target: 55\n        score: 1")],
      by: ["ada"], []),
    Case(
      "a score by the lead, when the cycle is closed", in: [closed],
      [.init(Company.Edit.goals, "target: 55", "target: 55\n        score: 1")],
      by: ["ada"], ["a steward: 1 of lin"]),
    Case(
      "a title in a closed cycle", in: [closed],
      [.init(Company.Edit.goals, "title: Raise onboarding completion", "title: Raise completion")],
      by: ["omar"], ["a steward: 1 of ada, lin"]),
    Case(
      "a title by the lead in a draft", in: [draft],
      [.init(Company.Edit.goals, "title: Raise onboarding completion", "title: Raise completion")],
      by: ["ada"], []),
    Case(
      "an easier target in a draft, by somebody else", in: [draft], [.easierTarget], by: ["omar"],
      ["the lead of onboarding: 1 of ada"]),
    Case(
      "a weight by the lead", [.init(Company.Edit.goals, "target: 55", "target: 55\n        weight: 3")],
      by: ["ada"], ["a steward in place of the lead of onboarding: 1 of lin"]),
    Case(
      "goals in another team's name", in: [noGrowth], [growthGoals()], by: ["ada"], ["the lead of growth: 1 of lin"]),
    Case("goals by the team's lead", in: [noGrowth], [growthGoals()], by: ["lin"], []),
    Case(
      "goals by the team's lead in a closed cycle", in: [closed, noGrowth], [growthGoals()], by: ["lin"],
      ["a steward: 1 of ada"]),
    Case(
      "goals that somebody is said to agree to", in: [noGrowth],
      [growthGoals("{ team: onboarding, person: grace, on: 2026-01-20 }")],
      by: ["lin"], ["grace, who is said to agree: 1 of grace"]),
    Case(
      "an agreement by somebody who can't speak for the team", in: [noGrowth],
      [growthGoals("{ team: onboarding, person: lin, on: 2026-01-20 }")],
      by: ["lin"], ["the lead of onboarding: 1 of ada"]),
    Case(
      "an agreement by whoever gives it",
      in: [growthGoals("{ team: onboarding, person: grace, on: 2026-01-20 }")],
      [.init("okrs/2026-q1/growth.yaml", "2026-01-20", "2026-01-21")], by: ["grace"], []),

    Case(
      "a team's lead", [.init("teams/onboarding.yaml", "lead: ada", "lead: grace")], by: ["grace"],
      ["the lead of onboarding: 1 of ada"]),
    Case(
      "a team's lead, by the lead, with a team above",
      in: [.init("teams/onboarding.yaml", "lead: ada", "lead: ada\nparent: growth")],
      [.init("teams/onboarding.yaml", "lead: ada", "lead: grace")], by: ["ada"], ["the lead of onboarding: 1 of lin"]),
    Case(
      "a new team that was another",
      [.init("teams/x.yaml", "", "kind: team\nid: x\nlead: omar\nformerly: [onboarding]\n")],
      by: ["omar"], ["the lead of onboarding: 1 of ada"]),
    Case("a new team", [.init("teams/x.yaml", "", "kind: team\nid: x\nlead: omar\n")], by: ["omar"], []),

    Case(
      "somebody's mail address", [.init("people/grace.yaml", "[grace@huddle.example]", "[eve@evil.example]")],
      by: ["omar"],
      ["a steward: 1 of ada, lin"]),
    Case(
      "a steward's own mail address", [.init("people/ada.yaml", "[ada@huddle.example]", "[eve@evil.example]")],
      by: ["omar"], ["a steward: 1 of lin"]),
    Case(
      "a steward's own key, by the other steward",
      [.init("people/ada.yaml", "joined:", "keys: [ssh-ed25519 AAAA]\njoined:")],
      by: ["lin"], ["anybody else in place of a steward: 1 of grace, omar"]),
    Case(
      "somebody new", [.init("people/eve.yaml", "", "kind: person\nid: eve\nname: Eve\nemails: [eve@x.example]\n")],
      by: ["omar"], ["a steward: 1 of ada, lin"]),
    Case("somebody's title", [.init("people/grace.yaml", "joined:", "title: Engineer\njoined:")], by: ["omar"], []),

    Case(
      "a waiver", [.init("waivers/x.yaml", "", "kind: waiver\nid: x\nrule: NS301\nentity: metric/activation-rate\n")],
      by: ["ada"], ["a steward: 1 of lin"]),
    Case(
      "a cycle", [.init("cycles/2026-q1.yaml", "state: active", "state: closed")], by: ["omar"],
      ["a steward: 1 of ada, lin"]),
    Case(
      "a review", [.init("reviews/2026-north-star.yaml", "decision: keep", "decision: retire")], by: ["omar"],
      ["a steward: 1 of ada, lin"]),
    Case(
      "a proposal that says it has landed", [.init("proposals/x.yaml", "", "kind: proposal\nid: x\nstate: landed\n")],
      by: ["omar"], ["a steward: 1 of ada, lin"]),
  ]

  @Test(arguments: cases)
  func thePolicyAsks(_ example: Case) {
    #expect(Company(example.company).asked(example.edits, by: example.by) == example.asked)
  }
}
