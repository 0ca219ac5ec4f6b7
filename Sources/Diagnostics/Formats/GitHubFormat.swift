internal import Presentation

/// Findings as commands that a GitHub workflow turns into annotations of the changed lines.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions".
package struct GitHubFormat: FindingsFormat {
  package init() {}

  /// Every line is a command of ours or the summary: no text from the repository comes at the start of a line.
  package func render(_ findings: Findings) -> String {
    var texts = SourceTexts(findings.text)
    let commands = findings.diagnostics.map { command(for: $0, texts.span(of: $0.location)) + "\n" }
    return commands.joined() + findings.summary + "\n"
  }

  private func command(for diagnostic: Diagnostic, _ span: Span) -> String {
    var properties = [
      ("file", escapedPath(diagnostic.location.path)), ("line", "\(span.start.line)"), ("endLine", "\(span.end.line)"),
    ]
    // GitHub refuses columns for a range over several lines.
    if span.start.line == span.end.line {
      properties.append(("col", "\(span.start.column)"))
      if span.end.column > span.start.column { properties.append(("endColumn", "\(span.end.column)")) }
    }
    properties.append(("title", escapedProperty("\(diagnostic.rule) \(diagnostic.ruleName)".visible)))
    let list = properties.map { "\($0)=\($1)" }.joined(separator: ",")
    return "::\(level(of: diagnostic.severity)) \(list)::\(message(of: diagnostic))"
  }

  private func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private func message(of diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "note: " + note.message + (note.location.map { ": " + $0.path } ?? "")
    }
    return ([diagnostic.message] + notes + diagnostic.help).map { escaped($0.visible) }.joined(separator: "%0A")
  }

  private func escaped(_ text: String) -> String { percentEncoded(text, ["%"]) }

  private func escapedProperty(_ text: String) -> String { percentEncoded(text, ["%", ":", ","]) }

  private func percentEncoded(_ text: String, _ special: [Unicode.Scalar]) -> String {
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    return text.unicodeScalars.reduce(into: "") { text, scalar in
      if special.contains(scalar) {
        text += "%" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Line ends in a path are kept, or the file would not be found.
  private func escapedPath(_ path: String) -> String {
    let lines = path.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    return lines.map { line in
      let parts = line.split(separator: "\r", omittingEmptySubsequences: false)
      return parts.map { escapedProperty(String($0).visible) }.joined(separator: "%0D")
    }.joined(separator: "%0A")
  }
}
