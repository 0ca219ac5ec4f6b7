import Git
import History
import Presentation
import StrategyModel
import StrategyStore

extension EvidenceSection {
  /// Changes of what is measured since the last review.
  static func definitions(on context: EvidenceContext) throws -> EvidenceSection {
    var section = EvidenceSection("definitions", "Changes of what is measured")
    guard let history = context.history else {
      section.lack("There is no history, so earlier changes of what is measured are unknown.")
      return section
    }
    for note in history.notes { section.lack(note.sentence) }
    let events = history.events.filter { event in
      context.defining.contains(event.change.key.id) && history.line.day(event.ordinal) > context.since
        && history.line.day(event.ordinal) <= context.day
    }
    let kinds = [(MeasureChange.definition, "change of definitions"), (.limit, "change of limits and targets")]
    let found = events.filter { $0.change.old != nil && $0.change.new != nil }.flatMap { event in
      event.change.fields.compactMap { field in field.measureChange.map { (kind: $0, event: event, field: field) } }
    }
    for (kind, noun) in kinds {
      let own = found.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let names = own.map { "\($0.event.change.key.id) \($0.field.path) on \(history.line.day($0.event.ordinal))" }
      section.say(
        "\(own.count) \(own.count == 1 ? noun : noun.replacing("change", with: "changes")) \(context.sinceWords): "
          + String.few(names) + ".")
    }
    if found.isEmpty {
      section.say("No definition, limit or target changed \(context.sinceWords).")
    } else {
      section.show(
        .table(
          ["day", "metric", "field", "from", "to", "commit", "decision"],
          cells: try found.map { found in
            let proof = try RecordingCommit(found.event.ordinal, on: history.line)
            return [
              .text(proof.day.description), .text(found.event.change.key.id), .text(found.field.path),
              .text(found.field.old?.value), .text(found.field.new?.value), .commit(proof.id.description),
              .text(proof.decision.map { String($0.prefix { $0 != " " && $0 != "," }) }),
            ]
          }))
    }
    return section
  }
}

enum MeasureChange {
  /// Values before and after cannot be compared, or come from another source.
  case definition
  /// They can be compared, but are judged differently.
  case limit
}

extension FieldChange {
  /// What the change of a metric's field does to its values; `nil` for a field that does not affect them.
  var measureChange: MeasureChange? {
    if bears(.definition, in: .metric) || bears(.measurement, in: .metric) { return .definition }
    return bears(.limit, in: .metric) ? .limit : nil
  }
}

extension String {
  /// With a capital letter and a full stop.
  var sentence: String { (first.map { $0.uppercased() } ?? "") + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
