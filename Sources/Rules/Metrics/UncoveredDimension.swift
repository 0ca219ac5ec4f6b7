import Diagnostics
import StrategyModel

struct UncoveredDimension: Rule {
  let card = Card(
    id: "NS408", name: "uncovered-dimension", severity: .warning,
    summary: "No input covers one of the four dimensions, and the strategy does not say why.",
    rationale: """
      How fast users reach the value, how many, how deeply and how often: together they make the North Star. Growth \
      stops unnoticed in a dimension that nobody watches. Add an input for it, or say in 'omitted_dimensions:' why \
      this product needs none.
      """,
    wrong: [
      Example(replacing: [
        ("northstar.yaml", "north_star: weekly", "north_star: ↓weekly"),
        (
          "northstar.yaml",
          "\nomitted_dimensions:\n  - dimension: depth\n    because: Every hosted meeting is equally deep", ""
        ),
      ])
    ],
    right: [
      Example(
        "northstar.yaml", replacing: "because: Every hosted meeting is equally deep",
        with: "because: Depth is looked at from next year on")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, let northStar = settings.northStar, !strategy.mayHide(.metric),
      !strategy.mayHideFields(settings.file)
    else { return }
    var covered = Set(settings.omittedDimensions.compactMap { $0.dimension?.value })
    let inputs = strategy.activeInputs
    for input in inputs {
      guard let dimension = strategy.metrics.all[input].dimension else { return }
      covered.insert(dimension.value)
    }
    let open = Dimension.allCases.filter { !covered.contains($0) }.map(\.rawValue)
    guard !inputs.isEmpty, !open.isEmpty else { return }
    report.add(
      .uncovered(open), about: settings, at: northStar.range, in: strategy,
      help: ["Add an input, or say in 'omitted_dimensions:' why none is needed."])
  }
}

extension Strategy {
  /// The positions of the active inputs.
  var activeInputs: [Int] {
    metrics.all.indices.filter {
      metrics.all[$0].role?.value == .input && metrics.all[$0].lifecycle?.value == .active
    }
  }
}

extension String {
  fileprivate static func uncovered(_ dimensions: [String]) -> String {
    "no input covers \(oneOf(dimensions))"
  }
}
