import Git
import History
package import Presentation
import StrategyModel
import StrategyStore

/// Owners as rows: a table for people, CSV for spreadsheets.
package struct OwnersTable {
  package let listing: Listing

  package init(_ owners: LeverOwners, history: Bool) throws {
    listing = history ? OwnersTable.stretches(owners) : try OwnersTable.current(owners)
  }

  private static func current(_ owners: LeverOwners) throws -> Listing {
    let proofs = try owners.current.map { try RecordingCommit($0.ordinal, on: owners.line) }
    let columns = ["lever", "team", "person", "since", "days", "commit", "decision", "note"]
    return Listing(columns, zip(owners.current, proofs)) { tenure, proof in
      [
        .text(tenure.lever), .text(tenure.team), .text(tenure.person), .text(tenure.from.description),
        .count(owners.days(tenure)), .commit(proof.id.description), .text(proof.decision),
        .list(owners.doubts(about: tenure).map(\.remark), separator: "; "),
      ]
    }
  }

  /// Thousands of rows, so the commits behind them stay unread.
  private static func stretches(_ owners: LeverOwners) -> Listing {
    let columns = ["lever", "team", "person", "from", "to", "days", "recorded", "commit", "note"]
    return Listing(columns, owners.stretches) { tenure in
      [
        .text(tenure.lever), .text(tenure.team), .text(tenure.person), .text(tenure.from.description),
        .text(tenure.to?.description), .count(tenure.days(upTo: owners.day)), .text(tenure.recorded.description),
        .commit(owners.line.id(tenure.ordinal).description), .text(owners.leaving(tenure)?.words),
      ]
    }
  }
}
