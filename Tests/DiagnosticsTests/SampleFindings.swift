import Diagnostics
import StrictYAML

/// Two findings that use every part of a diagnostic, in texts that every format must escape.
enum SampleFindings {
  static let texts = [
    "metrics/a b.yaml": "id: a\nname: \"50%, é👍\"\n",
    "okrs/2026-q1/growth.yaml": "input: inp-signup\n",
  ]

  static let unknown = Diagnostic(
    rule: "NS201", ruleName: "unknown-reference", severity: .error,
    message: "no metric is named 'inp-signup'",
    location: Location(path: "okrs/2026-q1/growth.yaml", range: ByteRange(7, 17)), subject: "okrs/2026-q1/growth",
    notes: [
      Note("metrics/ has [1] metric", at: Location(path: "metrics/a b.yaml", range: ByteRange(4, 5))),
      Note("ids never change"),
    ],
    help: ["Write 'a'."],
    fixes: [
      Fix("write 'a'", .safe, [TextEdit(range: ByteRange(7, 17), replacement: Array("a".utf8))]),
      Fix("end the line", .needsReview, [TextEdit(range: ByteRange(at: 18), replacement: Array("#\n".utf8))]),
    ])

  static let odd = Diagnostic(
    rule: "NS409", ruleName: "odd-name", severity: .warning,
    message: "the name '50%, é👍' has <odd> \"characters\" & {0} [x](y)",
    location: Location(path: "metrics/a b.yaml", range: ByteRange(12, 24)), subject: "metric/a")

  static let hint = Diagnostic(
    rule: "NS900", ruleName: "undescribed", severity: .note, message: "\u{1B}[31m\n::error::no\u{FFFE}",
    location: Location(path: "gone,:%.yaml", range: ByteRange(3, 9)), subject: "metric/gone")

  static let rules = [
    RuleDescription(
      id: "NS201", name: "unknown-reference", severity: .error, summary: "A file names something unknown.",
      rationale: "Nobody finds what is not there. Correct the name.", helpMarkdown: "# Unknown reference\n"),
    RuleDescription(
      id: "NS409", name: "odd-name", severity: .warning, summary: "A name is odd.",
      rationale: String(repeating: "People stumble. ", count: 100), helpMarkdown: ""),
  ]

  static let all = Findings([odd, hint, unknown], in: texts, rules: rules)
  static let none = Findings([], in: texts, rules: rules)
}
