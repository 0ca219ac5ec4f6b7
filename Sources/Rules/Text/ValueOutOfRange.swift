import Diagnostics
import StrategyModel
import StrictYAML

struct ValueOutOfRange: FieldRule {
  let card = Card(
    id: "NS115", name: "value-out-of-range", severity: .error,
    summary: "A number is outside the range of its field.",
    rationale: """
      Confidence and scores go from 0 to 1; a 7 written on a scale to ten would count as seven times certain in every \
      average. Write the number on the field's own scale.
      """,
    wrong: [
      Example(
        "metrics/onboarding-completion.yaml", replacing: "confidence: 0.8", with: "confidence: ↓8")
    ],
    right: [
      Example("metrics/onboarding-completion.yaml", replacing: "confidence: 0.8", with: "confidence: 1.0")
    ])

  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .outOfRange(let value, let allowed) = fault.kind else { return }
    report.add(
      .outOfRange(value, fault.subject), at: fault.location(in: file), subject: file.subject,
      help: ["Write a number from \(allowed)."])
  }
}

extension String {
  fileprivate static func outOfRange(_ value: String, _ field: String) -> String {
    "\(value.excerpt(30)) is out of range for \(field)"
  }
}
