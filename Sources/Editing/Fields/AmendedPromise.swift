import StrategyModel
import StrategyStore
import StrictYAML

/// A field of a key result that changes while its cycle runs: the key result keeps the record of it.
struct AmendedPromise {
  private let path: String
  /// `objectives[first-meeting].key_results[completion]`
  private let keyResult: String
  private let field: String
  private let day: Day

  /// `nil` for a change that is not an amendment: of another kind of field, before the cycle is active or after its end, or
  /// of a key result that was promised on the same day.
  init?(_ field: EntityField, in strategy: Strategy, on day: Day) {
    let steps = field.path.steps
    guard field.kind == .okrs, steps.count == 5, steps[2].name == "key_results", steps[3].sort == .item,
      KeyResult.amendable.contains(steps[4].name), let okrs = strategy.okrs.position(of: field.id),
      let cycle = strategy.cycles[strategy.okrs.all[okrs].cycle], cycle.state?.value == .active,
      let begins = (cycle.activated ?? cycle.starts)?.value, let ends = cycle.ends?.value, begins <= day, day <= ends,
      let own = strategy.okrs.all[okrs].objectives.lazy.flatMap(\.keyResults)
        .first(where: { $0.id?.value == steps[3].name }), own.since?.value != day
    else { return nil }
    path = field.file.path
    keyResult = "objectives[\(steps[1].name)].key_results[\(steps[3].name)]"
    self.field = steps[4].name
    self.day = day
  }

  /// Adds the amendment, if the value is another one now and somebody is known to have changed it.
  func record(by person: String?, because: String?, in draft: inout StrategyDraft) throws {
    let inner = draft.innerPath(path)
    guard let person, let before = draft.tipText(of: inner), let after = draft.text(of: inner) else { return }
    let (old, new) = (try value(in: Document(parsing: before)), try value(in: Document(parsing: after)))
    guard old != new else { return }
    let entries: [(String, String?)] = [
      ("on", day.description), ("field", field), ("from", old), ("to", new), ("by", person),
      ("because", because.map(onOneLine)),
    ]
    let amendment = YAMLValue.mapping(
      entries.compactMap { name, text in text.map { YAMLValue.Entry(name, .scalar($0)) } })
    let document = Document(parsing: after)
    let place = try FieldPlace(EditPath("\(keyResult).amendments"), .okrs, in: document)
    try draft.edit(
      inner, [place.node == nil ? place.adding(.sequence([amendment], .block)) : .append(place.present, amendment)])
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func value(in document: Document) throws -> String? {
    try FieldPlace(EditPath("\(keyResult).\(field)"), .okrs, in: document).node.map { document.string(of: $0) }
  }
}
