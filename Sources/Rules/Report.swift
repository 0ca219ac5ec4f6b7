package import Diagnostics
package import StrategyModel
import StrictYAML

/// Collects the findings of one rule.
package struct Report: Sendable {
  /// The day on which the strategy is checked.
  package let today: Day
  private var kept: [Diagnostic] = []
  /// The number of faults in each file.
  private var counts: [String: Int] = [:]
  /// The diagnostic that summarises the faults of a file beyond the first hundred.
  private var others: [String: Diagnostic] = [:]
  private let card: Card
  private let severity: Severity
  private let own: RuleSettings.Own

  init(_ card: Card, severity: Severity, own: RuleSettings.Own, today: Day) {
    self.card = card
    self.severity = severity
    self.own = own
    self.today = today
  }

  /// The strategy's further words for the rule's list, in lower case.
  package var words: [String] { own.words }

  /// Whether a text has one of the words or phrases that the strategy excepts.
  package func excepts(_ text: String) -> Bool {
    guard !own.exceptions.isEmpty else { return false }
    let text = text.lowercased()
    return own.exceptions.contains { WordScan.contains($0, in: text) }
  }

  /// A threshold of this rule: the strategy's own or the standard.
  package func setting(_ name: String) -> Double {
    own.values[name] ?? card.settings.first { $0.name == name }?.standard ?? 0
  }

  /// A threshold that counts things.
  package func count(_ name: String) -> Int {
    Int(exactly: setting(name).rounded()) ?? Int.max
  }

  /// - Parameter subject: the entity at fault, `metric/activation-rate`.
  package mutating func add(
    _ message: String, at location: Location, subject: String, notes: [Note] = [], help: [String] = [],
    fixes: [Fix] = []
  ) {
    let count = counts[location.path, default: 0] + 1
    counts[location.path] = count
    guard count > Report.limit else {
      return kept.append(
        Diagnostic(
          rule: card.id, ruleName: card.name, severity: severity, message: message, location: location,
          subject: subject, notes: notes, help: help, fixes: fixes))
    }
    guard count == Report.limit + 1 else { return }
    others[location.path] = Diagnostic(
      rule: card.id, ruleName: card.name, severity: severity, message: "", location: location, subject: subject)
  }

  /// How many faults of one rule are listed one by one in a file: more of them are probably one mistake.
  private static let limit = 100

  /// All findings; for a file with many, the first ones and how many more there are.
  package var diagnostics: [Diagnostic] {
    kept
      + others.map { path, last in
        var last = last
        last.more = (counts[path] ?? 0) - Report.limit
        last.message = "\(last.more) more of '\(card.name)' in this file"
        return last
      }
  }
}

extension Report {
  /// Adds a fault of one entity, at a place in its file.
  mutating func add(
    _ message: String, about entity: some Entity, at range: ByteRange, in strategy: Strategy, notes: [Note] = [],
    help: [String] = [], fixes: [Fix] = []
  ) {
    add(
      message, at: strategy.location(entity.file, range), subject: entity.subject, notes: notes, help: help,
      fixes: fixes)
  }
}
