import Foundation
import TestSupport
import Testing

@testable import northstar

extension Bypass {
  private static let metric = "metrics/activation-rate.yaml"

  /// Changes that arrive by a merge that is not a landing.
  static let merges: [Bypass] = [
    Bypass("a side branch merged by hand", "the owner of activation-rate") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.redefine("grace")
      try clone.git("switch", "-q", "main")
      try clone.git(by: "omar", ["merge", "-q", "--no-ff", "-m", "Merge", "side"])
    },
    Bypass("a merge that changes more than its sides", "the owner of activation-rate") { clone in
      try clone.beginMerge { try clone.northstar("grace", "set", "activation-rate.name", "Activation") }
      try clone.edit(metric, "calendar week", "calendar month")
      try clone.commit("omar")
    },
    Bypass("an approved proposal merged by hand", "the owner of activation-rate") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.git("switch", "-q", "main")
      try clone.git(by: "grace", ["merge", "-q", "--no-ff", "-m", "Merge", "proposal/by-month"])
    },
    Bypass("a proposal forwarded", "the owner of activation-rate") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.git("switch", "-q", "main")
      try clone.git("merge", "-q", "--ff-only", "proposal/by-month")
    },
    Bypass("several branches merged at once", "it merges several branches at once") { clone in
      for name in ["one", "two"] {
        try clone.git("switch", "-q", "-c", name, "main")
        try clone.write("\(name).md", name)
        try clone.edit(
          metric, name == "one" ? "name: Activation rate" : "kind: metric",
          name == "one" ? "name: A" : "kind: metric # x")
        try clone.commit("grace")
      }
      try clone.git("switch", "-q", "main")
      let tree = try clone.git("rev-parse", "one^{tree}")
      let commit = try clone.git("commit-tree", tree, "-p", "main", "-p", "one", "-p", "two", "-m", "All")
      try clone.git("reset", "-q", "--hard", commit)
    },
    Bypass("a merge the wrong way round", "history follows the first") { clone in
      try clone.git("switch", "-q", "-c", "side")
      try clone.redefine("grace")
      try clone.git("switch", "-q", "main")
      try clone.northstar("ada", "set", "activation-rate.name", "Activation")
      _ = try clone.push()
      try clone.git("switch", "-q", "side")
      try clone.git(by: "grace", ["merge", "-q", "-m", "Merge", "main"])
      try clone.git("branch", "-f", "main", "side")
    },
    Bypass("an old state brought back by a merge", "the owner of activation-rate") { clone in
      try clone.propose()
      try clone.approve(by: "ada", "lin")
      try clone.land()
      _ = try clone.push()
      let tree = try clone.git("rev-parse", "HEAD~1^{tree}")
      let side = try clone.git(by: "grace", ["commit-tree", tree, "-p", "HEAD~1", "-m", "Nothing"])
      let merge = try clone.git(by: "grace", ["commit-tree", tree, "-p", "HEAD", "-p", side, "-m", "Merge"])
      try clone.git("reset", "-q", "--hard", merge)
    },
  ]

  /// Files that are not where, or what, they seem.
  static let paths: [Bypass] = [
    Bypass("a file in a folder in other case", "it would be in 'metrics'") { clone in
      try clone.write("Metrics/activation-rate.yaml", try clone.sandbox.text(metric))
      try clone.commit("grace")
    },
    Bypass("a file in other case beside the other", "is not in lower-case letters") { clone in
      try clone.write("metrics/Activation-Rate.yaml", try clone.sandbox.text(metric).replacing("week", with: "month"))
      try clone.commit("grace")
    },
    Bypass("a file with a letter that looks alike", "is not in lower-case letters") { clone in
      try clone.write("people/\u{0430}da.yaml", try clone.sandbox.text("people/ada.yaml"))
      try clone.commit("grace")
    },
    Bypass("a second file of the same id", "two files define this entity") { clone in
      try clone.write(
        "metrics/a.yaml", try clone.sandbox.text(metric).replacing("calendar week", with: "calendar month"))
      try clone.commit("grace")
    },
    Bypass("a second file of the same id that takes the first one's place", "two files define this entity") { clone in
      try clone.write(
        "metrics/a.yaml", try clone.sandbox.text(metric).replacing("calendar week", with: "calendar month"))
      try clone.commit("grace")
      try clone.git("mv", "-f", "metrics/a.yaml", metric)
      try clone.commit("grace")
    },
    Bypass("a second file with the other suffix", "two files define this entity") { clone in
      try clone.write("people/ada.yml", try clone.sandbox.text("people/ada.yaml").replacing("ada@", with: "grace2@"))
      try clone.commit("lin")
    },
    Bypass("a metric moved out of its folder", "metric/meeting-satisfaction") { clone in
      try clone.git("mv", "metrics/meeting-satisfaction.yaml", "meeting-satisfaction.yaml")
      try clone.commit("grace")
    },
    Bypass("a metric hidden behind a dot", "hides it from the strategy") { clone in
      try clone.git("mv", "metrics/meeting-satisfaction.yaml", "metrics/.meeting-satisfaction.yaml")
      try clone.commit("grace")
    },
    Bypass("a metric given another suffix", "metric/meeting-satisfaction") { clone in
      try clone.git("mv", "metrics/meeting-satisfaction.yaml", "metrics/meeting-satisfaction.txt")
      try clone.commit("grace")
    },
    Bypass("a link in the place of a file", "a link or a submodule is in a place") { clone in
      try FileManager.default.removeItem(atPath: "\(clone.sandbox.path)/repo/people/ada.yaml")
      try FileManager.default.createSymbolicLink(
        atPath: "\(clone.sandbox.path)/repo/people/ada.yaml", withDestinationPath: "grace.yaml")
      try clone.commit("grace")
    },
    Bypass("a link in the place of a folder", "a link or a submodule is in a place") { clone in
      try clone.git("mv", "people", "folk")
      try FileManager.default.createSymbolicLink(
        atPath: "\(clone.sandbox.path)/repo/people", withDestinationPath: "folk")
      try clone.commit("grace")
    },
    Bypass("a submodule among the metrics", "a link or a submodule is in a place") { clone in
      let head = try clone.git("rev-parse", "HEAD")
      try clone.git("update-index", "--add", "--cacheinfo", "160000,\(head),metrics/more")
      try clone.git(by: "grace", ["commit", "-q", "-m", "More"])
    },
    Bypass("a file that can't be read", "it is not a readable YAML mapping") { clone in
      try clone.write("metrics/new.yaml", "kind: metric\nid: [\n")
      try clone.commit("grace")
    },
    Bypass("a file broken to loosen what it says", "it is not a readable YAML mapping") { clone in
      try clone.append("metrics/support-load.yaml", "\tbroken: [\n")
      try clone.commit("grace")
    },
    Bypass("a file broken and mended with another content", "it is not a readable YAML mapping") { clone in
      try clone.append(metric, "\tbroken: [\n")
      try clone.commit("grace")
      try clone.edit(metric, "\tbroken: [\n", "")
      try clone.redefine("grace")
    },
    Bypass("a metric that says to be a person", "it is person/mallory, which belongs in 'people/mallory.yaml'") {
      clone in
      try clone.write(
        "metrics/mallory.yaml",
        "kind: person\nid: mallory\nname: M\ndiscipline: product\nemails: [mallory@huddle.example]\n")
      try clone.commit("grace")
    },
  ]

  /// Names that some system holds as another file, or not at all.
  static let names: [Bypass] = [
    Bypass("a metric called like a device", "'con.yaml' is a device on Windows") { clone in
      try clone.write(
        "metrics/con.yaml", try clone.sandbox.text(metric).replacing("id: activation-rate", with: "id: con"))
      try clone.commit("grace")
    },
    Bypass("the settings with a stream's name", "Windows allows no ':' in a name") { clone in
      try clone.write("northstar.yaml::$DATA", "kind: strategy\n")
      try clone.commit("stranger@elsewhere.example")
    },
    Bypass("a folder that Windows takes for another", "Windows drops the dot at the end of 'people.'") { clone in
      try clone.write("people./ada.yaml", try clone.sandbox.text("people/ada.yaml"))
      try clone.commit("stranger@elsewhere.example")
    },
    Bypass("the short name of a folder", "'PEOPLE~1' can be the short name of another file") { clone in
      try clone.write("PEOPLE~1/ada.yaml", try clone.sandbox.text("people/ada.yaml"))
      try clone.commit("stranger@elsewhere.example")
    },
    Bypass("a file that hides behind its twin", "some file systems cannot tell it from 'Plan.md'") { clone in
      try clone.write("notes/Plan.md", "One\n")
      try clone.write("notes/plan.md", "Other\n")
      try clone.commit("grace")
    },
    Bypass("a folder whose letters are put together otherwise", "some file systems cannot tell it from 'caf\u{E9}'") {
      clone in
      try clone.write("caf\u{E9}/one.md", "One\n")
      try clone.commit("grace")
      try clone.write("cafe\u{301}/other.md", "Other\n")
      try clone.commit("grace")
    },
    Bypass("readings under a name that is no text", "its name is not UTF-8") { clone in
      let made = try clone.sandbox.run(["sh", "-c", "echo > \"readings/$(printf '\\377').csv\""])
      #expect(made.status == 0)
      try clone.commit("grace")
    },
  ]

  /// Changes of references.
  static let references: [Bypass] = [
    .pushing(
      "the branch removed", "a protected branch cannot be removed",
      { clone in
        try clone.sandbox.git("config", "receive.denyDeleteCurrent", "ignore", in: "server.git")
        return try clone.push(":main")
      }),
    .pushing(
      "the branch forced back", "it would drop existing commits",
      { clone in
        try clone.northstar("ada", "set", "activation-rate.name", "Activation")
        _ = try clone.push()
        try clone.git("reset", "-q", "--hard", "HEAD~1")
        try clone.northstar("ada", "set", "activation-rate.name", "Otherwise")
        return try clone.push("+main")
      }),
    .pushing(
      "another history in its place", "it would drop existing commits",
      { clone in
        let orphan = try clone.git("commit-tree", "HEAD^{tree}", "-m", "Anew")
        return try clone.push("+\(orphan):refs/heads/main")
      }),
    .pushing(
      "a branch of the same name in other case", "on a case-insensitive file system",
      { clone in
        return try clone.push("main:refs/heads/Main")
      }),
    .pushing(
      "a branch whose name looks the same", "on a case-insensitive file system",
      { clone in
        return try clone.push("main:refs/heads/m\u{FF41}in")
      }),
    .pushing(
      "the archive in other case", "on a case-insensitive file system",
      { clone in
        return try clone.push("main:refs/Northstar/proposals/x")
      }),
    .pushing(
      "what was decided removed", "never removed",
      { clone in
        try clone.sandbox.git("update-ref", "refs/northstar/proposals/x", "main", in: "server.git")
        return try clone.push(":refs/northstar/proposals/x")
      }),
    .pushing(
      "what was decided replaced", "may only grow",
      { clone in
        try clone.sandbox.git("update-ref", "refs/northstar/proposals/x", "main", in: "server.git")
        let orphan = try clone.git("commit-tree", "HEAD^{tree}", "-m", "Anew")
        return try clone.push("+\(orphan):refs/northstar/proposals/x")
      }),
    .pushing(
      "a branch protected by a pattern", "the owner of activation-rate",
      { clone in
        try clone.sandbox.git("config", "--add", "northstar.protected", "release/*", in: "server.git")
        _ = try clone.push("main:refs/heads/release/1")
        try clone.redefine("grace")
        return try clone.push("main:refs/heads/release/1")
      }),
    .pushing(
      "a protected branch made with errors", "the result has a fault",
      { clone in
        try clone.sandbox.git("config", "--add", "northstar.protected", "release/*", in: "server.git")
        try clone.edit("metrics/onboarding-completion.yaml", "metric: activation-rate", "metric: nothing-there")
        try clone.commit("grace")
        return try clone.push("main:refs/heads/release/1")
      }),
    .pushing(
      "a good branch beside a bad one", "the owner of activation-rate",
      { clone in
        try clone.redefine("grace")
        return try clone.push("main:refs/heads/trial", "main")
      }),
    .pushing(
      "a replaced commit", "the owner of activation-rate",
      { clone in
        let good = try clone.git("rev-parse", "HEAD")
        try clone.redefine("grace")
        let bad = try clone.git("rev-parse", "HEAD")
        let harmless = try clone.git("commit-tree", "\(good)^{tree}", "-p", good, "-m", "Nothing")
        _ = try clone.push("\(harmless):refs/replace/\(bad)")
        return try clone.push()
      }),
  ]

  /// Pushes under a policy that requires signatures.
  static let signatures: [Bypass] = [
    Bypass("a safe edit that is not signed", "it is not signed", signed: true) { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.commit("grace")
    },
    Bypass("a forged author, signed with one's own key", "it was made with a key of grace", signed: true) { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.sign("ada", "Change it", with: "grace")
    },
    Bypass("signed with a key of nobody", "its key belongs to nobody in people/", signed: true) { clone in
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.sign("ada", "Change it", with: "mallory")
    },
    Bypass("a key of one's own added in the same push", "its key belongs to nobody in people/", signed: true) { clone in
      let key = try clone.sandbox.text("mallory.pub", in: "keys").trimmingCharacters(in: .newlines)
      try clone.append("people/ada.yaml", "  - \(key)\n")
      try clone.sign("lin", "Add a key")
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.sign("ada", "Change it", with: "mallory")
    },
    Bypass("an approval that is not signed", "The statement of ada does not count: it is not signed", signed: true) {
      clone in
      try clone.use(keyOf: "grace")
      try clone.propose()
      try clone.git("config", "commit.gpgsign", "false")
      try clone.say(by: "ada", claiming: "ada")
      try clone.use(keyOf: "lin")
      try clone.approve(by: "lin")
      try clone.use(keyOf: "grace")
      try clone.landByHand(approvedBy: ["lin"])
    },
    Bypass("an approval signed with another's key", "it was made with a key of grace", signed: true) { clone in
      try clone.use(keyOf: "grace")
      try clone.propose()
      try clone.say(by: "ada", claiming: "ada")
      try clone.say(by: "lin", claiming: "lin")
      try clone.landByHand(approvedBy: [])
    },
    Bypass("a proposal written under another's name", "it is not signed with its author's key", signed: true) {
      clone in
      try clone.use(keyOf: "grace")
      try clone.propose(by: "omar")
      try clone.use(keyOf: "ada")
      try clone.approve(by: "ada")
      try clone.use(keyOf: "lin")
      try clone.approve(by: "lin")
      try clone.use(keyOf: "grace")
      try clone.landByHand(by: "grace", approvedBy: ["ada", "lin"])
    },
    Bypass("a key that two people claim", "its key belongs to nobody in people/", signed: true) { clone in
      let key = try clone.sandbox.text("lin.pub", in: "keys").trimmingCharacters(in: .newlines)
      try clone.append("people/omar.yaml", "  - \(key)\n")
      try clone.commit("lin")
      try clone.git("push", "-q", "origin", "main:unguarded")
      try clone.sandbox.git("update-ref", "refs/heads/main", "refs/heads/unguarded", in: "server.git")
      try clone.edit(metric, "name: Activation rate", "name: Activation")
      try clone.sign("lin", "Change it")
    },
  ]
}
