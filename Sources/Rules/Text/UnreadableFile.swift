import Diagnostics
import StrategyModel
import StrictYAML

struct UnreadableFile: Rule {
  let card = Card(
    id: "NS107", name: "unreadable-file", severity: .error,
    summary: "A file of the strategy cannot be read.",
    rationale: """
      The file's content is missing from every answer, and other people who clone the repository may see something \
      else than its author. Links are not followed: they could lead out of the repository. Put the file itself there.
      """,
    wrong: [
      Example("teams/growth.yaml", unreadable: .notAFile("it is a symbolic link")),
      Example("teams/growth.yaml", unreadable: .unreadable("permission denied")),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Reach")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles {
      let file = strategy.files[position]
      switch file.problem {
      case .unreadable(let reason):
        report.add(
          .unreadable(reason), at: Location(path: file.path, range: file.start), subject: file.subject,
          help: ["Make the file readable, or restore it from git."])
      case .notAFile(let what):
        report.add(
          .unreadable(what), at: Location(path: file.path, range: file.start), subject: file.subject,
          help: ["Put the file itself here."])
      case .empty, .unknownKind, .notAMapping, nil: continue
      }
    }
  }
}

extension String {
  fileprivate static func unreadable(_ reason: String) -> String { "this file cannot be read: \(reason.excerpt(40))" }
}
