import Git
package import History
package import Presentation
import StrategyModel
package import StrategyStore

/// An audit, or the part of it that is about one team or lever, as people and programs read it.
package struct AuditReport {
  let audit: Audit
  let intervals: [Tenure]
  package let findings: [AuditFinding]
  private let read: StrategyHistory

  /// Notes that accompany the answer.
  package let notes: [String]

  /// - Parameter notes: notes in addition to the limits of the history.
  package init(_ audit: Audit, team: String?, lever: String?, read: StrategyHistory, notes: [String] = []) {
    self.audit = audit
    self.read = read
    self.notes = read.notes + notes
    let teams = audit.ownership.teams
    func concerns(_ subject: String, _ named: [String]) -> Bool {
      (lever ?? subject) == subject && (team.map { team in named.contains { teams.now($0) == team } } ?? true)
    }
    intervals = audit.intervals.filter { concerns($0.lever, [$0.team].compactMap(\.self)) }
    findings = audit.findings.filter { concerns($0.subject, $0.teams) }
  }

  package func text(width: Int?) throws -> String {
    var text = "Ownership from \(audit.from) to \(audit.to)\n\n"
    if intervals.isEmpty { text += "The record has no owner of a lever in this period.\n" }
    text += try intervalListing().table(width: width)
    guard !intervals.isEmpty || !findings.isEmpty else { return text }
    text += "\nTenure\n\n" + tenureListing.table(width: width)
    text += findings.isEmpty ? "\nNothing odd was found.\n" : "\nFindings\n\n"
    guard !findings.isEmpty else { return text }
    return text + findingListing.table(width: width)
  }

  package var product: String { read.strategy.settings?.product?.value ?? "Strategy" }

  var findingListing: Listing {
    Listing(["day", "finding", "subject", "commit", "what"], findings) { finding in
      [
        .text(finding.from.description), .text(finding.kind.rawValue), .text(finding.subject),
        .commit(finding.ordinal.map { read.line.id($0).description }), .text(finding.message),
      ]
    }
  }

  package func intervalListing() throws -> Listing {
    let columns = ["lever", "team", "person", "from", "to", "days", "recorded", "commit", "decision"]
    return Listing(columns, try intervals.map { ($0, try RecordingCommit($0.ordinal, on: read.line)) }) {
      tenure, proof in
      [
        .text(tenure.lever), tenure.isOwned ? .text(tenure.team) : .absent("nobody"), .text(tenure.person),
        .text(tenure.from.description), .text(tenure.to?.description), .count(tenure.days(upTo: audit.to)),
        .text(tenure.recorded.description), .commit(proof.id.description), .text(proof.decision),
      ]
    }
  }

  /// How long owners stay, by lever.
  var tenureListing: Listing {
    let levers = Set(intervals.map(\.lever)).sorted()
    return Listing(["lever", "owners", "hand-overs", "mean days"], levers) { lever in
      let owned = intervals.filter { $0.lever == lever && $0.isOwned }
      let days = owned.reduce(0) { $0 + $1.days(upTo: audit.to) }
      let holders = owned.map { [$0.team.map(audit.ownership.teams.now), $0.person] }
      let handOvers = zip(holders, holders.dropFirst()).count { $0 != $1 }
      let owners = Set(holders).count
      return [.text(lever), .count(owners), .count(handOvers), .count(owners == 0 ? nil : days / owners)]
    }
  }

  package func json() throws -> JSONValue {
    [
      "formatVersion": "1.0", "from": .string(audit.from.description), "to": .string(audit.to.description),
      "intervals": .array(try intervals.map { try $0.json(on: read.line, today: audit.to) }),
      "findings": .array(findings.map(json)), "notes": .array(notes.map(JSONValue.string)),
    ]
  }

  func json(_ finding: AuditFinding) -> JSONValue {
    [
      "finding": .string(finding.kind.rawValue), "subject": .string(finding.subject), "team": .orNull(finding.team),
      "from": .string(finding.from.description), "to": .string(finding.to.description),
      "commit": .orNull(finding.ordinal.map { read.line.id($0).description }), "message": .string(finding.message),
    ]
  }
}
