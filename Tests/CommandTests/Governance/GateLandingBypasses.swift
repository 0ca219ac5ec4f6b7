import TestSupport
import Testing

@testable import northstar

extension Bypass {
  private static let metric = "metrics/activation-rate.yaml"

  /// Who approved, and what.
  static let approvals: [Bypass] = [
    Bypass("nobody approved it", "the approval of the owner of activation-rate is missing") { clone in
      try clone.propose()
      try clone.landByHand(approvedBy: [])
    },
    Bypass("approved by its author", "nobody approves their own proposal") { clone in
      try clone.propose(by: "ada")
      try clone.say(by: "ada", claiming: "ada")
      try clone.say(by: "lin", claiming: "lin")
      try clone.landByHand(by: "ada", approvedBy: ["ada", "lin"])
    },
    Bypass("approved by who wrote one commit of it", "nobody approves their own proposal") { clone in
      try clone.propose()
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("approved by the owner alone, who gains", "somebody whose score can't rise by it") { clone in
      try clone.propose()
      try clone.approve(by: "ada")
      try clone.landByHand(approvedBy: ["ada"])
    },
    Bypass("changed after it was approved", "it approves an earlier version of the change") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.northstar("grace", "set", "activation-rate.definition.window", "calendar day")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("an approval of another proposal", "is missing") { clone in
      try clone.propose("other-one", by: "grace", "activation-rate.definition.window", "calendar month")
      try clone.approve("other-one", by: "ada", "lin")
      let base = try clone.git("rev-parse", "HEAD")
      try clone.propose()
      try clone.git("cherry-pick", "--allow-empty", "\(base)~1", base)
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("an approval with no digest", "it doesn't say what it approves") { clone in
      try clone.propose()
      try clone.say(by: "ada", claiming: "ada", digest: "v1:sha256:abc")
      try clone.say(by: "lin", claiming: "lin", digest: "v1:sha256:abc")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("an approval in another's name", "the commit is by grace, not by ada") { clone in
      try clone.propose()
      try clone.say(by: "grace", claiming: "ada")
      try clone.say(by: "grace", claiming: "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("an approval by somebody who has left", "zoe left on 2025-12-31") { clone in
      try clone.propose()
      try clone.say(by: "zoe", claiming: "zoe")
      try clone.landByHand(approvedBy: ["zoe"])
    },
    Bypass("an approval by somebody who joins later", "kim joins on 2026-06-01") { clone in
      try clone.propose()
      try clone.say(by: "kim", claiming: "kim")
      try clone.landByHand(approvedBy: ["kim"])
    },
    Bypass("an approval by nobody", "'mallory' is not in people/") { clone in
      try clone.propose()
      try clone.say(by: "mallory", claiming: "mallory")
      try clone.landByHand(approvedBy: ["mallory"])
    },
    Bypass("an approval by somebody who is not asked", "it is not needed") { clone in
      try clone.propose()
      try clone.approve(by: "lin")
      try clone.say(by: "omar", claiming: "omar")
      try clone.landByHand(approvedBy: ["lin", "omar"])
    },
    Bypass("a handle in other letters", "is missing") { clone in
      try clone.propose()
      try clone.say(by: "ada", claiming: "Ada")
      try clone.say(by: "ada", claiming: "\u{0430}da")
      try clone.say(by: "lin", claiming: "lin")
      try clone.landByHand(approvedBy: ["lin"])
    },
    Bypass("an approval that changes a file", "its record says that ada approved it") { clone in
      try clone.propose()
      try clone.write("README.md", "Hello\n")
      try clone.say(by: "ada", claiming: "ada")
      try clone.say(by: "lin", claiming: "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("an objection passed over", "ada requested changes") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.northstar("ada", "propose", "request-changes", "by-month", "-m", "No")
      try clone.landByHand(approvedBy: ["lin"])
    },
    Bypass("an objection left behind on the server's branch", "has commits here that are not in the landing") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.northstar("ada", "propose", "request-changes", "by-month", "-m", "No")
      _ = try clone.push("proposal/by-month")
      try clone.git("reset", "-q", "--hard", "HEAD~1")
      try clone.land()
    },
    Bypass("a stranger's commit on the branch", "who wrote part of it, is not in people/") { clone in
      try clone.landByHand(withCommitBy: "mallory") {
        try clone.edit(metric, "name: Activation rate", "name: Activation")
      }
    },
    Bypass("a proposal in the name of somebody else", "its record names omar") { clone in
      try clone.landByHand { try clone.edit("proposals/by-month.yaml", "by: grace", "by: omar") }
    },
  ]

  /// The contents of the landing itself.
  static let landings: [Bypass] = [
    Bypass("a record that says who approved, and they did not", "but they did not") { clone in
      try clone.propose()
      try clone.approve(by: "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("a record that says nobody approved", "does not say who approved it") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: [])
    },
    Bypass("a record that stays open", "does not say that it landed") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"], state: "rejected")
    },
    Bypass("a record with other reasons", "its record differs from the one on its branch: why") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.edit("proposals/by-month.yaml", "why: It is better", "why: Ada wanted it")
      }
    },
    Bypass("a landing with another change of the same field", "which was not proposed and approved") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.edit(metric, "calendar month", "calendar day")
      }
    },
    Bypass("a landing that leaves half of it out", "which was not proposed and approved") { clone in
      try clone.propose()
      try clone.northstar("grace", "set", "support-load.definition.source", "tickets")
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.edit("metrics/support-load.yaml", "source: tickets", "source: help desk export")
      }
    },
    Bypass("a landing with a metric beside it", "metric/new-workspaces.definition.window") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.edit("metrics/new-workspaces.yaml", "calendar week", "calendar month")
      }
    },
    Bypass("a landing with a person beside it", "which was not proposed and approved") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.edit("people/ada.yaml", "[ada@huddle.example]", "[ada@huddle.example, grace@evil.example]")
      }
    },
    Bypass("a landing with another field of the same metric", "which was not proposed") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) { try clone.edit(metric, "person: ada", "person: grace") }
    },
    Bypass("a landing with another proposal's record", "which was not proposed and approved") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(approvedBy: ["ada", "lin"]) {
        try clone.write("proposals/other.yaml", record("other", state: "landed"))
      }
    },
    Bypass("a landing without a second parent", "is not a merge with the proposal's tip") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      let (digest, tip) = (clone.digest(), try clone.git("rev-parse", "HEAD"))
      try clone.git("switch", "-q", "main")
      try clone.git("merge", "-q", "--squash", "proposal/by-month")
      try clone.commit(
        "grace",
        "Land it\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: land\nNorthstar-Decided-By: ada\n"
          + "Northstar-Judged: \(tip)\nNorthstar-Digest: \(digest)")
    },
    Bypass("a landing whose second parent is another commit", "is missing") { clone in
      try clone.propose()
      let early = try clone.git("rev-parse", "HEAD")
      try clone.approve(by: "ada", "lin")
      try clone.git("branch", "-f", "keep")
      try clone.git("reset", "-q", "--hard", early)
      try clone.landByHand(approvedBy: ["ada", "lin"])
    },
    Bypass("a landing that says it judged another commit", "is not its second parent") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.landByHand(
        approvedBy: ["ada", "lin"], trailers: "Northstar-Judged: \(String(repeating: "1", count: 40))\n")
    },
    Bypass("trailers forged in one's own commit", "is not a merge with the proposal's tip") { clone in
      try clone.redefine(
        "grace", "Land it\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: land\nNorthstar-Decided-By: ada")
    },
    Bypass("an approval said on the branch itself", "an approval belongs on the proposal's branch") { clone in
      try clone.commit(
        "ada", "Yes\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: approve\nNorthstar-Decided-By: ada")
    },
    Bypass("a decision without its record", "changes no record of it") { clone in
      try clone.commit("grace", "Retire it\n\nNorthstar-Review: 2026-north-star\nNorthstar-Decision: retire")
    },
    Bypass("a record of a landing that never was", "its change has not landed") { clone in
      try clone.write("proposals/other.yaml", record("other", state: "landed"))
      try clone.commit("lin")
    },
    Bypass("a rejected proposal landed again", "it has already ended") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      let tip = try clone.git("rev-parse", "HEAD")
      try clone.git("switch", "-q", "main")
      try clone.northstar("lin", "propose", "reject", "by-month", "--because", "No")
      _ = try clone.push()
      let rejected = try clone.git("rev-parse", "HEAD")
      try clone.git("branch", "proposal/by-month", tip)
      try clone.git("reset", "-q", "--hard", "HEAD~1")
      try clone.git("update-ref", "-d", "refs/remotes/origin/main")
      try clone.land()
      let tree = try clone.git("rev-parse", "HEAD^{tree}")
      let message = try clone.git("log", "-1", "--format=%B")
      let commit = try clone.git(by: "grace", ["commit-tree", tree, "-p", rejected, "-p", tip, "-m", message])
      try clone.git("reset", "-q", "--hard", commit)
    },
    Bypass("a rejection by its author", "grace may not reject it") { clone in
      try clone.propose()
      try clone.git("switch", "-q", "main")
      try clone.write("proposals/by-month.yaml", record("by-month", state: "rejected"))
      try clone.commit("grace")
    },
    Bypass("a withdrawal of another's proposal", "only its author may withdraw it (grace)") { clone in
      try clone.propose()
      _ = try clone.push("proposal/by-month")
      try clone.git("switch", "-q", "main")
      try clone.write(
        "proposals/by-month.yaml", record("by-month", state: "withdrawn").replacing("by: grace", with: "by: omar"))
      try clone.commit("omar")
    },
    Bypass("a rejection in a steward's name", "says that somebody other than grace decided it") { clone in
      try clone.write("proposals/by-month.yaml", record("by-month", state: "rejected"))
      try clone.commit(
        "grace", "No\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: reject\nNorthstar-Decided-By: lin")
    },
    Bypass("the end of a proposal rewritten", "the end of a proposal is not changed afterwards") { clone in
      try clone.write("proposals/by-month.yaml", record("by-month", state: "rejected"))
      try clone.commit("lin")
      _ = try clone.push()
      try clone.edit("proposals/by-month.yaml", "because: No", "because: Lin said so")
      try clone.commit("lin")
    },
  ]

  private static func record(_ id: String, state: String) -> String {
    "kind: proposal\nid: \(id)\ntitle: T\nwhy: W\nby: grace\nopened: 2026-01-28\nstate: \(state)\n"
      + "closed: 2026-01-28\nbecause: No\n"
  }
}
