import Diagnostics
import Rules
import StrategyModel

extension Findings {
  /// Checks every strategy of a source, on a day or today.
  init(_ loaded: LoadedStrategies, in environment: CommandEnvironment, on day: Day? = nil) throws {
    let strategies = try loaded.required()
    var diagnostics: [Diagnostic] = []
    var waived = 0
    for strategy in strategies {
      let check = Check(strategy, today: try day ?? environment.today(in: strategy))
      diagnostics += check.diagnostics
      waived += check.waived
    }
    self.init(
      diagnostics, files: strategies.reduce(0) { $0 + $1.files.count + $1.readings.sheets.count }, waived: waived,
      rules: Catalog.rules.map { RuleDescription($0.card) }, toolVersion: Northstar.version,
      text: { loaded.text(of: $0) })
  }

  mutating func keepErrors() { diagnostics.removeAll { $0.severity < .error } }

  /// Takes away what was there before, fault by fault: a fault is the same when rule, entity and message are,
  /// wherever in its file it stands.
  mutating func remove(_ earlier: Findings) {
    var known: [Fault: Int] = [:]
    for diagnostic in earlier.diagnostics { known[Fault(diagnostic), default: 0] += 1 }
    diagnostics = diagnostics.filter { diagnostic in
      guard let count = known[Fault(diagnostic)], count > 0 else { return true }
      known[Fault(diagnostic)] = count - 1
      return false
    }
  }
}

private struct Fault: Hashable {
  let rule: RuleID
  let subject: String
  let message: String

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    subject = diagnostic.subject
    message = diagnostic.message
  }
}

extension RuleDescription {
  init(_ card: Card) {
    self.init(
      id: card.id, name: card.name, severity: card.severity, summary: card.summary, rationale: card.rationale,
      helpMarkdown: CardMarkdown(card).text)
  }
}
