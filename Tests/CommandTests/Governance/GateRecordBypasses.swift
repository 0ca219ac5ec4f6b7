import TestSupport
import Testing

@testable import northstar

/// Records of what people reported, measured and decided, which nobody may change afterwards.
extension Bypass {
  private static let sheet = "readings/activation-rate.csv"
  private static let checkIns = "checkins/2026-q1/onboarding.yaml"
  private static let review = "reviews/2026-north-star.yaml"

  static let readings: [Bypass] = [
    Bypass("a landing that rewrites readings", "existing readings must not change") { clone in
      try clone.landByHand { try clone.edit(sheet, "W01,40", "W01,60") }
    },
    Bypass("a landing that removes readings", "existing readings must not change") { clone in
      try clone.landByHand { try clone.git("rm", "-q", sheet) }
    },
    Bypass("a landing with readings that nobody proposed", "readings here that its parents do not have") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      }
    },
    Bypass("a stranger's readings", "belongs to nobody in people/") { clone in
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("mallory")
    },
    Bypass("readings of somebody who has left", "zoe left on 2025-12-31") { clone in
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("zoe")
    },
    Bypass("a stranger's readings by a merge", "belongs to nobody in people/") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("mallory")
      try clone.git("switch", "-q", "main")
      try clone.git(by: "omar", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
    },
    Bypass("readings that are not signed", "requires omar's signature", signed: true) { clone in
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("omar")
    },
    Bypass("what was known then, told otherwise", "only a steward may add that") { clone in
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("omar")
      try clone.append(sheet, "2026-W01,60,2026-01-12,warehouse\n")
      try clone.commit("omar")
    },
    Bypass("what was known then, told otherwise from a branch of that time", "only a steward may add that") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.append(sheet, "2025-W52,60,2026-01-13,warehouse\n")
      try clone.commit("omar")
      try clone.git("switch", "-q", "main")
      try clone.append(sheet, "2026-W02,41,2026-01-19,warehouse\n")
      try clone.commit("ada")
      try clone.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "side")
      try clone.append(sheet, "2025-W52,60,2026-01-13,warehouse\n")
      try clone.commit("omar")
    },
  ]

  static let reports: [Bypass] = [
    Bypass("a landing that polishes check-ins", "check-ins are only added to") { clone in
      try clone.landByHand { try clone.edit(checkIns, "value: 43.5", "value: 53.5") }
    },
    Bypass("a landing that takes one check-in out", "check-ins are only added to") { clone in
      try clone.landByHand {
        let line = "  - { on: 2026-01-19, key_result: completion, value: 43.5, confidence: 0.6, by: grace }\n"
        try clone.edit(checkIns, line, "")
      }
    },
    Bypass("a landing that removes all check-ins", "what was reported is gone") { clone in
      try clone.landByHand { try clone.git("rm", "-q", checkIns) }
    },
    Bypass("a landing that checks in for another team", "the approval of the lead of onboarding is missing") { clone in
      try clone.propose("words", by: "omar", "activation-rate.name", "Activation")
      try clone.append(checkIns, HonestPush.checkIn.replacing("by: grace", with: "by: omar"))
      try clone.commit("omar")
      try clone.landByHand("words", by: "omar", approvedBy: [])
    },
    Bypass("a check-in in another's name", "which only ada can do") { clone in
      try clone.append(checkIns, HonestPush.checkIn.replacing("by: grace", with: "by: ada"))
      try clone.commit("grace")
    },
    Bypass("a note added to a check-in that is there", "check-ins are only added to") { clone in
      try clone.edit(checkIns, "confidence: 0.7, by: grace", "confidence: 0.7, note: All well, by: grace")
      try clone.commit("grace")
    },
    Bypass("check-ins polished by a merge of two that agree", "check-ins are only added to") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.edit(checkIns, "value: 43.5", "value: 53.5")
      try clone.commit("grace")
      try clone.git("switch", "-q", "main")
      try clone.git(by: "grace", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
    },
  ]

  static let decisions: [Bypass] = [
    Bypass("a decision rewritten by a steward", "what was decided stays as it is") { clone in
      try clone.edit(review, "It has led revenue", "Everybody agreed that it has led revenue")
      try clone.commit("lin")
    },
    Bypass("a decision taken out by a steward", "what was decided is gone") { clone in
      try clone.git("rm", "-q", review)
      try clone.commit("lin")
    },
    Bypass("a decision rewritten by a landing", "what was decided stays as it is") { clone in
      try clone.landByHand { try clone.edit(review, "decision: keep", "decision: retire") }
    },
    Bypass("a cycle started in another's name", "it says that somebody other than ada decided it") { clone in
      try clone.write(
        "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-01-20\nends: 2026-06-30\nstate: draft\n")
      try clone.commit("ada")
      try clone.edit("cycles/2026-q2.yaml", "state: draft", "state: active\nactivated: 2026-01-28")
      try clone.commit(
        "ada", "Start it\n\nNorthstar-Cycle: 2026-q2\nNorthstar-Decision: start\nNorthstar-Decided-By: lin")
    },
    Bypass("one steward decides in the name of two", "it is said in the name of ada") { clone in
      try clone.write("reviews/again.yaml", northStarReview("[ada, lin]"))
      try clone.commit("lin")
    },
    Bypass("one steward decides on the North Star", "1 more of the stewards must decide on it (ada)") { clone in
      try clone.write("reviews/again.yaml", northStarReview("[lin]"))
      try clone.commit("lin")
    },
    Bypass("a decision by somebody who has none", "grace is not one of those who decide on it") { clone in
      let text = northStarReview("[grace]").replacing("weekly-hosted-meetings", with: "new-workspaces")
      try clone.write("reviews/again.yaml", text)
      try clone.commit("grace")
    },
    Bypass("a review of somebody else's metric", "it needs the approval of a steward") { clone in
      try clone.northstar("grace", "review", "open", "meetings-per-workspace")
    },
    Bypass("a waiver in another's name", "it is said in the name of ada") { clone in
      try clone.write("waivers/mine.yaml", waiver)
      try clone.commit("lin")
    },
    Bypass("another's waiver made longer", "it says that ada approved it") { clone in
      try clone.write("waivers/mine.yaml", waiver)
      try clone.commit("ada")
      try clone.edit("waivers/mine.yaml", "expires: 2026-03-31", "expires: 2026-04-30")
      try clone.commit("lin")
    },
    Bypass("a closed cycle opened again by one steward", "whether scores are final") { clone in
      try clone.sandbox.git("config", "northstar.protected", "other", in: "server.git")
      let state = try clone.sandbox.text("cycles/2026-q1.yaml").replacing("state: active", with: "state: closed")
      try clone.write("cycles/2026-q1.yaml", state + "closed: 2026-01-27\n")
      try clone.commit("lin")
      try clone.sandbox.git("fetch", "-q", "\(clone.sandbox.path)/repo", "+main:main", in: "server.git")
      try clone.edit("cycles/2026-q1.yaml", "state: closed", "state: active")
      try clone.commit("lin")
    },
  ]

  private static func northStarReview(_ deciders: String) -> String {
    "kind: review\nid: again\nsubject: metric/weekly-hosted-meetings\nheld_on: 2026-01-27\ndecision: keep\n"
      + "because: It goes on\ndecided_by: \(deciders)\nnext_review: 2027-01-27\n"
  }

  private static let waiver =
    "kind: waiver\nid: mine\nrule: NS301\nentity: metric/activation-rate\nbecause: For a while\napproved_by: ada\n"
    + "granted: 2026-01-27\nexpires: 2026-03-31\n"

  /// Merges, which count by what they change on the branch, whatever was changed elsewhere.
  static let differences: [Bypass] = [
    Bypass("a target lowered from a branch without its file", "it moves the goalposts") { clone in
      let file = "okrs/2026-q1/onboarding.yaml"
      let lower = try clone.sandbox.text(file).replacing("target: 55", with: "target: 45")
      try clone.git("switch", "-q", "--orphan", "side")
      try clone.write(file, lower)
      try clone.commit("grace")
      try clone.git("switch", "-q", "main")
      try clone.git("merge", "-q", "--no-ff", "--no-commit", "--allow-unrelated-histories", "-s", "ours", "side")
      try clone.write(file, lower)
      try clone.commit("grace")
    },
    Bypass("a change that its lead had taken back", "it moves the goalposts") { clone in
      let file = "okrs/2026-q1/onboarding.yaml"
      try clone.beginMerge {
        try clone.edit(file, "target: 55", "target: 45")
        try clone.commit("ada")
        try clone.git(by: "ada", ["revert", "--no-edit", "HEAD"])
      }
      try clone.edit(file, "target: 55", "target: 45")
      try clone.commit("omar")
    },
    Bypass("approvals of another difference", "have both changed the same thing since") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.propose("by-day", by: "grace", "activation-rate.definition.window", "calendar day")
      try clone.approve("by-day", by: "ada", "lin")
      try clone.land("by-day")
      let (tip, digest) = (try clone.git("rev-parse", "proposal/by-month"), clone.digest())
      let record = try clone.git("show", "\(tip):proposals/by-month.yaml")
      try clone.edit(metric, "calendar day", "calendar month")
      try clone.write(
        "proposals/by-month.yaml",
        record.replacing("state: open", with: "state: landed") + "\nclosed: 2026-01-28\napproved_by: [ada, lin]\n")
      try clone.git("add", "-A")
      let tree = try clone.git("write-tree")
      let message =
        "Land it\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: land\nNorthstar-Decided-By: ada\n"
        + "Northstar-Decided-By: lin\nNorthstar-Judged: \(tip)\nNorthstar-Digest: \(digest)"
      let commit = try clone.git(by: "grace", ["commit-tree", tree, "-p", "main", "-p", tip, "-m", message])
      try clone.git("reset", "-q", "--hard", commit)
    },
    Bypass("people moved out of sight", "which belongs in 'people/lin.yaml'") { clone in
      try clone.git("mv", "people/lin.yaml", "metrics/lin.yaml")
      try clone.commit("grace")
    },
    Bypass("OKRs moved out of sight by a landing", "which belongs in 'okrs/2026-q1/onboarding.yaml'") { clone in
      try clone.landByHand { try clone.git("mv", "okrs/2026-q1/onboarding.yaml", "teams/onboarding-okrs.yaml") }
    },
    Bypass("another's open proposal told otherwise", "it is the proposal of grace") { clone in
      try clone.propose()
      try clone.git("switch", "-q", "main")
      try clone.git("checkout", "-q", "proposal/by-month", "--", "proposals/by-month.yaml")
      try clone.commit("grace")
      try clone.edit("proposals/by-month.yaml", "why: It is better", "why: Omar says so")
      try clone.commit("omar")
    },
    Bypass("another's open proposal taken over and withdrawn", "it is the proposal of grace") { clone in
      try clone.recordOnMain()
      try clone.edit("proposals/by-month.yaml", "by: grace", "by: omar")
      try clone.edit("proposals/by-month.yaml", "state: open", "state: withdrawn")
      try clone.commit("omar")
    },
    Bypass("approvals that an open proposal claims", "only its landing may record who approved it") { clone in
      try clone.recordOnMain()
      try clone.append("proposals/by-month.yaml", "approved_by: [ada, lin]\n")
      try clone.commit("grace")
    },
    Bypass("an open proposal that says why it ended", "it records an end before the proposal has ended") { clone in
      try clone.recordOnMain()
      try clone.append("proposals/by-month.yaml", "because: Everybody agrees\n")
      try clone.commit("grace")
    },
  ]

  private static let metric = "metrics/activation-rate.yaml"

  /// Objects that git reads differently than they look.
  static let objects: [Bypass] = [
    Bypass("a day that has not come", "it is dated 2099-01-01") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.git("add", "-A")
      let tree = try clone.git("write-tree")
      try clone.take(tree: tree, "grace", time: 4_070_908_800)
    },
    Bypass("a day long gone", "before the commit that it follows") { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.git("add", "-A")
      let tree = try clone.git("write-tree")
      try clone.take(tree: tree, "grace", time: 0)
    },
    .pushing("a parent where git sees none", "its text is damaged") { clone in
      let (tree, parent) = try clone.openToAnyObject()
      try clone.take("tree \(tree)\n\(clone.signatures("grace"))parent \(parent)\n\nx\n")
      return try clone.push("+main")
    },
    Bypass("two authors", "its text is damaged") { clone in
      let (tree, parent) = try clone.openToAnyObject()
      try clone.take(
        "tree \(tree)\nparent \(parent)\nauthor A <lin@huddle.example> 1 +0000\n\(clone.signatures("grace"))\nx\n")
    },
    Bypass("an encoding in which letters are others", "its encoding can make letters look like others") { clone in
      let (tree, parent) = try clone.openToAnyObject()
      try clone.take("tree \(tree)\nparent \(parent)\n\(clone.signatures("grace"))encoding UTF-7\n\nx\n")
    },
    Bypass("a message that goes on behind a NUL", "a NUL in its message") { clone in
      let (tree, parent) = try clone.openToAnyObject()
      try clone.take(
        "tree \(tree)\nparent \(parent)\n\(clone.signatures("grace"))\nx\u{0}\n\nNorthstar-Decision: land\n")
    },
  ]

  /// Requirements for branches.
  static let branches: [Bypass] = [
    .pushing("a protected branch by another name", "the owner of activation-rate") { clone in
      try clone.sandbox.git("symbolic-ref", "refs/heads/master", "refs/heads/main", in: "server.git")
      try clone.redefine("grace")
      return try clone.push("main:refs/heads/master")
    },
    .pushing("a protected branch removed by another name", "a protected branch cannot be removed") { clone in
      try clone.sandbox.git("config", "receive.denyDeletes", "false", in: "server.git")
      try clone.sandbox.git("config", "receive.denyDeleteCurrent", "ignore", in: "server.git")
      try clone.sandbox.git("symbolic-ref", "refs/heads/master", "refs/heads/main", in: "server.git")
      return try clone.push(":refs/heads/master")
    },
    .pushing("a protected branch made with a change in it", "the owner of activation-rate") { clone in
      try clone.sandbox.git("config", "--add", "northstar.protected", "release/*", in: "server.git")
      try clone.redefine("grace")
      return try clone.push("main:refs/heads/release/1")
    },
    .pushing("a protected branch of another history", "it does not start on the main branch") { clone in
      try clone.sandbox.git("config", "--add", "northstar.protected", "release/*", in: "server.git")
      let commit = try clone.git(by: "grace", ["commit-tree", "HEAD^{tree}", "-m", "Anew"])
      return try clone.push("\(commit):refs/heads/release/1")
    },
    .pushing("an objection removed with its branch", "the statements on its branch would be lost") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.northstar("ada", "propose", "request-changes", "by-month", "-m", "No")
      _ = try clone.push("proposal/by-month")
      return try clone.push(":proposal/by-month")
    },
    .pushing("an objection pushed away", "ada has requested changes, which would be lost") { clone in
      try clone.propose()
      try clone.northstar("ada", "propose", "request-changes", "by-month", "-m", "No")
      _ = try clone.push("proposal/by-month")
      try clone.git("reset", "-q", "--hard", "HEAD~1")
      try clone.git(by: "grace", ["commit", "-q", "--amend", "-m", "Otherwise"])
      return try clone.push("+proposal/by-month")
    },
    .pushing("a proposal taken over by another", "it is the proposal of grace") { clone in
      try clone.propose()
      _ = try clone.push("proposal/by-month")
      return try clone.push("+main:proposal/by-month")
    },
    .pushing("a proposal withdrawn by who pushed a commit to it", "only its author may withdraw it (grace)") { clone in
      try clone.propose()
      try clone.northstar("omar", "set", "activation-rate.name", "Activation")
      _ = try clone.push("proposal/by-month")
      try clone.git("switch", "-q", "main")
      try clone.northstar("omar", "propose", "withdraw", "by-month", "--because", "No")
      return try clone.push()
    },
    .pushing("the place of a proposal's commits taken", "it is not the commit with which the proposal ended") { clone in
      try clone.push("main:refs/northstar/proposals/by-month")
    },
  ]
}

