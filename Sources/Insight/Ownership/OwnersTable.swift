import Git
import History
package import Presentation
import StrategyModel
import StrategyStore

/// Owners as rows: a table for people, CSV for spreadsheets.
package struct OwnersTable {
  package let listing: Listing

  /// - Parameter isShort: whether commits are shortened for people.
  package init(_ owners: LeverOwners, history: Bool, isShort: Bool) throws {
    listing = history ? OwnersTable.stretches(owners, isShort) : try OwnersTable.current(owners, isShort)
  }

  private static func current(_ owners: LeverOwners, _ isShort: Bool) throws -> Listing {
    let proofs = try owners.current.map { try RecordingCommit($0.ordinal, on: owners.line) }
    let columns = ["lever", "team", "person", "since", "days", "commit", "decision", "note"]
    return Listing(columns, zip(owners.current, proofs)) { tenure, proof in
      [
        tenure.lever, tenure.team, tenure.person, tenure.from.description, String(owners.days(tenure)),
        commit(proof.id, isShort), proof.decision,
        owners.doubts(about: tenure).map(\.remark).joined(separator: "; "),
      ]
    }
  }

  /// Thousands of rows, so the commits behind them stay unread.
  private static func stretches(_ owners: LeverOwners, _ isShort: Bool) -> Listing {
    let columns = ["lever", "team", "person", "from", "to", "days", "recorded", "commit", "note"]
    return Listing(columns, owners.stretches) { tenure in
      [
        tenure.lever, tenure.team, tenure.person, tenure.from.description, tenure.to?.description,
        String(tenure.days(upTo: owners.day)), tenure.recorded.description,
        commit(owners.line.id(tenure.ordinal), isShort), owners.leaving(tenure)?.words,
      ]
    }
  }

  /// Short for people, in full for programs.
  private static func commit(_ id: ObjectID, _ isShort: Bool) -> String { isShort ? id.short : id.description }
}
