import Presentation
import StrategyModel

extension Listing {
  static func okrs(_ strategy: Strategy) -> Listing {
    Listing(["cycle", "team", "objectives", "key-results"], strategy.okrs.all) { okrs in
      let keyResults = okrs.objectives.reduce(0) { $0 + $1.keyResults.count }
      return [okrs.cycle?.id, okrs.team?.id, String(okrs.objectives.count), String(keyResults)]
    }
  }

  static func objectives(_ strategy: Strategy) -> Listing {
    let all = strategy.okrs.all.flatMap { okrs in okrs.objectives.map { (okrs, $0) } }
    return Listing(["cycle", "team", "id", "input", "ambition", "title"], all) { okrs, objective in
      [
        okrs.cycle?.id, okrs.team?.id, objective.id?.value, objective.input?.id ?? objective.guards?.id,
        objective.ambition?.value.rawValue, objective.title?.value,
      ]
    }
  }

  static func keyResults(_ strategy: Strategy) -> Listing {
    let columns = ["cycle", "team", "id", "metric", "type", "baseline", "target", "owner", "score", "title"]
    let all = strategy.okrs.all.flatMap { okrs in okrs.objectives.flatMap(\.keyResults).map { (okrs, $0) } }
    return Listing(columns, all) { okrs, result in
      [
        okrs.cycle?.id, okrs.team?.id, result.id?.value, result.metric?.id, result.type?.value.rawValue,
        result.baseline?.value.plain, result.target?.value.plain, result.owner?.id,
        result.score?.value.value.plain, result.title?.value,
      ]
    }
  }

  static func checkIns(_ strategy: Strategy) -> Listing {
    let columns = ["cycle", "team", "on", "key_result", "value", "confidence", "by", "note"]
    let all = strategy.checkIns.all.flatMap { file in file.entries.map { (file, $0) } }
    return Listing(columns, all) { file, entry in
      [
        file.cycle?.id, file.team?.id, entry.on?.value.description, entry.keyResult?.value, entry.value?.value.plain,
        entry.confidence?.value.value.plain, entry.by?.id, entry.note?.value,
      ]
    }
  }
}
