/// What a company with many levers has in addition.
extension Company {
  private static let kinds = [
    ("first-use", "efficiency", "New workspaces that finish their first visit to"),
    ("spread", "breadth", "Workspaces that ever used"),
    ("intensity", "depth", "Actions in one visit to"),
    ("regular-use", "frequency", "Workspaces that come back each week to"),
  ]

  /// Inputs that are believed to move the North Star, up to four for each area.
  func furtherLever(_ number: Int) -> Document {
    let area = Words.areas[number % Words.areas.count]
    let (_, dimension, counts) = Company.kinds[number / Words.areas.count]
    let id = Company.furtherLeverID(number)
    return metric(
      id, in: area, name: id.spoken, role: "input\ndimension: \(dimension)",
      counts: "\(counts) \(area)", aggregation: "distinct", unit: "workspaces", direction: "increase",
      more: "drives:\n\(influence(on: Company.northStar, lag: 6))\n\(ownership(teams[number % teams.count]))")
  }

  /// One guardrail for every ten of these inputs.
  func furtherGuardrails(watching levers: Int) -> [Document] {
    stride(from: 0, to: levers, by: 10).map { first in
      let area = Words.areas[first / 10 % Words.areas.count]
      let guarded = (first..<min(first + 10, levers)).map(Company.furtherLeverID)
      return metric(
        "\(area)-complaints", in: area, name: "\(area)-complaints".spoken, role: "guardrail",
        counts: "Complaints about \(area) in a hundred visits", aggregation: "mean", unit: "complaints",
        direction: "decrease",
        more: """
          guards: [\(guarded.joined(separator: ", "))]
          threshold:
            at_most: 12
          \(ownership(teams[first / 10 % teams.count]))
          """)
    }
  }

  private static func furtherLeverID(_ number: Int) -> String {
    "\(Words.areas[number % Words.areas.count])-\(kinds[number / Words.areas.count].0)"
  }
}
