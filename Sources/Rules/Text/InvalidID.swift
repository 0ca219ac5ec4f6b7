import Diagnostics
import StrategyModel
import StrictYAML

struct InvalidID: FieldRule {
  let card = Card(
    id: "NS114", name: "invalid-id", severity: .error,
    summary: "An id is not made of lower-case words joined by hyphens.",
    rationale: """
      Ids are used in file names, branches, commands and formulas, where capitals, spaces and accents get lost. They \
      never change, so a display name has its own field. Write the id in lower-case letters, digits and single \
      hyphens.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "lead: lin", with: "lead: ↓Lin Wei"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "- id: first-meeting-obvious", with: "- id: ↓first_meeting_obvious"),
    ],
    right: [
      Example("okrs/2026-q1/onboarding.yaml", replacing: "- id: first-meeting-obvious", with: "- id: first-meeting-2")
    ])

  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .invalidIdentifier(let value) = fault.kind else { return }
    let corrected = Identifier.corrected(value)
    report.add(
      .invalid(value), at: fault.location(in: file), subject: file.subject, help: [.pattern(corrected)],
      fixes: corrected.map { [.replace(fault.range, with: $0, .needsReview)] } ?? [])
  }
}

extension String {
  fileprivate static func invalid(_ value: String) -> String {
    "'\(value.excerpt(20))' \(Identifier.refusal(of: value))"
  }

  fileprivate static func pattern(_ corrected: String?) -> String {
    "Write lower-case words joined by hyphens, such as '\(corrected ?? "activation-rate")'."
  }
}
