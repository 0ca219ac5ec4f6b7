import Diagnostics
import Pictures
import StrategyModel
import Testing

@testable import Presentation

@Suite struct TreeValuesTests {
  @Test func theTreeShowsWhatWasMeasured() throws {
    try expectSnapshot(TreeText().render(Self.picture), "values.txt")
    try expectSnapshot(TreeSVG().render(Self.picture), "values.svg")
  }

  @Test func aBreachIsSaidInWordsAndNotByColourAlone() {
    let text = TreeText().render(Self.picture)
    #expect(text.contains("breach: above 2.5 since 2026-W06"))
    #expect(TreeMermaid().render(Self.picture).contains("breach#58;#8203; above 2.5 since 2026-W06"))
    #expect(TreeDOT().render(Self.picture).contains("\\nbreach: above 2.5 since 2026-W06"))
  }

  @Test func onlyWhatWasKnownOnTheDayCounts() {
    let day = Day("2026-02-09")
    let text = TreeText().render(TreePicture(Self.strategy, valuesOn: day))
    #expect(text.contains("  1010  2026-W06 "))
    #expect(!text.contains("breach"))
  }

  @Test(arguments: [24, 40, 60, 72, 80, 100, 140])
  func rowsFitTheTerminalAndKeepValuesAndBreaches(_ width: Int) {
    let lines = TreeText(width: width).render(Self.picture).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= max(width, 85) })
    #expect(lines.contains { $0.contains(" 2.75 ") && $0.contains("breach: above 2.5 since 2026-W06") })
    #expect(lines[0].contains("owner") == (width >= 140))
  }

  @Test func withoutReadingsTheTreeIsTheUsualOne() {
    let day = Day("2026-02-16")
    let strategy = SampleStrategy.huddle.strategy
    let plain = TreePicture(strategy)
    #expect(TreeText().render(TreePicture(strategy, valuesOn: day)) == TreeText().render(plain))
    #expect(TreeSVG().render(TreePicture(strategy, valuesOn: day)) == TreeSVG().render(plain))
  }

  @Test func hugeValuesAndGapsAreDrawn() {
    var sample = SampleStrategy()
    sample.metric("star", "north-star")
    let rows = "2026-W01,-1e308,2026-01-05,a\n2026-W02,1e308,2026-01-12,a\n2026-W06,0,2026-02-09,a\n"
    let picture = TreePicture(
      sample.strategy(measured: ["star": rows]), valuesOn: Day("2026-03-01"))
    #expect(TreeText().render(picture).contains("▁█   ▅"))
    #expect(TreeSVG().render(picture).contains("class=\"spark\""))
  }

  /// Eight weeks of the North Star, an input with a gap, and a guardrail that was breached in week 6.
  private static let strategy = SampleStrategy.huddle.strategy(measured: [
    "meetings": (1...7).map { "2026-W0\($0),\(950 + 10 * $0),\(day($0)),export\n" }.joined(),
    "activation": "2026-W03,40,2026-01-19,export\n2026-W05,41.5,2026-02-02,export\n2026-W07,42,2026-02-16,export\n",
    "tickets": """
    2026-W04,2.25,2026-01-26,export
    2026-W05,2.5,2026-02-02,export
    2026-W06,2.6,2026-02-10,export
    2026-W07,2.75,2026-02-16,export

    """,
  ])

  private static let picture = TreePicture(strategy, showsObjectives: true, valuesOn: Day("2026-02-16"))

  /// The Monday after a week of 2026.
  private static func day(_ week: Int) -> Day {
    (Day("2025-12-29") ?? Day(number: 0)) + 7 * week
  }
}

extension SampleStrategy {
  /// - Parameter rows: the rows of each metric's sheet, without its header and segments.
  fileprivate func strategy(measured rows: [String: String]) -> Strategy {
    var strategy = strategy
    let sheets = rows.sorted { $0.key < $1.key }.map { metric, rows in
      ReadingsFile(
        path: "readings/\(metric).csv", text: Array("period,value,known_on,source\n\(rows)".utf8),
        calendar: strategy.calendar)
    }
    strategy.readings = Readings(sheets, calendar: strategy.calendar)
    return strategy
  }
}
