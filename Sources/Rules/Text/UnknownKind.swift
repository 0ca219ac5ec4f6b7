import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct UnknownKind: Rule {
  let card = Card(
    id: "NS109", name: "unknown-kind", severity: .error,
    summary: "A file does not say what it describes.",
    rationale: """
      Without a known kind the file's fields mean nothing, and every reference to the entity in it leads nowhere. \
      Begin every file with its kind.
      """,
    wrong: [
      Example("teams/growth.yaml", replacing: "kind: team", with: "kind: ↓teams")
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Reach")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles {
      let file = strategy.files[position]
      guard case .unknownKind(let word, let range)? = file.problem else { continue }
      let near = nearNames(to: word, among: Kind.allCases.map(\.rawValue))
      let location = Location(path: file.path, range: word.isEmpty ? file.start : range)
      report.add(
        word.isEmpty ? .noKind : .unknown(word), at: location, subject: file.subject,
        help: [near.isEmpty ? .allKinds : .didYouMean(near)],
        fixes: near.count == 1 ? [.replace(range, with: near[0], safety(of: near[0], in: file))] : [])
    }
  }

  /// The folder has to agree before the only near word counts as the author's intention.
  private func safety(of word: String, in file: StrategyFile) -> Fix.Safety {
    file.kind?.rawValue == word ? .safe : .needsReview
  }
}

extension String {
  fileprivate static let noKind = "this file does not say what it describes"
  fileprivate static func unknown(_ word: String) -> String { "there is no kind '\(word.excerpt(40))'" }
  fileprivate static var allKinds: String {
    "Write 'kind:' and one of \(oneOf(Kind.allCases.map(\.rawValue)))."
  }
}
