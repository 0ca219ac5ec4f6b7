import History
import StrategyModel
import Testing

/// Which teams are the same, after changes of their ids.
@Suite struct TeamNamesTests {
  /// The teams after each commit, each with its former ids.
  private func names(_ commits: [String: [String]]...) -> TeamNames {
    var history = EntityHistory()
    var before: Set<String> = []
    for (ordinal, teams) in commits.enumerated() {
      var changes: [(path: String, meaning: FileMeaning?)] = teams.sorted { $0.key < $1.key }.map { id, formerly in
        let text = "kind: team\nid: \(id)\nformerly: [\(formerly.joined(separator: ", "))]\n"
        return ("teams/\(id).yaml", FileMeaning(path: "teams/\(id).yaml", text: Array(text.utf8)))
      }
      changes += before.subtracting(teams.keys).sorted().map { ("teams/\($0).yaml", nil) }
      history.append(ordinal, changes)
      before = Set(teams.keys)
    }
    return TeamNames(OwnershipRecords(history))
  }

  private func expectOneTeam(_ names: TeamNames, _ ids: [String], now: String) {
    for a in ids {
      #expect(names.now(a) == now, "\(a)")
      for b in ids { #expect(names.areSame(a, b), "\(a), \(b)") }
      #expect(!names.areSame(a, "other"))
    }
  }

  @Test func aRenameThatWasRevertedAndMadeAnewIsOneTeam() {
    let names = names(
      ["a": [], "other": []], ["b": ["a"], "other": []], ["a": [], "other": []], ["c": ["a"], "other": []])
    expectOneTeam(names, ["a", "b", "c"], now: "c")
  }

  @Test func aRevertedRenameIsOneTeamUnderItsFirstName() {
    expectOneTeam(names(["a": []], ["b": ["a"]], ["a": []]), ["a", "b"], now: "a")
  }

  @Test func renamesInACircleAreOneTeam() {
    let names = names(["a": []], ["b": ["a"]], ["c": ["a", "b"]], ["a": ["b", "c"]], ["b": ["a"]])
    expectOneTeam(names, ["a", "b", "c"], now: "b")
  }

  @Test func aNewNameThatSortsBeforeTheOneItReplacesIsTheSameTeam() {
    expectOneTeam(names(["m": []], ["z": ["m"]], ["b": ["m"]]), ["m", "z", "b"], now: "b")
  }

  @Test func teamsThatComeOfOneAndLiveSideBySideAreTwo() {
    let names = names(["a": []], ["b": ["a"], "c": ["a"]], ["c": ["a"]])
    #expect(names.areSame("a", "b"))
    #expect(!names.areSame("b", "c"))
    #expect(names.now("a") == "b")
  }
}
