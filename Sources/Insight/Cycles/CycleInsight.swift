import Numbers
package import Presentation
package import StrategyModel

/// What a cycle's scores say: their spread, and how accurate people's confidence was.
package struct CycleInsight {
  struct Line {
    /// A team, or everybody.
    let team: String
    let scores: Distribution
    /// In this cycle, and in all closed cycles that end in the same year.
    let cycle: Calibration
    let year: Calibration
  }

  let scores: CycleScores
  let year: Int?
  /// Teams by name; everybody last.
  let lines: [Line]

  package init(_ strategy: Strategy, cycle: String, on day: Day) {
    scores = CycleScores(strategy, cycle: cycle, on: day)
    let ends = strategy.cycles[cycle]?.ends?.value
    year = ends?.year
    var own: [String: Calibration] = [:]
    var yearly: [String: Calibration] = [:]
    let everybody = "all teams"
    for i in strategy.okrs.all.indices {
      guard let id = strategy.okrs.all[i].cycle?.id, let team = strategy.okrs.all[i].team?.id,
        let other = strategy.cycles.position(of: id)
      else { continue }
      let isOfYear = ends != nil && strategy.cycles.all[other].ends?.value.year == ends?.year
      guard id == cycle || isOfYear else { continue }
      for forecast in strategy.forecasts(ofOKRs: i, until: day) {
        for name in [team, everybody] {
          if id == cycle { own[name, default: Calibration()].add(forecast) }
          yearly[name, default: Calibration()].add(forecast)
        }
      }
    }
    let teams = scores.teams.map { [scores] in ($0.team, scores.scores(of: $0)) }
    lines = (teams + [(everybody, teams.flatMap(\.1))]).map { [scores] team, keyResults in
      Line(
        team: team, scores: Distribution(keyResults, isOver: scores.isOver), cycle: own[team] ?? Calibration(),
        year: yearly[team] ?? Calibration())
    }
  }

  package func text(width: Int?) throws -> String {
    let tables = [listing] + (calibration.count == 0 ? [] : [calibration])
    return try scores.text(width: width) + tables.map { "\n" + $0.table(width: width) }.joined()
  }

  /// For a message or a browser.
  ///
  /// - Parameter notes: what could not be read.
  package func page(notes: [String]) -> Page {
    var page = Page("Scores of \(scores.cycle)", sides: .landscape)
    page.add(notes.map { .note($0) })
    page.add(.heading("Key results"), .table(scores.table), .heading("Teams"), .table(listing))
    if calibration.count > 0 { page.add(.heading("How accurate confidence was"), .table(calibration)) }
    return page
  }

  /// One row for each team, and one for all of them.
  package var listing: Listing {
    Listing(["scores", "n", "average", "reads", "green", "yellow", "red", "brier", "brier \(yearName)"], lines) {
      line in
      [
        .text(line.team), .text(line.scores.number), .number(line.scores.average, shown: line.scores.average?.short),
        .text(line.scores.reading),
      ] + ScoreBand.allCases.map { .count(line.scores.count($0)) }
        + [
          .number(line.cycle.brier, shown: line.cycle.brier?.short),
          .number(line.year.brier, shown: line.year.brier?.short),
        ]
    }
  }

  /// What people said of their goals in all teams, and what came of it.
  private var calibration: Listing {
    Listing(["confidence \(yearName)", "check-ins", "said", "came true"], lines.last?.year.buckets ?? []) { bucket in
      [
        .text(bucket.band.rawValue), .count(bucket.count), .text(bucket.confidence.percent),
        .text(bucket.cameTrue.percent),
      ]
    }
  }

  private var yearName: String { year.map(String.init) ?? "year" }
}

extension CycleInsight {
  package func json(_ report: StatusReport) -> JSONValue {
    [
      "formatVersion": "1.0", "cycle": .string(scores.cycle), "scoreAsCommitted": .orNull(scores.committed.value),
      "scoreAsAmended": .orNull(scores.amended.value), "score": .orNull(scores.given.value),
      "keyResults": .number(Double(scores.given.count)),
      "known": [
        "scoreAsCommitted": .number(Double(scores.committed.known)),
        "scoreAsAmended": .number(Double(scores.amended.known)), "score": .number(Double(scores.given.known)),
      ],
      "teams": .array(lines.map(json)), "amendments": .array(scores.moved.map(json)), "okrs": report.json,
    ]
  }

  private func json(_ line: Line) -> JSONValue {
    [
      "team": .string(line.team), "keyResults": .number(Double(line.scores.count)),
      "known": .number(Double(line.scores.scores.count)), "average": .orNull(line.scores.average),
      "reads": .orNull(line.scores.reading), "ambitions": .array(line.scores.parts.map(json)),
      "green": .number(Double(line.scores.count(.green))), "yellow": .number(Double(line.scores.count(.yellow))),
      "red": .number(Double(line.scores.count(.red))), "cycle": json(line.cycle), "year": json(line.year),
    ]
  }

  private func json(_ part: Distribution.Part) -> JSONValue {
    [
      "ambition": .string(part.ambition.rawValue), "keyResults": .number(Double(part.count)),
      "average": .number(part.average), "reads": .orNull(part.aim?.rawValue),
    ]
  }

  private func json(_ calibration: Calibration) -> JSONValue {
    [
      "checkIns": .number(Double(calibration.forecasts.count)), "brier": .orNull(calibration.brier),
      "bands": .array(
        calibration.buckets.map { bucket -> JSONValue in
          [
            "band": .string(bucket.band.rawValue), "checkIns": .number(Double(bucket.count)),
            "confidence": .number(bucket.confidence), "score": .number(bucket.score),
            "cameTrue": .number(bucket.cameTrue),
          ]
        }),
    ]
  }

  private func json(_ moved: MovedPromise) -> JSONValue {
    [
      "team": .string(moved.team), "keyResult": .string(moved.keyResult),
      "field": .orNull(moved.amendment.field?.value), "from": .orNull(moved.amendment.from?.value),
      "to": .orNull(moved.amendment.to?.value), "by": .orNull(moved.amendment.by?.id),
      "on": .orNull(moved.amendment.on?.value.description), "daysLeft": .orNull(moved.daysLeft.map { Double($0) }),
      "because": .orNull(moved.amendment.because?.value),
    ]
  }
}

extension Distribution {
  /// `6`, or `4 of 6` where some are unknown.
  fileprivate var number: String { scores.count < count ? "\(scores.count) of \(count)" : String(count) }

  /// `too safe`, or by ambition where there are several: `committed 0.9, less than committed; aspirational 0.7, sound`
  fileprivate var reading: String? {
    let read = parts.compactMap { part in part.aim.map { (part, $0) } }
    if parts.count == 1, let only = read.first { return only.1.rawValue }
    let words = read.map { part, aim in "\(part.ambition.rawValue) \(part.average.short), \(aim.rawValue)" }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
