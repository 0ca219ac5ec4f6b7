import Diagnostics
import StrategyModel
import StrictYAML

struct MissingField: FieldRule {
  let card = Card(
    id: "NS111", name: "missing-field", severity: .error,
    summary: "A required field is missing.",
    rationale: """
      Each required field answers a question that somebody will ask: what is counted, who leads, until when. Without \
      it, people fill the gap with guesses of their own. Add the field.
      """,
    wrong: [
      Example(
        replacing: [
          ("cycles/2026-q1.yaml", "kind: cycle", "↓kind: cycle"), ("cycles/2026-q1.yaml", "\nends: 2026-03-31", ""),
        ]),
      Example(
        "metrics/activation-rate.yaml", replacing: "  - metric: weekly-hosted-meetings\n    as: component",
        with: "  - ↓metric: weekly-hosted-meetings"),
    ],
    right: [
      Example("cycles/2026-q1.yaml", replacing: "name: First quarter 2026\n", with: "")
    ])

  /// A damaged file may have the field in the part that could not be read.
  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .missingField(let hint) = fault.kind, !file.isDamaged else { return }
    report.add(
      .missing(hint.name), at: fault.location(in: file), subject: file.subject,
      help: [.add(hint)] + (file.kind == .strategy && hint.name == "north_star" ? [.seek] : []))
  }
}

extension String {
  fileprivate static func missing(_ name: String) -> String { "field '\(name)' is missing" }

  fileprivate static func add(_ hint: FieldHint) -> String {
    guard let example = hint.example else { return "Add '\(hint.name):' – \(hint.summary.startingSmall)" }
    return "Add a line such as '\(hint.name): \(example)'."
  }

  fileprivate static let seek = "While a workshop seeks it, write 'north_star: undecided', with 'north_star_until:'."

  private var startingSmall: String { prefix(1).lowercased() + dropFirst() }
}
