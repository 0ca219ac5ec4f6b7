internal import Presentation

/// Findings as a test report: each error is a failed test, each warning and note a skipped one.
///
/// Source: github.com/testmoapp/junitxml, "Common JUnit XML Format".
package struct JUnitFormat: FindingsFormat {
  package init() {}

  package func render(_ findings: Findings) -> String {
    let failures = findings.count(.error)
    let skipped = findings.diagnostics.count - failures
    let counts =
      "tests=\"\(max(1, findings.diagnostics.count))\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    var texts = SourceTexts(findings.text)
    var cases = findings.diagnostics.map { testCase(for: $0, &texts) }
    // Many readers treat a report without any test as broken.
    if cases.isEmpty { cases = ["    <testcase classname=\"northstar\" name=\"\(attribute(findings.summary))\"/>\n"] }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="northstar" \(counts)>
        <testsuite name="northstar check" \(counts)>
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }

  private func testCase(for diagnostic: Diagnostic, _ texts: inout SourceTexts) -> String {
    let path = attribute(diagnostic.location.path)
    let name = attribute("\(diagnostic.rule) \(diagnostic.ruleName): \(diagnostic.message)")
    let line = texts.span(of: diagnostic.location).start.line
    let element = diagnostic.severity == .error ? "failure" : "skipped"
    let type = diagnostic.severity == .error ? " type=\"\(attribute(diagnostic.rule.code))\"" : ""
    let body = TextFormat().render(diagnostic, &texts).xmlEscaped
    return """
          <testcase classname="\(path)" name="\(name)" file="\(path)" line="\(line)">
            <\(element)\(type) message="\(attribute(diagnostic.message))">\(body)</\(element)>
          </testcase>

      """
  }

  private func attribute(_ value: String) -> String { value.visible.xmlEscaped }
}
