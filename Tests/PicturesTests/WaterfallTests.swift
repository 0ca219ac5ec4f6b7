import Foundation
import Pictures
import Presentation
import TestSupport
import Testing

@Suite struct WaterfallTests {
  private func picture(_ from: Double, _ changes: [Double], title: String = "Meetings") -> WaterfallPicture {
    let steps = changes.enumerated().map { place, change in
      WaterfallPicture.Step(
        label: "part-\(place)", change: change, detail: "1 → 2", owner: place == 0 ? "growth (lin)" : "",
        isDominant: place == 0)
    }
    return WaterfallPicture(
      title: title, unit: "meetings", from: ("2026-W01", from), to: ("2026-W09", changes.reduce(from, +)), steps: steps)
  }

  @Test func `each bar begins where the one before it ends`() {
    #expect(
      WaterfallText().render(picture(40, [40, -20, 20])) == """
        2026-W01          40  ████████████████
        part-0 ◆  1 → 2  +40                  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  growth (lin)
        part-1    1 → 2  -20                          ░░░░░░░░
        part-2    1 → 2  +20                          ▓▓▓▓▓▓▓▓
        2026-W09          80  ████████████████████████████████

        """)
  }

  @Test(arguments: [20, 34, 40, 60, 100]) func `no row is wider than the terminal`(width: Int) {
    let text = WaterfallText(width: width).render(picture(40, [40, -20]))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
    #expect(text.contains("part-1") && text.contains("-20"))
  }

  @Test func `what a wide terminal shows a narrow one does not lose`() {
    let step = WaterfallPicture.Step(
      label: "Workspaces that host a first meeting within a week", change: 5, detail: "41 percent → 46 percent",
      owner: "onboarding (ada)", isDominant: true)
    let picture = WaterfallPicture(
      title: "Meetings", unit: "meetings", from: ("2026-W01", 10), to: ("2026-W09", 15), steps: [step])
    let wide = WaterfallText(width: 140).render(picture)
    for width in [40, 60, 80] {
      let narrow = WaterfallText(width: width, indent: "  ").render(picture)
      let words = narrow.split { " \n".contains($0) }
      for word in wide.split(whereSeparator: { " \n█▓".contains($0) }) {
        #expect(words.contains { $0.hasPrefix(word) }, "\(width): \(word) in\n\(narrow)")
      }
      #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= width }, "\(narrow)")
    }
  }

  @Test(arguments: [
    (0.0, [0.0, 0]), (1e300, [1e300, -1e300]), (-5, [10, -20]), (1e9, [1, -2]), (-1e9, [1, -2]), (1, []),
    (.nan, [.infinity]),
  ])
  func `any numbers are drawn`(from: Double, changes: [Double]) throws {
    let picture = picture(from, changes)
    let text = WaterfallText(width: 80).render(picture)
    #expect(text.split(separator: "\n").count == changes.count + 2)
    #expect(!text.contains("nan") && !text.contains("inf"))
    let svg = WaterfallSVG().render(picture)
    #expect(!svg.contains("nan\"") && !svg.contains(">nan") && !svg.contains("inf"))
    try expectWellFormed(svg)
  }

  @Test func `an axis that does not begin at 0 says so`() {
    #expect(picture(1000, [5, -2]).isAxisCut)
    #expect(WaterfallSVG().render(picture(1000, [5, -2])).contains("not at 0"))
    #expect(!picture(10, [5, -2]).isAxisCut)
  }

  @Test func `the picture says in words what it shows`() throws {
    let svg = WaterfallSVG().render(picture(40, [40, -20], title: "a < b & \"c\""))
    #expect(svg.contains("<title id=\"waterfall-title\">a &lt; b &amp; "))
    #expect(
      svg.contains(
        ">2026-W01: 40; part-0: +40, the largest step; part-1: -20; 2026-W09: 60.</desc>"))
    try expectWellFormed(svg)
  }

  private func expectWellFormed(_ svg: String) throws {
    let command = ["python3", "-c", "import sys,xml.dom.minidom as m; m.parse(sys.stdin)"]
    let parsed = try Program(command, in: "/", variables: ProcessInfo.processInfo.environment).run(
      input: Array(svg.utf8))
    #expect(parsed.status == 0, "\(parsed.errors)")
  }

  @Test(arguments: [
    (0.0, "0"), (24000.4, "24000"), (2622.704, "2622.7"), (0.008, "0.008"), (-1.5, "-1.5"), (0.1 + 0.2, "0.3"),
    (1234567.89, "1234568"), (1e20, "1e+20"), (99999.5, "100000"), (1e-9, "1e-09"), (.nan, "–"), (.infinity, "–"),
  ])
  func `numbers keep the digits that people read`(number: Double, text: String) {
    #expect(number.figure == text)
  }

  @Test func `a change shows its sign`() {
    #expect(12.0.signedFigure == "+12" && (-12.0).signedFigure == "-12" && 0.0.signedFigure == "0")
    #expect(0.3068.percentFigure == "+30.7 %" && (-1.0).percentFigure == "-100 %")
  }
}
