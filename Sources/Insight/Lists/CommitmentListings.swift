import Presentation
import StrategyModel

extension Listing {
  static func okrs(_ strategy: Strategy) -> Listing {
    Listing(["cycle", "team", "objectives", "key-results"], strategy.okrs.all) { okrs in
      let keyResults = okrs.objectives.reduce(0) { $0 + $1.keyResults.count }
      return [.text(okrs.cycle?.id), .text(okrs.team?.id), .count(okrs.objectives.count), .count(keyResults)]
    }
  }

  static func objectives(_ strategy: Strategy) -> Listing {
    let all = strategy.okrs.all.flatMap { okrs in okrs.objectives.map { (okrs, $0) } }
    return Listing(["cycle", "team", "id", "input", "ambition", "title"], all) { okrs, objective in
      [
        .text(okrs.cycle?.id), .text(okrs.team?.id), .text(objective.id?.value),
        .text(objective.input?.id ?? objective.guards?.id ?? objective.supports.first?.aim),
        .text(objective.ambition?.value.rawValue),
        .text(objective.title?.value),
      ]
    }
  }

  static func keyResults(_ strategy: Strategy) -> Listing {
    let columns = ["cycle", "team", "id", "metric", "type", "baseline", "target", "owner", "score", "title"]
    let all = strategy.okrs.all.flatMap { okrs in okrs.objectives.flatMap(\.keyResults).map { (okrs, $0) } }
    return Listing(columns, all) { okrs, result in
      [
        .text(okrs.cycle?.id), .text(okrs.team?.id), .text(result.id?.value), .text(result.metric?.id),
        .text(result.type?.value.rawValue), .number(result.baseline?.value), .number(result.target?.value),
        .text(result.owner?.id), .number(result.score?.value.value), .text(result.title?.value),
      ]
    }
  }

  static func checkIns(_ strategy: Strategy) -> Listing {
    let columns = ["cycle", "team", "on", "key_result", "value", "confidence", "by", "note"]
    let all = strategy.checkIns.all.flatMap { file in file.entries.map { (file, $0) } }
    return Listing(columns, all) { file, entry in
      [
        .text(file.cycle?.id), .text(file.team?.id), .text(entry.on?.value.description), .text(entry.keyResult?.value),
        .number(entry.value?.value), .number(entry.confidence?.value.value), .text(entry.by?.id),
        .text(entry.note?.value),
      ]
    }
  }
}
