import Diagnostics
internal import Presentation
import StrategyModel

struct AmendmentOfUnknownField: Rule {
  let card = Card(
    id: "NS620", name: "amendment-of-unknown-field", severity: .error,
    summary: "An amendment names a field that a key result does not have, or that is not part of its promise.",
    rationale: """
      The change cannot be applied to the promise, so the score as promised cannot be computed. Name the field as it \
      is written in the file.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("field: ↓targett"))],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("field: target"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let known = KeyResult.amendable
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        for amendment in keyResults[i].amendments {
          guard let field = amendment.field, !known.contains(field.value), let id = keyResults[i].id else { continue }
          let near = nearNames(to: field.value, among: known)
          report.add(
            .unknown(id.value, field.value), about: strategy.okrs.all[okrs], at: field.range, in: strategy,
            help: [near.isEmpty ? "Write \(String.oneOf(known))." : .didYouMean(near)],
            fixes: near.count == 1 ? [.replace(field.range, with: near[0], .needsReview)] : [])
        }
      }
    }
  }
}

private func amended(_ field: String) -> String {
  """
  owner: grace
          amendments:
            - { on: 2026-01-26, \(field), from: 60, to: 55, by: grace, because: The tour came a week later }
  """
}

extension String {
  fileprivate static func unknown(_ keyResult: String, _ field: String) -> String {
    "'\(field.excerpt(20))' is not an amendable field of '\(keyResult)'"
  }
}
