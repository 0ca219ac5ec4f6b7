import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct UnknownField: FieldRule {
  let card = Card(
    id: "NS110", name: "unknown-field", severity: .error,
    summary: "A file has a field that its kind does not have.",
    rationale: """
      Nobody reads a misspelt field: the author believes that it counts, but it is ignored. Correct the name. Put what \
      you want to keep for yourselves below 'meta:'.
      """,
    wrong: [
      Example("metrics/activation-rate.yaml", replacing: "dimension: efficiency", with: "↓dimenson: efficiency"),
      Example(
        "teams/growth.yaml", replacing: "started: 2025-01-06", with: "started: 2025-01-06\n↓channel: growth-chat"),
      Example(
        "metrics/activation-rate.yaml", replacing: "  source: warehouse, table workspaces",
        with: "  ↓sources: warehouse, table workspaces"),
    ],
    right: [
      Example(
        "teams/growth.yaml", replacing: "started: 2025-01-06",
        with: "started: 2025-01-06\nmeta:\n  channel: growth-chat")
    ])

  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .unknownField(let unknown) = fault.kind else { return }
    let near = nearNames(to: unknown.name, among: unknown.known)
    var fixes: [Fix] = []
    if near.count == 1, !unknown.keys.contains(near[0]) {
      fixes = [.replace(fault.range, with: near[0], unknown.isSlip(of: near[0]) ? .safe : .needsReview)]
    }
    report.add(
      .unknown(unknown.name), at: fault.location(in: file), subject: file.subject,
      help: [near.isEmpty ? .advice(on: unknown) : .didYouMean(near)], fixes: fixes)
  }
}

extension UnknownKey {
  /// Whether this key, and no other one of the mapping, is one slip away from a field.
  fileprivate func isSlip(of field: String) -> Bool {
    keys.count <= 64 && isOneSlip(name, from: field) && keys.count { isOneSlip($0, from: field) } == 1
  }
}

extension String {
  fileprivate static func unknown(_ name: String) -> String { "unknown field '\(name.excerpt(40))'" }
  fileprivate static func advice(on unknown: UnknownKey) -> String {
    guard unknown.name != "meta" else { return "Move it to the top level of the file, next to 'kind:'." }
    return unknown.known.contains("meta")
      ? "Remove it, or move it below 'meta:', where anything is allowed."
      : "Remove it, or move it below the file's 'meta:', next to 'kind:'."
  }
}
