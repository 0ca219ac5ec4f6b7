/// Ten thousand key results of a thousand teams, with a check-in for each in every week of a quarter.
enum CheckedInKeyResults {
  static func files() -> [(path: String, text: String)] {
    let head = [
      NumbersRepository.settings("hosted"),
      NumbersRepository.metric("hosted", "north-star"),
      NumbersRepository.metric(
        "reach", "input",
        more:
          "drives:\n  - metric: hosted\n    as: component\nowner: { team: team-0, person: ada, since: 2026-09-01 }\n"),
      ("people/ada.yaml", "kind: person\nid: ada\nname: Ada Abbasi\nemails: [ada@gather.example]\n"),
      (
        "cycles/2026-q4.yaml",
        "kind: cycle\nid: 2026-q4\nstarts: 2026-10-01\nends: 2026-12-31\nstate: active\nactivated: 2026-10-01\n"
      ),
    ]
    let drivers = (0..<10).map { number in
      NumbersRepository.metric("part-\(number)", "driver", more: "drives:\n  - metric: reach\n    as: component\n")
    }
    return head + drivers + (0..<1_000).flatMap { team($0) }
  }

  private static func team(_ number: Int) -> [(path: String, text: String)] {
    let team = "team-\(number)"
    let head = "team: \(team)\ncycle: 2026-q4\n"
    return [
      ("teams/\(team).yaml", "kind: team\nid: \(team)\nname: Team \(number)\nlead: ada\n"),
      (
        "okrs/2026-q4/\(team).yaml", "kind: okrs\n\(head)objectives:\n" + [0, 1].map { objective($0, number) }.joined()
      ),
      ("checkins/2026-q4/\(team).yaml", "kind: checkins\n\(head)entries:\n" + (0..<13).map { week($0) }.joined()),
    ]
  }

  /// The lever belongs to the first team, so the others have its consent.
  private static func objective(_ number: Int, _ team: Int) -> String {
    let agreement = team == 0 ? "" : "    agreement: { team: team-0, person: ada, on: 2026-10-01 }\n"
    return """
        - id: objective-\(number)
          title: Everybody who is invited finds the meeting
          ambition: committed
          input: reach
      \(agreement)    key_results:

      """ + (0..<5).map { keyResult(number * 5 + $0) }.joined()
  }

  private static func keyResult(_ number: Int) -> String {
    """
          - id: result-\(number)
            title: Raise reach from 40 to 5\(number)
            metric: part-\(number)
            type: increase
            baseline: 40
            target: 5\(number)
            owner: ada

    """
  }

  /// Four days apart, so that all of them are in the past.
  private static func week(_ number: Int) -> String {
    let day = number < 7 ? "2026-10-\(number * 4 + 4)" : "2026-11-\((number - 7) * 3 + 1)"
    let parts = day.split(separator: "-")
    let padded = "\(parts[0])-\(parts[1])-\(parts[2].count == 1 ? "0" : "")\(parts[2])"
    return (0..<10).map { result in
      "  - { on: \(padded), key_result: result-\(result), value: \(40 + number)\(result == 3 ? ".5" : ""), "
        + "confidence: 0.\(5 + number % 4), by: ada }\n"
    }.joined()
  }
}

/// A metric whose formula has twelve factors and a sum, which only Shapley's method can split.
enum TwelveFactors {
  static func files() -> [(path: String, text: String)] {
    let factors = (0..<12).map { "factor-\($0)" }
    let formula = "(\(factors[0]) + \(factors[1])) * " + factors.dropFirst(2).joined(separator: " * ")
    return [
      NumbersRepository.settings("whole"),
      NumbersRepository.metric("whole", "north-star", more: "formula: \(formula)\n"),
    ]
      + factors.map {
        NumbersRepository.metric($0, "input", more: "drives:\n  - metric: whole\n    as: component\n")
      }
      + (factors + ["whole"]).enumerated().map { number, id in
        let (before, after) = (Double(number) / 10 + 1, Double(number) / 9 + 1.1)
        return (
          "readings/\(id).csv",
          """
          period,value,known_on,source,segment
          2026-W45,\(before),2026-11-09,warehouse,
          2026-W46,\(after),2026-11-16,warehouse,

          """
        )
      }
  }
}
