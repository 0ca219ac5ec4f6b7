import Diagnostics
import Rules
import StrategyModel
import StrictYAML

/// What a check of an example reports, and what it should.
struct Outcome {
  /// A rule at a place: `NS201 teams/onboarding.yaml:62`.
  struct Finding: Hashable, Comparable, CustomStringConvertible {
    let rule: String
    let path: String
    let offset: Int

    var description: String { "\(rule) \(path):\(offset)" }

    static func < (a: Finding, b: Finding) -> Bool {
      (a.path, a.offset, a.rule) < (b.path, b.offset, b.rule)
    }
  }

  /// What the wrong examples of every rule report, by the rule's name.
  static let wrong: [String: [Outcome]] = Dictionary(
    uniqueKeysWithValues: RuleCatalog.rules.map(\.card).map { card in
      (card.name, card.wrong.map { Outcome($0, of: card) })
    })

  let expected: [Finding]
  let reported: [Finding]
  let diagnostics: [Diagnostic]

  init(_ example: Example, of rule: Card) {
    expected = example.files.flatMap { $0.marks(of: rule) }.sorted()
    diagnostics = Check(SmallStrategy.loaded(with: example), today: SmallStrategy.today).diagnostics
    reported = diagnostics.map {
      Finding(rule: $0.rule.code, path: $0.location.path, offset: Int($0.location.range.lower))
    }.sorted()
  }
}

extension Example.File {
  fileprivate func marks(of rule: Card) -> [Outcome.Finding] {
    if problem != nil { return [.init(rule: rule.id.code, path: path, offset: 0)] }
    var offset = 0
    var marks: [Outcome.Finding] = []
    for (position, part) in marked.split(separator: "↓", omittingEmptySubsequences: false).enumerated() {
      if position > 0 { marks.append(.init(rule: rule.id.code, path: path, offset: offset)) }
      offset += part.utf8.count
    }
    return marks
  }
}
