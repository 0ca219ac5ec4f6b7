import Diagnostics
import Pictures
import StrategyModel
import Testing

@testable import Presentation

@Suite struct TreeTextTests {
  @Test func theTreeShowsWhatMovesWhatAndWhoOwnsIt() {
    let picture = TreePicture(SampleStrategy.huddle.strategy, showsObjectives: true)
    #expect(
      TreeText().render(picture) == """
        metric                         role                    moves it as  owner
        ↑ Recurring revenue            result                  influence +
        Weekly hosted meetings         north star                           Core, Lin Wei
        ├─ Activation rate             input, efficiency       component    Core, Lin Wei
        │  ├─ Invites sent             driver                  influence +
        │  ├─ Set-up time              driver, draft           influence −
        │  ├─ Support tickets          again                   guards
        │  └─ Teams host without help  objective, 2026-q1      aims at      Core
        ├─ Hosting teams               input, breadth          component
        │  └─ Invites sent             again                   segment
        └─ Support tickets             guardrail, at most 2.5  guards

        not under the North Star
        Followers                      driver, deprecated

        """)
  }

  @Test func objectivesAndNamesAreOptional() {
    let text = TreeText(showsIDs: true).render(TreePicture(SampleStrategy.huddle.strategy))
    #expect(!text.contains("objective"))
    #expect(text.contains("├─ activation "))
  }

  @Test func everyMetricIsDrawnOnceAndRepeatedByName() {
    let text = TreeText(showsIDs: true).render(TreePicture(SampleStrategy.large.strategy))
    for driver in 0..<20 {
      let rows = text.split(separator: "\n").filter { $0.contains(" driver-3-\(driver) ") }
      #expect(rows.count { !$0.contains(" again ") } == 1)
      #expect(rows.count == (driver % 7 == 0 ? 2 : 1))
    }
  }

  @Test func aLoopIsNamedAndEnds() {
    var sample = SampleStrategy()
    sample.metric("a", "driver", "Loop A", drives: ["b"])
    sample.metric("b", "driver", "Loop B", drives: ["a", "b"])
    #expect(
      TreeText().render(TreePicture(sample.strategy)) == """
        metric        role           moves it as  owner

        not under the North Star
        Loop A        driver
        └─ Loop B     driver         component
           ├─ Loop A  again: a loop  component
           └─ Loop B  again: a loop  component

        """)
  }

  @Test func aLoopThroughTheNorthStarEnds() {
    var sample = SampleStrategy()
    sample.metric("star", "north-star", "Star", drives: ["input"])
    sample.metric("input", "input", "Input", drives: ["star", "star influence"])
    #expect(
      TreeText().render(TreePicture(sample.strategy)) == """
        metric      role           moves it as  owner
        Star        north star
        ├─ Input    input          component
        │  └─ Star  again: a loop  component
        └─ Input    again          influence

        """)
  }

  @Test func aChainOfThousandsIsCut() {
    let count = 5000
    let nodes = (0..<count).map {
      TreePicture.Node(id: "m\($0)", label: "M\($0)", role: $0 == 0 ? .northStar : .driver)
    }
    let edges = (1..<count).map { TreePicture.Edge(from: $0, to: $0 - 1, .component) }
    let picture = TreePicture(title: "Chain", nodes: nodes, edges: edges)
    let lines = TreeText().render(picture).split(separator: "\n")
    #expect(lines.count == 34)
    #expect(lines.last?.contains("└─ … 4968 more below") == true)
    #expect(TreeSVG().render(picture).contains("… 4968 more below"))
  }

  @Test func columnsAlignForWideNamesAndFitTheTerminal() {
    let picture = TreePicture(SampleStrategy.large.strategy)
    for width in [60, 72, 100] {
      let lines = TreeText(width: width).render(picture).split(separator: "\n")
      let columns = lines.compactMap { line -> Int? in
        guard let role = line.firstRange(of: " driver  ") else { return nil }
        return line[..<role.lowerBound].displayWidth
      }
      #expect(columns.count > 100)
      #expect(Set(columns).count == 1)
      #expect(lines.allSatisfy { $0.displayWidth <= width })
    }
  }

  @Test func aNarrowTerminalLosesNoNames() {
    let picture = TreePicture(SampleStrategy.large.strategy)
    let words = Set(picture.nodes.flatMap { $0.label.split { !$0.isLetter && !$0.isNumber } })
      .filter { $0.count <= 20 && $0.utf8.allSatisfy { $0 < 0x80 } }
    #expect(words.count > 20)
    for width in [60, 80] {
      let shown = Set(TreeText(width: width).render(picture).split { !$0.isLetter && !$0.isNumber })
      #expect(shown.isSuperset(of: words), "\(words.subtracting(shown))")
    }
  }

  @Test func namesNeverControlTheTerminal() {
    var sample = SampleStrategy()
    sample.metric("star", "north-star", #""\e[31mred\n\u202Eline""#)
    let text = TreeText().render(TreePicture(sample.strategy))
    #expect(text.contains("␛[31mred␊<U+202E>line  north star\n"))
  }

  @Test func colourAddsNothingButEscapeSequences() throws {
    let picture = TreePicture(SampleStrategy.large.strategy)
    let coloured = TreeText(width: 80, style: .coloured).render(picture)
    #expect(coloured.contains("\u{1B}[1mStars\u{1B}[0m"))
    #expect(coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == TreeText(width: 80).render(picture))
  }
}

@Suite struct TreePictureTests {
  @Test func aStrategyWithFaultsStillHasATree() {
    var sample = SampleStrategy.huddle
    sample.add("metrics/broken.yaml", "kind: metric\nid: broken\n  name: [\n")
    sample.add(
      "metrics/nameless.yaml", "kind: metric\ndrives:\n  - metric: meetings\n  - metric: nowhere\n  - as: segment\n")
    sample.add("metrics/twin.yaml", "kind: metric\nid: activation\nname: Twin\nrole: nonsense\n")
    sample.add("northstar.yaml", "not a strategy")
    sample.add("teams/core.yaml", "")
    let text = TreeText().render(TreePicture(sample.strategy))
    #expect(text.contains("\n├─ Activation rate      input, efficiency       component    core, Lin Wei\n"))
    #expect(text.contains("\n├─ nameless             metric                  component\n"))
    #expect(text.contains("\nTwin"))
  }

  @Test func anEmptyStrategyHasAnEmptyTree() {
    let picture = TreePicture(SampleStrategy().strategy)
    #expect(TreeText().render(picture) == "")
    #expect(TreeSVG().render(picture).contains("0 metrics."))
    #expect(TreeMermaid().render(picture).hasPrefix("flowchart RL\n"))
    #expect(TreeDOT().render(picture).hasPrefix("digraph \"Huddle\" {\n"))
  }

  @Test func edgesToNothingAreLeftOut() {
    let node = TreePicture.Node(id: "a", label: "A", role: .northStar)
    let picture = TreePicture(
      title: "", nodes: [node], edges: [.init(from: 0, to: 1, .segment), .init(from: -1, to: 0, .guards)])
    #expect(picture.edges.isEmpty)
  }

  @Test func aStrategyWithoutANorthStarIsStillDrawn() {
    var sample = SampleStrategy()
    sample.metric("a", "input", "A")
    sample.metric("b", "driver", "B", drives: ["a segment"])
    #expect(
      TreeText().render(TreePicture(sample.strategy)) == """
        metric  role    moves it as  owner

        not under the North Star
        A       input
        └─ B    driver  segment

        """)
  }
}
