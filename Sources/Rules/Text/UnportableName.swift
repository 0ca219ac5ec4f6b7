import Diagnostics
import StrategyModel
import StrictYAML

struct UnportableName: Rule {
  let card = Card(
    id: "NS122", name: "unportable-name", severity: .error,
    summary: "The name of a file is one that not every system can hold.",
    rationale: """
      Where Windows has no such name, git checks out nothing at all: one file keeps a colleague from the whole \
      repository. Names of devices such as 'con' and 'aux' are the most likely ones. Give it another id, and another name.
      """,
    wrong: [
      Example("people/con.yaml", "↓kind: person\nid: con\nname: Con Murphy\ndiscipline: sales\n"),
      Example("people/com1.yaml", "↓kind: person\nid: com1\nname: Com One\ndiscipline: sales\n"),
    ],
    right: [
      Example("people/con-murphy.yaml", "kind: person\nid: con-murphy\nname: Con Murphy\ndiscipline: sales\n")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for file in strategy.files {
      guard let path = StrategyPath(file.path, in: strategy.folder), let flaw = PortableName.flaw(of: path.inside)
      else { continue }
      report.add(
        .unportable(flaw), at: Location(path: file.path, range: file.start), subject: file.subject,
        help: ["Give it another id, and the file the name of that."])
    }
  }
}

extension String {
  fileprivate static func unportable(_ flaw: String) -> String { flaw.excerpt(79) }
}
