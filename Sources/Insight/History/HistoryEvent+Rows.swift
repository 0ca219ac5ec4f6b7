import Git
package import History
package import Presentation
import StrategyModel
package import StrategyStore

extension HistoryEvent {
  package func json(in read: StrategyHistory) throws -> JSONValue {
    guard case .object(let proof) = try RecordingCommit(ordinal, on: read.line).json,
      case .object(let change) = ChangeReport.json(change)
    else { return .null }
    let path: JSONValue = .string(read.line.path(path, at: ordinal))
    return .object(proof.merging(change) { $1 }.merging(["path": path]) { $1 })
  }
}

extension [HistoryEvent] {
  /// A row for each field that changed, and for an entity that was added or removed as a whole.
  ///
  /// - Parameter field: the one field to show; `nil` for all.
  package func listing(in read: StrategyHistory, only field: String? = nil) throws -> Listing {
    let rows = try flatMap { event -> [(RecordingCommit, EntityChange, FieldChange?)] in
      let proof = try RecordingCommit(event.ordinal, on: read.line)
      let fields = event.change.fields.filter { change in field.map(change.isPart) ?? !event.change.what.isWhole }
      return fields.isEmpty ? [(proof, event.change, nil)] : fields.map { (proof, event.change, $0) }
    }
    let columns = ["commit", "day", "author", "decision", "entity", "change", "field", "old", "new", "class"]
    return Listing(columns, rows) { proof, change, field in
      let level = field.map { change.judgement(of: $0).level } ?? change.judgement.level
      return [
        .commit(proof.id.description), .text(proof.day.description), .text(proof.author), .text(proof.decision),
        .text(change.key.description), .text(change.word), .text(field?.path), .text(field?.old?.value),
        .text(field?.new?.value), .text(level.rawValue),
      ]
    }
  }
}
