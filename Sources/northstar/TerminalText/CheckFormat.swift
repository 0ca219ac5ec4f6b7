import ArgumentParser
import Diagnostics
import Presentation

/// How findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github, gitlab, junit

  func render(_ findings: Findings, in console: Console) throws -> String {
    try format(console.terminal).render(findings)
  }

  private func format(_ terminal: Terminal) -> any FindingsFormat {
    switch self {
    case .text: TextFormat(width: terminal.width, style: terminal.usesColor ? .coloured : .plain)
    case .json: JSONFormat()
    case .sarif: SARIFFormat()
    case .github: GitHubFormat()
    case .gitlab: GitLabFormat()
    case .junit: JUnitFormat()
    }
  }
}
