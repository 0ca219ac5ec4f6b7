package import Diagnostics
package import Rules
package import StrategyModel

extension Findings {
  /// Checks every strategy of a source, on a day or today.
  package init(_ loaded: LoadedStrategies, in session: Session, on day: Day? = nil) throws {
    let strategies = try loaded.required()
    var diagnostics: [Diagnostic] = []
    var waived = 0
    for strategy in strategies {
      let check = Check(strategy, today: try day ?? session.today(in: strategy))
      diagnostics += check.diagnostics
      waived += check.waived
    }
    self.init(
      diagnostics, files: strategies.reduce(0) { $0 + $1.files.count + $1.readings.sheets.count }, waived: waived,
      rules: RuleCatalog.rules.map { RuleDescription($0.card) }, toolVersion: ToolVersion.current,
      text: { loaded.text(of: $0) })
    guard strategies.count > 1 else { return }
    self.strategies = Dictionary(strategies.map { ($0.folder, strategies.choice(of: $0)) }) { first, _ in first }
  }

  package mutating func keepErrors() { diagnostics.removeAll { $0.severity < .error } }

  /// Removes the faults that were there before, one by one: two faults are the same when their rule, entity and message
  /// are, regardless of their place in the file and of a former name of the entity's team.
  ///
  /// Faults that are too many to be listed are compared only by their number.
  package mutating func remove(_ earlier: Findings, _ former: FormerSubjects) {
    removeCrowds(earlier, former)
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

extension Findings {
  /// Removes the faults of a rule and an entity that are too many to be listed on either side, unless there are more
  /// now: then their number stays.
  private mutating func removeCrowds(_ earlier: Findings, _ former: FormerSubjects) {
    let (before, now) = (Crowds(earlier) { former.now($0) }, Crowds(self) { $0 })
    let large = before.large.union(now.large)
    guard !large.isEmpty else { return }
    diagnostics.removeAll { diagnostic in
      let crowd = Crowds.Crowd(rule: diagnostic.rule, subject: diagnostic.subject)
      guard large.contains(crowd) else { return false }
      let hasGrown = (now.counts[crowd] ?? 0) > (before.counts[crowd] ?? 0)
      return !hasGrown || diagnostic.more == 0 && before.counts[crowd] != nil
    }
  }
}

/// How many faults of a rule an entity has.
private struct Crowds {
  struct Crowd: Hashable {
    let rule: RuleID
    let subject: String
  }

  private(set) var counts: [Crowd: Int] = [:]
  /// Those that are counted, not listed one by one.
  private(set) var large: Set<Crowd> = []

  init(_ findings: Findings, subject: (String) -> String) {
    for diagnostic in findings.diagnostics {
      let crowd = Crowd(rule: diagnostic.rule, subject: subject(diagnostic.subject))
      counts[crowd, default: 0] += max(1, diagnostic.more)
      if diagnostic.more > 0 { large.insert(crowd) }
    }
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
  package init(_ card: Card) {
    self.init(
      id: card.id, name: card.name, severity: card.severity, summary: card.summary, rationale: card.rationale,
      helpMarkdown: CardMarkdown(card).text)
  }
}