extension GatedClone {
  /// Puts the record of an open proposal on the main branch.
  fileprivate func recordOnMain() throws {
    try propose()
    try git("switch", "-q", "main")
    try git("checkout", "-q", "proposal/by-month", "--", "proposals/by-month.yaml")
    try commit("grace")
  }

  func signatures(_ person: String, time: Int = 1_769_594_400) -> String {
    let line = "\(person) <\(person)@huddle.example> \(time) +0000\n"
    return "author \(line)committer \(line)"
  }

  /// Makes the server accept what git itself would refuse, so that only the gate judges; returns the tip's tree and id.
  func openToAnyObject() throws -> (tree: String, tip: String) {
    try sandbox.git("config", "receive.fsckObjects", "false", in: "server.git")
    return (try git("rev-parse", "HEAD^{tree}"), try git("rev-parse", "HEAD"))
  }

  /// Makes a commit with any text the branch's tip.
  func take(_ commit: String) throws {
    try sandbox.write("commit", commit, in: "keys")
    let id = try git("hash-object", "-t", "commit", "-w", "--literally", "../keys/commit")
    try git("update-ref", "refs/heads/main", id)
  }

  func take(tree: String, _ person: String, time: Int) throws {
    try take("tree \(tree)\nparent \(git("rev-parse", "HEAD"))\n\(signatures(person, time: time))\nx\n")
  }
}
