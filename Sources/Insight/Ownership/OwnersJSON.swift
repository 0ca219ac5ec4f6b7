import Git
import History
import Presentation
import StrategyModel
import StrategyStore

/// Owners as JSON, each with the commit that shows it.
package struct OwnersJSON {
  package let owners: LeverOwners
  package let history: Bool
  /// The positions of the rows to show.
  package let kept: [Int]
  package let notes: [String]

  package init(owners: LeverOwners, history: Bool, kept: [Int], notes: [String]) {
    (self.owners, self.history, self.kept, self.notes) = (owners, history, kept, notes)
  }

  package func text() throws -> String {
    let stretches = history ? owners.stretches : []
    let rows =
      history
      ? kept.map { stretch(stretches[$0]) }
      : try kept.map { try row(owners.current[$0]) }
    return try encodeJSON(
      [
        "formatVersion": "1.0", "day": .string(owners.day.description), "rows": .array(rows),
        "notes": .array(notes.map(JSONValue.string)),
      ] as JSONValue)
  }

  private func row(_ tenure: Tenure) throws -> JSONValue {
    let row = try tenure.json(on: owners.line, today: owners.day, days: owners.days(tenure))
    guard case .object(var object) = row else { return row }
    object["notes"] = .array(owners.doubts(about: tenure).map { .string($0.remark) })
    return .object(object)
  }

  private func stretch(_ tenure: Tenure) -> JSONValue {
    [
      "lever": .string(tenure.lever), "team": .orNull(tenure.team), "person": .orNull(tenure.person),
      "from": .string(tenure.from.description), "to": .orNull(tenure.to?.description),
      "days": .number(Double(tenure.days(upTo: owners.day))), "recorded": .string(tenure.recorded.description),
      "commit": .string(owners.line.id(tenure.ordinal).description),
      "notes": .array([owners.leaving(tenure)?.words].compactMap { $0.map(JSONValue.string) }),
    ]
  }
}
