import Diagnostics
import History
import Pictures
import Presentation
import StrategyModel

extension EvidenceSection {
  /// Which levers changed hands since the last review, and which had no owner.
  static func ownership(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("ownership", "Who held the levers")
    let levers = context.levers
    guard let ownership = context.ownership else {
      section.lack("There is no history, so earlier owners are unknown.")
      return section
    }
    guard !levers.isEmpty else {
      section.lack("There are no levers.")
      return section
    }
    let held = levers.map { lever in
      (lever, tenures: ownership[lever]?.tenures.filter { $0.isInUse && $0.touches(context.since, context.day) } ?? [])
    }
    let moves = held.flatMap { lever, tenures in
      zip(tenures, tenures.dropFirst()).filter { $1.from > context.since && $0.isOwned && $1.isOwned }
        .map { "\(lever) from \($0.holder) to \($1.holder) on \($1.from)" }
    }
    let moved = held.count { _, tenures in tenures.filter(\.isOwned).count > 1 }
    section.say(
      moves.isEmpty
        ? "No lever changed hands \(context.sinceWords)."
        : "\(moved) of \(counted(levers.count, "lever")) changed hands \(context.sinceWords): \(String.few(moves)).")
    for (lever, tenures) in held {
      let days = tenures.filter(\.isGap).reduce(0) { sum, tenure in
        sum + max(0, min(tenure.to ?? context.day, context.day) - max(tenure.from, context.since) + 1)
      }
      if days > 0 { section.say("Nobody held \(lever) for \(counted(days, "day")).") }
      for doubt in ownership.doubts(about: lever, from: context.since, to: context.day) {
        section.say(doubt.sentence + ".")
      }
    }
    let picture = TimelinePicture(
      "Who held the levers", of: held.flatMap(\.tenures), ownership.teams, from: context.since, to: context.day)
    section.show(
      .chart(PageChart(svg: TimelineSVG(id: "ownership").render(picture), text: picture.words)))
    return section
  }
}
