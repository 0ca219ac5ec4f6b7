import Diagnostics
import StrategyModel
import StrictYAML

struct WrongType: Rule {
  let card = Card(
    id: "NS112", name: "wrong-type", severity: .error,
    summary: "A value is missing or does not have its field's type.",
    rationale: """
      A field's type comes from its name, never from the look of the value, so that no tool has to guess. A value of \
      another type is not read, and whatever depends on it is not checked. Write the value in the type of its field.
      """,
    wrong: [
      Example("cycles/2026-q1.yaml", replacing: "starts: 2026-01-01", with: "starts: ↓1 January 2026"),
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: ↓12 thousand"),
      Example("teams/growth.yaml", replacing: "members: [lin, omar]", with: "members: ↓lin, omar"),
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target:↓"),
      Example("metrics/churn.yaml", "↓- kind: metric"),
    ],
    right: [
      Example("metrics/weekly-hosted-meetings.yaml", replacing: "target: 12000", with: "target: 1.2e4")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles {
      let file = strategy.files[position]
      if file.problem == .notAMapping {
        report.add(
          .notAMapping, at: Location(path: file.path, range: file.start), subject: file.subject,
          help: ["Begin with 'kind:' and give each field a line of its own."])
      }
      for fault in file.fieldFaults { check(fault, in: file, &report) }
    }
  }

  private func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    let location = fault.location(in: file)
    switch fault.kind {
    case .wrongType(let expected, let found):
      report.add(.expected(found, fault.subject), at: location, subject: file.subject, help: ["Write \(expected)."])
    case .emptyValue(let expected):
      report.add(.noValue(fault.subject), at: location, subject: file.subject, help: ["Write \(expected)."])
    default: return
    }
  }
}

extension String {
  fileprivate static let notAMapping = "this file has no fields"
  fileprivate static func noValue(_ field: String) -> String { "\(field) has no value" }
  fileprivate static func expected(_ found: String, _ field: String) -> String {
    "\(field) cannot be \(found.excerpt(40))"
  }
}
