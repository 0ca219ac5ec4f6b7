import History
import TestSupport

/// A strategy of random files, small enough that two of them share most ids.
struct InventedStrategy {
  private(set) var files: [(path: String, kind: String, fields: [(key: String, value: Content)])] = []
  private var chance: Chance

  init(_ seed: Int) {
    chance = Chance(seed)
    for id in ["activation", "retention", "breadth", "depth", "load"] where chance.happens(75) { addMetric(id) }
    for id in ["growth", "onboarding", "rooms", "calls"] where chance.happens(60) { addTeam(id) }
    for team in ["growth", "rooms"] where chance.happens(75) { addOKRs(team) }
  }

  /// - Parameter style: the same content is written differently for each.
  func snapshot(style: Int = 0) -> Snapshot { Snapshot(meanings(style: style)) }

  func meanings(style: Int) -> [(path: String, meaning: FileMeaning)] {
    var writing = Writing(style)
    return files.map { path, kind, fields in
      (path, FileMeaning(path: path, text: writing.text(kind, fields)))
    }.shuffled(using: &writing.chance)
  }

  private mutating func addMetric(_ id: String) {
    let drives = chance.some(of: ["activation", "retention", "breadth"]).map { metric in
      Content.map([("metric", .text(metric)), ("sign", word(["positive", "negative"])), ("lag_weeks", number())])
    }
    let owner: Content = .map([("team", word(["growth", "rooms"])), ("person", word(["ada", "lin"]))])
    let definition: Content = .map([("counts", prose()), ("unit", word(["users", "percent"])), ("source", prose())])
    files.append(
      (
        "metrics/\(chance.happens(50) ? "deep/" : "")\(id).yaml", "metric",
        [
          ("id", .text(id)), ("name", prose()), ("role", word(["input", "driver"])), ("drives", .list(drives)),
          ("lifecycle", word(["active", "retired"])), ("owner", owner), ("definition", definition),
          ("target", number()), ("guards", words(["breadth", "depth", "load"])),
        ]
      ))
  }

  private mutating func addTeam(_ id: String) {
    let others = ["growth", "onboarding", "rooms", "calls"].filter { $0 != id }
    let former = chance.happens(50) ? words(others) : .list([])
    files.append(
      (
        "teams/\(id).yaml", "team",
        [("id", .text(id)), ("name", prose()), ("members", words(["ada", "lin", "omar"])), ("formerly", former)]
      ))
  }

  private mutating func addOKRs(_ team: String) {
    let objectives = chance.some(of: ["first", "second"]).map { id in
      let results = chance.some(of: ["one", "two", "three"]).map { id in
        Content.map([("id", .text(id)), ("title", prose()), ("baseline", number()), ("target", number())])
      }
      return Content.map([("id", .text(id)), ("title", prose()), ("key_results", .list(results))])
    }
    files.append(
      (
        "okrs/q/\(team).yaml", "okrs",
        [("cycle", .text("q")), ("team", .text(team)), ("objectives", .list(objectives))]
      ))
  }

  private mutating func word(_ choices: [String]) -> Content { .text(chance.one(of: choices)) }

  private mutating func words(_ choices: [String]) -> Content { .list(chance.some(of: choices).map { .text($0) }) }

  private mutating func prose() -> Content {
    word(["Meetings", "a: b", "x # y", "it's [so]", "\"quoted\" \\ slash", "Größe – 会議", "-", "no", "12.50"])
  }

  private mutating func number() -> Content {
    .number(chance.one(of: [["41", "41.0", "41.00"], ["0.5", "0.50"], ["-3", "-3.0"], ["0", "0.0"], ["1200"]]))
  }
}
