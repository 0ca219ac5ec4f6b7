import Diagnostics
import Git
import History
import StrategyModel

extension EvidenceSection {
  /// What has been measured otherwise since the last review.
  static func definitions(on ground: EvidenceGround) throws -> EvidenceSection {
    var section = EvidenceSection("definitions", "Changes of what is measured")
    guard let history = ground.history else {
      section.lack("There is no history to ask what was measured otherwise before.")
      return section
    }
    for note in history.notes { section.lack(note.sentence) }
    let events = history.events.filter { event in
      ground.defining.contains(event.change.key.id) && history.line.day(event.ordinal) > ground.since
        && history.line.day(event.ordinal) <= ground.day
    }
    let changes = events.flatMap { event in
      event.change.old == nil || event.change.new == nil
        ? [] : event.change.fields.filter(\.definesMeasure).map { (event, $0) }
    }
    guard !changes.isEmpty else {
      section.say("Nothing is measured or limited otherwise \(ground.sinceWords).")
      return section
    }
    let rows = try changes.map { event, field in
      let proof = try Proof(event.ordinal, on: history.line)
      return [
        proof.day.description, event.change.key.id, field.path, field.old?.value ?? "", field.new?.value ?? "",
        "\(proof.id.short)\(proof.decision.map { ", \($0)" } ?? "")",
      ]
    }
    section.say(
      "\(counted(rows.count, "change")) \(ground.sinceWords): "
        + String.few(rows.map { "\($0[1]) \($0[2]) on \($0[0])" }) + ".")
    section.show(.table(["day", "metric", "field", "from", "to", "commit"], rows))
    return section
  }
}

extension FieldChange {
  /// Whether values, or what is thought of them, can't be compared with those before.
  fileprivate var definesMeasure: Bool {
    let name = path.prefix { $0 != "." && $0 != "[" }
    return ["definition", "formula", "direction", "role", "threshold", "guards", "target"].contains(name)
  }
}

extension String {
  /// With a capital and a full stop.
  var sentence: String { (first.map { $0.uppercased() } ?? "") + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
