import Diagnostics
import StrategyModel
import StrictYAML

struct ControlCharacterInText: FieldRule {
  let card = Card(
    id: "NS121", name: "control-character-in-text", severity: .error,
    summary: "A text contains a control character, written as an escape in double quotes.",
    rationale: """
      Control characters come from keys that are not text, such as the arrows, or from another program. Nobody sees \
      them, and a terminal that prints them may do something unexpected. Remove the escape from the text.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: #"name: ↓"Gro\e[Dwth""#),
      Example("teams/growth.yaml", replacing: "name: Growth", with: #"name: ↓"Growth\x07""#),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: #"name: "Growth\tand \u00e9lan""#)
    ])

  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report) {
    guard case .controlCharacter(let value) = fault.kind else { return }
    report.add(.control(value), at: fault.location(in: file), subject: file.subject, help: [.takeItOut])
  }
}

extension String {
  fileprivate static func control(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "this text has the control character U+\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }
  fileprivate static let takeItOut = "Remove it from the text."
}
