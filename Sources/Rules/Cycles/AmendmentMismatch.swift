import Diagnostics
internal import Presentation
import StrategyModel

struct AmendmentMismatch: Rule {
  let card = Card(
    id: "NS619", name: "amendment-mismatch", severity: .error,
    summary: "A key result's value is not what its last amendment says.",
    rationale: """
      Either the value was changed again without an amendment, or the amendment was written and the value forgotten. \
      At the close there is a score as promised and one as amended, and one of them would be wrong.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("to: ↓50"))],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("to: 55.0"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard !keyResults[i].amendments.isEmpty, let id = keyResults[i].id else { continue }
        var judged: Set<String> = []
        for amendment in keyResults[i].amendments.reversed() {
          guard let field = amendment.field?.value, judged.insert(field).inserted, let to = amendment.to,
            let value = keyResults[i].text(of: field), !isSame(value, to.value)
          else { continue }
          report.add(
            .differs(id.value, field, value), about: strategy.okrs.all[okrs], at: to.range, in: strategy,
            help: ["Make the two agree, or add the missing amendment."])
        }
      }
    }
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let a = Double(a), let b = Double(b) else { return false }
    return a == b
  }
}

extension KeyResult {
  /// The value of a field that an amendment may name, as text; `nil` when the field has no value.
  func text(of field: String) -> String? {
    switch field {
    case "title": title?.value
    case "metric": metric?.id
    case "type": type?.value.rawValue
    case "segment": segment?.value
    case "baseline": baseline?.value.plain ?? baselineWord?.value.rawValue
    case "target": target?.value.plain ?? targetWord?.value.rawValue
    case "target_until": targetUntil?.value.description
    case "stretch": stretch?.value.plain
    case "since": since?.value.description
    case "due": due?.value.description
    case "lower": lower?.value.plain
    case "upper": upper?.value.plain
    case "unit": unit?.value
    case "owner": owner?.id
    case "weight": weight?.value.plain
    default: nil
    }
  }
}

private func amended(_ to: String) -> String {
  """
  owner: grace
          amendments:
            - { on: 2026-01-26, field: target, from: 60, \(to), by: grace, because: The tour came a week later }
  """
}

extension String {
  fileprivate static func differs(_ keyResult: String, _ field: String, _ value: String) -> String {
    "the \(field) of '\(keyResult)' is \(value.excerpt(20)), not what the amendment says"
  }
}
