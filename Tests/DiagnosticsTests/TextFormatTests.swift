import Diagnostics
import Presentation
import StrictYAML
import Testing

@Suite struct TextFormatTests {
  private let texts = [
    "metrics/a.yaml": "kind: metric\nid: activation-rate\n",
    "metrics/b.yaml": String(repeating: "# …\n", count: 10) + "id: activation-rate\n",
  ]

  private func duplicate() -> Diagnostic {
    Diagnostic(
      rule: "NS108", ruleName: "duplicate-id", severity: .error, message: "metric 'activation-rate' is defined twice",
      location: Location(path: "metrics/b.yaml", range: ByteRange(64, 79)), subject: "metric/activation-rate",
      notes: [
        Note("also defined here", at: Location(path: "metrics/a.yaml", range: ByteRange(17, 32))),
        Note("ids are never used again"),
      ],
      help: ["Give one of them another id.", "Or remove one of the files."])
  }

  @Test func aFindingHasHeadingExcerptNotesAndHelp() {
    #expect(
      TextFormat().render(Findings([duplicate()], in: texts)) == """
        metrics/b.yaml:11:5: error[NS108]: metric 'activation-rate' is defined twice
           |
        11 | id: activation-rate
           |     ^^^^^^^^^^^^^^^
        note: also defined here: metrics/a.yaml:2:5
           |
         2 | id: activation-rate
           |     ---------------
        note: ids are never used again
        help: Give one of them another id.
        help: Or remove one of the files.


        """)
  }

  @Test func colourAddsNothingButEscapeSequences() throws {
    let findings = Findings([duplicate()], in: texts)
    let coloured = TextFormat(style: .coloured).render(findings)
    #expect(coloured.contains("\u{1B}[1;31merror[NS108]\u{1B}[0m"))
    let bare = coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(bare == TextFormat(style: .plain).render(findings))
  }

  @Test func theUsersTextNeverControlsTheTerminal() {
    var diagnostic = duplicate()
    diagnostic.message = "metric 'a\u{1B}]0;x\u{7}\nb\u{2028}\u{9D}' is\tbad"
    diagnostic.notes = [Note("\u{1B}[2J", at: Location(path: "a\u{1B}c\n.yaml", range: ByteRange(0, 1)))]
    diagnostic.help = ["Write '\u{202E}abc'."]
    diagnostic.location.path = "metrics/\r\u{8}b.yaml"
    let files = ["metrics/\r\u{8}b.yaml": "\u{1B}[31mred\u{85}\n", "a\u{1B}c\n.yaml": "\u{0}\u{7}"]
    let output = TextFormat().render(Findings([diagnostic], in: files))
    #expect(output.hasPrefix("metrics/␍␈b.yaml:1:"))
    #expect(output.contains("metric 'a␛]0;x␇␊b<U+2028><U+009D>' is␉bad\n"))
    #expect(output.contains("note: ␛[2J: a␛c␊.yaml:1:1\n"))
    for scalar in output.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(!(0x2028...0x202E).contains(scalar.value))
    }
  }

  @Test func pathsInOtherScriptsStayAsTheyAre() {
    var diagnostic = duplicate()
    diagnostic.location.path = "métriques/会議 a.yaml"
    #expect(TextFormat().render(Findings([diagnostic], in: [:])).hasPrefix("métriques/会議 a.yaml:1:1: error[NS108]: "))
  }

  @Test func noPathCanPassForACommandOfACISystem() {
    var diagnostic = duplicate()
    diagnostic.location.path = "::error::a.yaml"
    #expect(TextFormat().render(Findings([diagnostic], in: [:])).hasPrefix("./::error::a.yaml:1:1: "))
  }

  @Test(
    arguments: [
      ([], 214, 0, "checked 214 files: no faults"),
      ([], 1, 0, "checked 1 file: no faults"),
      ([], 0, 2, "checked 0 files: no faults; 2 waived"),
      ([.error, .error, .error, .warning], 214, 1, "found 3 errors and 1 warning in 214 files; 1 waived"),
      ([.note, .warning, .error, .warning], 2, 0, "found 1 error, 2 warnings and 1 note in 2 files"),
      ([.note], 1, 0, "found 1 note in 1 file"),
    ] as [([Severity], Int, Int, String)])
  func theSummaryCounts(_ severities: [Severity], _ files: Int, _ waived: Int, _ expected: String) {
    let diagnostics = severities.map { severity in
      var diagnostic = duplicate()
      diagnostic.severity = severity
      return diagnostic
    }
    #expect(Findings(diagnostics, files: files, waived: waived, toolVersion: "1") { _ in nil }.summary == expected)
  }

  @Test func theSummaryNamesSafeFixesOnly() {
    var safe = duplicate()
    safe.fixes = [Fix("a", .safe, [])]
    var doubtful = duplicate()
    doubtful.fixes = [Fix("a", .needsReview, [])]
    #expect(Findings([safe, doubtful], in: texts).summary.hasSuffix("; 'northstar check --fix' can correct 1"))
    #expect(!Findings([doubtful], in: texts).summary.contains("--fix"))
  }
}
