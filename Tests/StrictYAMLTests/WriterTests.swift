import StrictYAML
import TestSupport
import Testing

@Suite("Writing a value")
struct WriterTests {
  @Test func aMappingIsWrittenCanonically() {
    let value: YAMLValue = [
      "kind": "metric", "name": .scalar("41", .quoted), "tags": .sequence(["a", "b, c"], .flow),
      "why": .scalar("New hosts come back twice as often.\n", .folded),
      "owner": ["team": "onboarding", "since": "2026-01-05"],
      "drives": [["metric": "x", "as": "component"], "plain", [["nested"]]],
      "none": [:], "empty": "",
    ]
    let expected = """
      kind: metric
      name: "41"
      tags: [a, "b, c"]
      why: >
        New hosts come back twice as often.
      owner:
        team: onboarding
        since: 2026-01-05
      drives:
        - metric: x
          as: component
        - plain
        - - - nested
      none: {}
      empty: ""

      """
    #expect(String(decoding: YAMLWriter.text(of: value), as: UTF8.self) == expected)
  }

  @Test func proseIsFoldedAtTheWidthOfALine() {
    let prose = (1...60).map { "word\($0)" }.joined(separator: " ") + "\n\nsecond paragraph\nthird\n"
    let text = YAMLWriter.text(of: ["why": .scalar(prose, .folded)])
    let document = Document(parsing: text)
    #expect(document.root.map { YAMLValue(document, $0) } == ["why": .scalar(prose)])
    #expect(document.string.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: 0..<4)
  func whatIsWrittenIsReadBackByBothReaders(shard: Int) {
    for seed in shard * 5000..<(shard + 1) * 5000 {
      var generator = Chance(stream: seed)
      let value = generator.value(depth: 0)
      let document = Document(parsing: YAMLWriter.text(of: value))
      let isRead = document.faults.isEmpty && document.tree == Tree(value)
      guard !isRead || (try? Tree.readByYams(document.string)) != Tree(value) else { continue }
      Issue.record("seed \(seed): \(value)\n\(document.shown)")
      return
    }
  }
}

extension Tree {
  fileprivate init(_ value: YAMLValue) {
    switch value {
    case .scalar(let text, _): self = .scalar(text)
    case .sequence(let items, _): self = .sequence(items.map(Tree.init))
    case .mapping(let entries), .flowMapping(let entries):
      self = .mapping(entries.map { Pair(key: .scalar($0.key), value: Tree($0.value)) })
    }
  }
}
