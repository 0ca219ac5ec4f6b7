import ArgumentParser
import Diagnostics
import Presentation
import StrategyModel

/// How findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github, gitlab, junit

  func render(_ findings: Findings, in console: Console) throws -> String {
    try format(console.terminal).render(console.naming(findings))
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

extension Console {
  /// Findings whose remedies are commands that can be run as they are printed.
  fileprivate func naming(_ findings: Findings) -> Findings {
    var findings = findings
    findings.diagnostics = findings.diagnostics.map { diagnostic in
      let path = diagnostic.location.path
      let own = findings.strategies.first { StrategyPath(path, in: $0.key) != nil }
      let commands = own.map { PrintedCommands(strategy: $0.value) } ?? commands
      var diagnostic = diagnostic
      diagnostic.help = diagnostic.help.map(commands.naming)
      return diagnostic
    }
    return findings
  }
}
