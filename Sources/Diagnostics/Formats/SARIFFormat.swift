import StrictYAML

/// Findings as a SARIF log with everything that code scanning on GitHub requires.
package struct SARIFFormat: FindingsFormat {
  package init() {}

  package func render(_ findings: Findings) throws -> String {
    let rules = SARIFFormat.rules(of: findings)
    let positions = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var builder = ResultBuilder(texts: SourceTexts(findings.text), positions: positions)
    let driver = SARIFLog.Driver(
      version: findings.toolVersion, semanticVersion: findings.toolVersion, rules: rules.map(SARIFLog.Rule.init))
    let results = findings.diagnostics.map { builder.result(for: $0) }
    return try jsonText(SARIFLog(runs: [.init(tool: .init(driver: driver), results: results)]))
  }

  /// The described rules, then those that only a finding names.
  private static func rules(of findings: Findings) -> [RuleDescription] {
    let described = findings.rules
    var known = Set(described.map(\.id))
    let others = findings.diagnostics.filter { known.insert($0.rule).inserted }.map { diagnostic in
      RuleDescription(
        id: diagnostic.rule, name: diagnostic.ruleName, severity: diagnostic.severity, summary: "", rationale: "",
        helpMarkdown: "")
    }
    return described + others
  }
}

extension SARIFLog.Rule {
  fileprivate init(_ rule: RuleDescription) {
    // GitHub treats empty texts as missing, and refuses long ones.
    let summary = rule.summary.isEmpty ? rule.name : rule.summary
    let rationale = rule.rationale.isEmpty ? summary : rule.rationale
    self.init(
      id: rule.id.code, name: rule.name, shortDescription: .init(text: SARIFLog.text(summary)),
      fullDescription: .init(
        text: SARIFLog.text(String(String.UnicodeScalarView(rationale.unicodeScalars.prefix(1000))))),
      help: .init(
        text: SARIFLog.text(rationale), markdown: rule.helpMarkdown.isEmpty ? rationale : rule.helpMarkdown),
      defaultConfiguration: .init(level: rule.severity.rawValue),
      properties: .init(severity: rule.severity == .note ? "recommendation" : rule.severity.rawValue))
  }
}

private struct ResultBuilder {
  var texts: SourceTexts
  let positions: [RuleID: Int]
  private var fingerprints = Fingerprints()

  init(texts: SourceTexts, positions: [RuleID: Int]) {
    self.texts = texts
    self.positions = positions
  }

  mutating func result(for diagnostic: Diagnostic) -> SARIFLog.Result {
    let (hash, number) = fingerprints.next(for: diagnostic)
    let placed = diagnostic.notes.filter { $0.location != nil }
    return SARIFLog.Result(
      ruleId: diagnostic.rule.code, ruleIndex: positions[diagnostic.rule] ?? 0, level: diagnostic.severity.rawValue,
      message: .init(text: message(of: diagnostic)),
      locations: [site(diagnostic.location, of: diagnostic.subject)],
      relatedLocations: placed.enumerated().compactMap { index, note in
        note.location.map { site($0, id: index + 1, message: note.message) }
      },
      partialFingerprints: .init(primaryLocationLineHash: "\(hash):\(number)"),
      fixes: diagnostic.fixes.filter { !$0.edits.isEmpty }.map { correction($0, in: diagnostic.location.path) })
  }

  /// The message, then notes as links to their places, then help: viewers show nothing else.
  private func message(of diagnostic: Diagnostic) -> String {
    var links = 0
    let notes = diagnostic.notes.map { note in
      guard note.location != nil else { return SARIFLog.text(note.message) }
      links += 1
      return "[\(SARIFLog.linkText(note.message))](\(links))"
    }
    let help = diagnostic.help.map(SARIFLog.text)
    return ([SARIFLog.text(diagnostic.message)] + notes + help).joined(separator: "\n")
  }

  private mutating func site(_ location: Location, of subject: String) -> SARIFLog.Site {
    SARIFLog.Site(
      id: nil, message: nil, physicalLocation: physical(location),
      logicalLocations: [.init(fullyQualifiedName: subject)])
  }

  private mutating func site(_ location: Location, id: Int, message: String) -> SARIFLog.Site {
    SARIFLog.Site(
      id: id, message: .init(text: SARIFLog.text(message)), physicalLocation: physical(location), logicalLocations: [])
  }

  private mutating func physical(_ location: Location) -> SARIFLog.PhysicalLocation {
    .init(
      artifactLocation: .init(uri: SARIFLog.uri(location.path)), region: .init(texts.span(of: location)))
  }

  private mutating func correction(_ fix: Fix, in path: String) -> SARIFLog.Correction {
    let replacements = fix.edits.map { edit in
      SARIFLog.Replacement(
        deletedRegion: .init(texts.exactSpan(of: edit.range, in: path)),
        insertedContent: .init(text: String(decoding: edit.replacement, as: UTF8.self)))
    }
    let doubt = fix.safety == .safe ? "" : " (needs review)"
    return SARIFLog.Correction(
      description: .init(text: SARIFLog.text(fix.title) + doubt),
      artifactChanges: [.init(artifactLocation: .init(uri: SARIFLog.uri(path)), replacements: replacements)])
  }
}

extension SARIFLog {
  /// Text that a viewer shows as it is: braces would be placeholders, `](` would make a link.
  static func text(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "(", text.unicodeScalars.last == "]" { text += " " }
      text += scalar == "{" ? "{{" : scalar == "}" ? "}}" : String(Character(scalar))
    }
  }

  /// Text between the brackets of a link.
  static func linkText(_ message: String) -> String {
    text(message).unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "[" || scalar == "]" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }

  /// A path as a relative reference of RFC 3986; a colon could be taken for the end of a scheme.
  static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
