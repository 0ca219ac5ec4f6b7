package import Diagnostics
package import StrategyModel

/// One kind of fault that `check` finds. One file for each rule, named after the fault.
package protocol Rule: Sendable {
  var card: Card { get }
  /// Reports every place of the fault, in source order; silent when another rule's fault explains it.
  func check(_ strategy: Strategy, _ report: inout Report)
}

/// What people read about a rule, in `explain`, the reference page and editors.
package struct Card: Sendable {
  package let id: RuleID
  /// States the fault and reads well after "allow": `unowned-input`.
  package let name: String
  package let severity: Severity
  /// One sentence with its period.
  package let summary: String
  /// Who is hurt by the fault and what to do, in a few sentences.
  package let rationale: String
  package let settings: [Setting]
  /// What the rule's list of words has, one sentence with its period; `nil` for a rule without one. A strategy may add
  /// words, and except some.
  package let words: String?
  private let makeWrong: @Sendable () -> [Example]
  private let makeRight: @Sendable () -> [Example]

  package init(
    id: RuleID, name: String, severity: Severity, summary: String, rationale: String, settings: [Setting] = [],
    words: String? = nil, wrong: @autoclosure @escaping @Sendable () -> [Example],
    right: @autoclosure @escaping @Sendable () -> [Example]
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.settings = settings
    self.words = words
    makeWrong = wrong
    makeRight = right
  }

  /// Made anew each time: a check needs no examples, and making them all takes longer than a small check.
  package var wrong: [Example] { makeWrong() }
  package var right: [Example] { makeRight() }
}

extension Card {
  /// What a strategy may set besides thresholds, by the key in `northstar.yaml`.
  package var wordSettings: [(key: String, summary: String)] {
    words.map { [("words", $0), ("except", "Words and phrases that are fine here.")] } ?? []
  }
}

/// A threshold of a rule, which a strategy may set in `northstar.yaml`.
package struct Setting: Sendable {
  package let name: String
  package let standard: Double
  /// One sentence with its period.
  package let summary: String

  package init(_ name: String, _ standard: Double, _ summary: String) {
    self.name = name
    self.standard = standard
    self.summary = summary
  }
}
