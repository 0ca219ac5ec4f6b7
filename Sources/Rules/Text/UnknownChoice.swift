import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct UnknownChoice: FieldRule {
  let card = Card(
    id: "NS113", name: "unknown-choice", severity: .error,
    summary: "A field has a value that is not one of its words.",
    rationale: """
      Roles, states and directions decide which rules apply; an unknown word decides nothing, so the entity escapes \
      its checks. Write one of the field's words; 'explain' says what each means.
      """,
    wrong: [
      Example("metrics/activation-rate.yaml", replacing: "aggregation: ratio", with: "aggregation: ↓rate"),
      Example("metrics/onboarding-completion.yaml", replacing: "role: driver", with: "role: ↓Driver"),
    ],
    right: [
      Example("metrics/activation-rate.yaml", replacing: "aggregation: ratio", with: "aggregation: mean")
    ])

  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .unknownChoice(let value, let choices) = fault.kind else { return }
    let spelt = Identifier.corrected(value).flatMap { choices.contains($0) ? $0 : nil }
    let near = spelt.map { [$0] } ?? nearNames(to: value, among: choices)
    report.add(
      .unknown(value, fault.subject), at: fault.location(in: file), subject: file.subject,
      help: (near.isEmpty ? [] : [.didYouMean(near)]) + ["Write one of \(String.oneOf(choices))."],
      fixes: near.count == 1 ? [.replace(fault.range, with: near[0], spelt == nil ? .needsReview : .safe)] : [])
  }
}

extension String {
  fileprivate static func unknown(_ value: String, _ field: String) -> String {
    "\(field) cannot be '\(value.excerpt(40))'"
  }
}
