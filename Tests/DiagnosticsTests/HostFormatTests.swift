import Diagnostics
import Foundation
import StrictYAML
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GitHubFormatTests {
  @Test func everyFindingIsOneEscapedCommand() {
    #expect(
      GitHubFormat().render(SampleFindings.all) == """
        ::warning file=metrics/a b.yaml,line=2,endLine=2,col=7,endColumn=15,title=NS409 odd-name::the name '50%25, \
        é👍' has <odd> "characters" & {0} [x](y)
        ::notice file=gone%2C%3A%25.yaml,line=1,endLine=1,col=1,title=NS900 undescribed::␛[31m␊::error::no\u{FFFE}
        ::error file=okrs/2026-q1/growth.yaml,line=1,endLine=1,col=8,endColumn=18,title=NS201 unknown-reference::\
        no metric is named 'inp-signup'%0Anote: metrics/ has [1] metric: metrics/a b.yaml%0Anote: ids never \
        change%0AWrite 'a'.
        found 1 error, 1 warning and 1 note in 2 files; 'northstar check --fix' can correct 1

        """)
  }

  @Test func aRangeOverSeveralLinesHasNoColumns() {
    var diagnostic = SampleFindings.odd
    diagnostic.location.range = ByteRange(4, 14)
    let output = GitHubFormat().render(Findings([diagnostic], in: SampleFindings.texts))
    #expect(output.hasPrefix("::warning file=metrics/a b.yaml,line=1,endLine=2,title=NS409 odd-name::"))
  }

  @Test func noTextOfTheRepositoryStartsALine() {
    var diagnostic = SampleFindings.unknown
    let attack = "x\n::set-env name=PATH::/tmp\r\n::stop-commands::y\u{2028}\u{85}::error::\u{0}%0A"
    diagnostic.message = attack
    diagnostic.ruleName = attack
    diagnostic.location.path = attack
    diagnostic.notes = [Note(attack, at: Location(path: attack, range: ByteRange(0, 1)))]
    diagnostic.help = [attack]
    let lines = GitHubFormat().render(Findings([diagnostic], in: [:]))
      .split(omittingEmptySubsequences: true) { $0.isNewline || $0 == "\r" }
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::error file=x%0A%3A%3Aset-env name=PATH%3A%3A/tmp%0D%0A%3A%3Astop-commands"))
    #expect(lines[1].hasPrefix("found 1 error"))
  }
}

@Suite struct GitLabFormatTests {
  @Test func everyFindingIsOneIssue() throws {
    let issues = try JSONValue(parsing: try GitLabFormat().render(SampleFindings.all)).elements
    #expect(issues.map { $0["severity"].string } == ["minor", "info", "critical"])
    #expect(issues[2]["description"].string == "no metric is named 'inp-signup'\nWrite 'a'.")
    #expect(issues[2]["check_name"].string == "NS201 unknown-reference")
    #expect(issues[0]["location"]["path"].string == "metrics/a b.yaml")
    #expect(issues[0]["location"]["lines"]["begin"].int == 2)
    #expect(issues[0]["location"]["lines"]["end"].int == 2)
  }

  @Test func noFingerprintComesTwice() throws {
    let findings = Findings(Array(repeating: SampleFindings.odd, count: 50) + [SampleFindings.hint], in: [:])
    let issues = try JSONValue(parsing: try GitLabFormat().render(findings)).elements
    #expect(Set(issues.compactMap { $0["fingerprint"].string }).count == 51)
  }

  @Test func aCleanRunIsAnEmptyList() throws {
    #expect(try JSONValue(parsing: try GitLabFormat().render(SampleFindings.none)).count == 0)
  }
}

@Suite struct JUnitFormatTests {
  @Test func errorsFailAndOthersAreSkipped() throws {
    let report = try JUnitReport(JUnitFormat().render(SampleFindings.all))
    #expect(
      report.elements == [
        "testsuites", "testsuite", "testcase", "skipped", "testcase", "skipped", "testcase", "failure",
      ])
    #expect(report.attributes[1]["tests"] == "3")
    #expect(report.attributes[1]["failures"] == "1")
    #expect(report.attributes[1]["skipped"] == "2")
    #expect(report.attributes[2]["classname"] == "metrics/a b.yaml")
    #expect(report.attributes[3]["message"] == SampleFindings.odd.message)
    #expect(report.attributes[5]["message"] == "␛[31m␊::error::no")
    #expect(report.attributes[7]["type"] == "NS201")
    #expect(report.text.contains("okrs/2026-q1/growth.yaml:1:8: error[NS201]: no metric is named 'inp-signup'\n"))
    #expect(report.text.contains("1 | input: inp-signup\n  |        ^^^^^^^^^^\n"))
  }

  @Test func aCleanRunIsOnePassedTest() throws {
    let report = try JUnitReport(JUnitFormat().render(SampleFindings.none))
    #expect(report.elements == ["testsuites", "testsuite", "testcase"])
    #expect(report.attributes[1]["tests"] == "1")
    #expect(report.attributes[2]["name"] == "checked 2 files: no faults")
  }

  @Test func everyControlCharacterLeavesWellFormedXML() throws {
    var diagnostic = SampleFindings.hint
    diagnostic.message = String(String.UnicodeScalarView((0..<0xA0).compactMap { Unicode.Scalar($0) })) + "]]>\u{FFFF}"
    diagnostic.location.path = diagnostic.message
    let report = try JUnitReport(JUnitFormat().render(Findings([diagnostic], in: [:])))
    #expect(report.attributes[3]["message"]?.contains("␀") == true)
  }
}

/// What an XML parser reads in a report, in document order.
private final class JUnitReport: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [[String: String]] = []
  private(set) var text = ""

  init(_ report: String) throws {
    super.init()
    let parser = XMLParser(data: Data(report.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
    attributes attributeDict: [String: String]
  ) {
    elements.append(elementName)
    attributes.append(attributeDict)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
