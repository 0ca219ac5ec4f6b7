import StrictYAML

/// Findings for programs. A new key is a new minor version of the format; arrays are never absent.
package struct JSONFormat: FindingsFormat {
  package static let version = "1.1"

  package init() {}

  package func render(_ findings: Findings) throws -> String {
    var texts = SourceTexts(findings.text)
    return try jsonText(
      JSONReport(
        formatVersion: JSONFormat.version, tool: .init(name: "northstar", version: findings.toolVersion),
        summary: .init(findings), diagnostics: findings.diagnostics.map { .init($0, &texts) }, notes: findings.notes))
  }
}

private struct JSONReport: Encodable {
  let formatVersion: String
  let tool: Tool
  let summary: Summary
  let diagnostics: [Finding]
  let notes: [String]

  struct Tool: Encodable {
    let name: String
    let version: String
  }

  struct Summary: Encodable {
    let files: Int
    let errors: Int
    let warnings: Int
    let notes: Int
    let waived: Int

    init(_ findings: Findings) {
      files = findings.files
      errors = findings.count(.error)
      warnings = findings.count(.warning)
      notes = findings.count(.note)
      waived = findings.waived
    }
  }

  struct Finding: Encodable {
    let rule: String
    let ruleName: String
    let severity: String
    let message: String
    let subject: String
    let location: Site
    let notes: [Remark]
    let help: [String]
    let fixes: [Correction]

    init(_ diagnostic: Diagnostic, _ texts: inout SourceTexts) {
      rule = diagnostic.rule.code
      ruleName = diagnostic.ruleName
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      subject = diagnostic.subject
      location = Site(diagnostic.location, &texts)
      notes = diagnostic.notes.map { note in
        Remark(message: note.message, location: note.location.map { Site($0, &texts) })
      }
      help = diagnostic.help
      fixes = diagnostic.fixes.map { Correction($0, in: diagnostic.location.path, &texts) }
    }
  }

  struct Remark: Encodable {
    let message: String
    /// Absent when the note has no place.
    let location: Site?
  }

  /// Lines and columns count from one, bytes from zero; the end is exclusive.
  struct Site: Encodable {
    let path: String
    let start: Point
    let end: Point

    init(_ location: Location, _ texts: inout SourceTexts) {
      let span = texts.span(of: location)
      path = location.path
      start = Point(span.start)
      end = Point(span.end)
    }
  }

  struct Point: Encodable {
    let line: Int
    let column: Int
    let utf16Column: Int
    let byte: Int

    init(_ place: Place) {
      line = place.line
      column = place.column
      utf16Column = place.utf16Column
      byte = place.byte
    }
  }

  struct Correction: Encodable {
    let title: String
    let safety: String
    let edits: [Edit]

    init(_ fix: Fix, in path: String, _ texts: inout SourceTexts) {
      title = fix.title
      safety = fix.safety.rawValue
      edits = fix.edits.map { edit in
        let span = texts.exactSpan(of: edit.range, in: path)
        return Edit(
          start: Point(span.start), end: Point(span.end),
          replacement: String(decoding: edit.replacement, as: UTF8.self))
      }
    }
  }

  struct Edit: Encodable {
    let start: Point
    let end: Point
    let replacement: String
  }
}
