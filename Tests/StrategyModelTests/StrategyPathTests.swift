import StrategyModel
import Testing

@Suite struct StrategyPathTests {
  static let folders = ["", "strategy", "stratégie", "strate\u{301}gie", "战略", "🧭👩‍👩‍👧", "a b/стратегия", "e\u{301}"]

  @Test(arguments: folders)
  func aPathIsTakenApartAndPutTogether(_ folder: String) throws {
    for inside in ["metrics/é.yaml", "okrs/2026-q1/growth.yaml", "northstar.yaml", "\u{301}x/y"] {
      let path = folder.isEmpty ? inside : "\(folder)/\(inside)"
      let place = try #require(StrategyPath(path, in: folder))
      #expect(Array(place.inside.utf8) == Array(inside.utf8))
      #expect(Array(place.full.utf8) == Array(path.utf8))
      #expect(Array(StrategyPath(inside: inside, of: folder).full.utf8) == Array(path.utf8))
    }
  }

  @Test(arguments: [
    ("strategy", "strategy"), ("strategy/", "strategy"), ("strategyx/metrics/a.yaml", "strategy"), ("", "a"), ("", ""),
    ("metrics/a.yaml", "strategy"), ("strate\u{301}gie/metrics/a.yaml", "strat\u{e9}gie"),
  ])
  func whatLiesElsewhereHasNoPlace(_ path: String, _ folder: String) {
    #expect(StrategyPath(path, in: folder) == nil)
  }

  @Test(
    arguments: [
      ("metrics/a.yaml", .metric, true), ("metrics/deep/a.yml", .metric, true), ("northstar.yaml", .strategy, true),
      ("northstar.yml", nil, false), ("metrics/a.json", .metric, false), ("metrics/.a.yaml", .metric, false),
      ("metrics/.old/a.yaml", .metric, false), ("docs/a.yaml", nil, false), ("a.yaml", nil, false),
      ("docs/metrics/a.yaml", nil, false), (".metrics/a.yaml", nil, false),
    ] as [(String, Kind?, Bool)])
  func aFolderPromisesAKind(_ inside: String, _ kind: Kind?, _ isDescription: Bool) {
    let place = StrategyPath(inside: inside, of: "s")
    #expect(place.kind == kind)
    #expect(place.isDescription == isDescription)
  }

  @Test(
    arguments: [
      ("readings/a.csv", true), ("readings/deep/a.csv", true), ("readings/.a.csv", false), ("readings.csv", false),
      ("metrics/a.csv", false), ("docs/readings/a.csv", false), ("readings/a.yaml", false),
    ])
  func sheetsLieBelowReadings(_ inside: String, _ isSheet: Bool) {
    #expect(StrategyPath(inside: inside, of: "").isSheet == isSheet)
  }

  @Test func everyFolderAboveMayBeTheStrategys() {
    func candidates(_ path: String) -> [String] { StrategyPath.candidates(path).map { "\($0.folder)|\($0.inside)" } }
    #expect(candidates("metrics/teams/x.yaml") == ["|metrics/teams/x.yaml", "metrics|teams/x.yaml"])
    #expect(candidates("stratégie/metrics/x.yaml") == ["stratégie|metrics/x.yaml"])
    #expect(candidates("a/b/northstar.yaml") == ["a/b|northstar.yaml"])
    #expect(candidates("a/readings/x.csv") == ["a|readings/x.csv"])
    #expect(candidates("metrics/.teams/x.yaml").isEmpty)
    #expect(candidates("docs/x.yaml").isEmpty)
    #expect(candidates("").isEmpty)
  }
}
