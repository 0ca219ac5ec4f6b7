import Foundation
import TestSupport
import Testing

@testable import northstar

/// The files for CI hosts and the pre-commit framework agree with the program.
@Suite struct HostFileTests {
  private static let root = Sandbox.root

  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.root.appending(path: file)), as: UTF8.self)
  }

  private struct Matchers: Decodable {
    struct Matcher: Decodable {
      let owner: String
      let severity: String?
      let pattern: [Pattern]
    }
    struct Pattern: Decodable {
      let regexp: String
      let file, line, column, message: Int
      let severity, code: Int?
    }
    let problemMatcher: [Matcher]
  }

  /// Errors, warnings and notes, each with its excerpt and help.
  private func breakStrategy() throws {
    try sandbox.write("teams/onboarding.yaml", "kind: team\nid: onboarding\nname: O\nlead: nobody\nlaed: ada\n")
    try sandbox.write("metrics/stray.yaml", "kind: metric\nid: strays\nname: Strays\n")
    try sandbox.write(
      "northstar.yaml",
      try sandbox.text("northstar.yaml") + """
        rules:
          - rule: unknown-reference
            severity: warning
          - rule: missing-field
            severity: note

        """)
  }

  @Test func theMatchersFindEveryFaultInTheText() throws {
    try breakStrategy()
    let printed = try sandbox.northstar("check").output.split(separator: "\n").map(String.init)
    struct Report: Decodable {
      struct Fault: Decodable { let rule, severity, message: String }
      let diagnostics: [Fault]
    }
    let json = try sandbox.northstar("check", "--format", "json").output
    let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    try #require(Set(report.diagnostics.map(\.severity)) == ["error", "warning", "note"])

    let matchers = try JSONDecoder().decode(Matchers.self, from: Data(text(".github/northstar-matcher.json").utf8))
    var matched: [[String]] = []
    for line in printed {
      for matcher in matchers.problemMatcher {
        let pattern = try #require(matcher.pattern.first)
        guard let match = try Regex(pattern.regexp).wholeMatch(in: line) else { continue }
        func group(_ index: Int?) -> String { index.flatMap { match.output[$0].substring }.map(String.init) ?? "" }
        matched.append([group(pattern.code), matcher.severity ?? group(pattern.severity), group(pattern.message)])
        #expect(sandbox.exists(group(pattern.file)))
        #expect(Int(group(pattern.line)) != nil && Int(group(pattern.column)) != nil)
      }
    }
    #expect(
      matched == report.diagnostics.map { [$0.rule, $0.severity == "note" ? "notice" : $0.severity, $0.message] })
  }

  @Test(arguments: [".pre-commit-hooks.yaml", "Examples/github-workflow.yml", "Examples/gitlab-ci.yml"])
  func theirCommandLinesRun(_ file: String) throws {
    let lines = try text(file).matches(of: /northstar (check[^>|&\n]*)/).map { String($0.1) }
    try #require(!lines.isEmpty)
    for line in lines {
      let words = line.replacing("\"$BASE\"", with: "HEAD").split(separator: " ").map(String.init)
      let outcome = try sandbox.northstar(words)
      #expect(outcome.status == 0, "northstar \(line): \(outcome.text)")
    }
  }
}
