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
      let commands =
        strategies.count > 1 ? PrintedCommands(strategy: strategies.choice(of: strategy)) : environment.commands
      diagnostics += check.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.help = diagnostic.help.map(commands.naming)
        return diagnostic
      }
      waived += check.waived
    }
    self.init(
      diagnostics, files: strategies.reduce(0) { $0 + $1.files.count + $1.readings.sheets.count }, waived: waived,
      rules: Catalog.rules.map { RuleDescription($0.card) }, toolVersion: Northstar.version,
      text: { loaded.text(of: $0) })
  }

  mutating func keepErrors() { diagnostics.removeAll { $0.severity < .error } }

  /// Takes away what was there before, fault by fault: a fault is the same when rule, entity and message are, wherever
  /// in its file it stands, and whatever the entity's team was called.
  mutating func remove(_ earlier: Findings, _ former: FormerSubjects) {
    var known: [Fault: Int] = [:]
    for diagnostic in earlier.diagnostics {
      known[Fault(diagnostic, former.now(diagnostic.subject), former), default: 0] += 1
    }
    func forgive(_ fault: Fault) -> Bool {
      guard let count = known[fault], count > 0 else { return false }
      known[fault] = count - 1
      return true
    }
    let left = diagnostics.filter { !forgive(Fault($0, $0.subject, former)) }
    // What remains of a team that was taken over went to the other one.
    for (fault, count) in known {
      guard count > 0, let heir = former.heir(of: fault.subject) else { continue }
      known[fault.moved(to: heir), default: 0] += count
    }
    diagnostics = left.filter { !forgive(Fault($0, $0.subject, former)) }
  }
}

private struct Fault: Hashable {
  let rule: RuleID
  let subject: String
  let message: String

  init(_ diagnostic: Diagnostic, _ subject: String, _ former: FormerSubjects) {
    self.init(rule: diagnostic.rule, subject: subject, message: former.now(message: diagnostic.message))
  }

  private init(rule: RuleID, subject: String, message: String) {
    (self.rule, self.subject, self.message) = (rule, subject, message)
  }

  func moved(to subject: String) -> Fault { Fault(rule: rule, subject: subject, message: message) }
}

extension RuleDescription {
  init(_ card: Card) {
    self.init(
      id: card.id, name: card.name, severity: card.severity, summary: card.summary, rationale: card.rationale,
      helpMarkdown: CardMarkdown(card).text)
  }
}
