/// Findings as a report for GitLab's Code Quality widget.
///
/// Source: docs.gitlab.com, "Code Quality report format".
package struct GitLabFormat: FindingsFormat {
  package init() {}

  package func render(_ findings: Findings) throws -> String {
    var texts = SourceTexts(findings.text)
    var fingerprints = Fingerprints()
    return try jsonText(
      findings.diagnostics.map { diagnostic in
        Issue(
          description: ([diagnostic.message] + diagnostic.help).joined(separator: "\n"),
          checkName: "\(diagnostic.rule) \(diagnostic.ruleName)",
          fingerprint: fingerprints.unique(for: diagnostic), severity: severity(diagnostic.severity),
          location: Site(diagnostic.location.path, texts.span(of: diagnostic.location)))
      })
  }

  /// One of GitLab's words `info`, `minor`, `major`, `critical` and `blocker`.
  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private struct Issue: Encodable {
    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Site

    enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case checkName = "check_name"
    }
  }

  private struct Site: Encodable {
    let path: String
    let lines: Lines

    init(_ path: String, _ span: Span) {
      self.path = path
      lines = Lines(begin: span.start.line, end: span.end.line)
    }
  }

  private struct Lines: Encodable {
    let begin: Int
    let end: Int
  }
}
