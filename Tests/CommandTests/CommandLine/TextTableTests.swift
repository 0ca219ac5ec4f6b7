import Diagnostics
import Presentation
import Testing

@testable import northstar

@Suite struct TextTableTests {
  private static let columns = ["day", "lever", "commit", "decision", "command"]
  private static let rows = [
    [
      "2026-11-09", "connected-teams", "0ee0134", "keep (review 2024-first-north-star)",
      "northstar who connected-teams",
    ],
    ["2026-11-10", "activation-rate", "4f912ee", "", "northstar who activation-rate"],
  ]

  private func lines(_ width: Int?) -> [String] {
    let table = TextTable(Self.columns, Self.rows, whole: ["command"], width: width)
    return table.head + Self.rows.flatMap(table.lines)
  }

  @Test func aPipeGetsEachRowOnOneLine() {
    #expect(lines(nil).count == 3)
    #expect(lines(nil)[1].hasSuffix("keep (review 2024-first-north-star)  northstar who connected-teams"))
  }

  @Test(arguments: [20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 200])
  func nothingIsCutAndNothingIsTooWide(_ width: Int) {
    let lines = lines(width)
    let words = Self.rows.joined().filter { !$0.hasPrefix("northstar") }.flatMap { $0.split(separator: " ") }
    for word in words { #expect(lines.contains { $0.contains(word) }, "\(word) at \(width)") }
    for row in Self.rows { #expect(lines.contains { $0.contains(row[4]) }, "\(row[4]) at \(width)") }
    for line in lines where !line.contains("northstar") { #expect(line.displayWidth <= max(width, 34), "\(line)") }
    #expect(!lines.joined().contains("…"))
  }

  @Test func longCellsAreWrappedWithinTheirColumn() {
    let rows = [["a", "one two three four five six seven"], ["b", "eight"]]
    let table = TextTable(["id", "title"], rows, width: 24)
    #expect(
      table.head + rows.flatMap(table.lines) == [
        "id  title", "a   one two three four", "    five six seven", "b   eight",
      ])
  }

  @Test func theWidestColumnGoesBelowItsRow() {
    #expect(
      lines(60) == [
        "day         lever            commit   decision",
        "2026-11-09  connected-teams  0ee0134  keep (review",
        "                                      2024-first-north-star)",
        "    northstar who connected-teams",
        "2026-11-10  activation-rate  4f912ee",
        "    northstar who activation-rate",
      ])
  }

  @Test func aTextWithoutSpacesIsWrappedToo() {
    let rows = [["a", String(repeating: "成長", count: 20)]]
    let table = TextTable(["id", "title"], rows, width: 40)
    let lines = table.lines(rows[0])
    #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    #expect(lines.joined().filter { $0 == "長" }.count == 20)
  }

  @Test func columnsWithoutAValueAreLeftOut() {
    let table = TextTable(["id", "note"], [["a", ""]], width: nil)
    #expect(table.head == ["id"])
    #expect(TextTable(["id"], [], width: 80).head == [])
  }
}
