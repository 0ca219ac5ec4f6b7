import Diagnostics
import Foundation
import StrictYAML
import TestSupport
import Testing

@Suite struct SARIFFormatTests {
  private func run(_ findings: Findings = SampleFindings.all) throws -> JSONValue {
    try JSONValue(parsing: try SARIFFormat().render(findings))["runs"][0]
  }

  @Test func theLogHasWhatCodeScanningAsksFor() throws {
    let log = try JSONValue(parsing: try SARIFFormat().render(SampleFindings.all))
    #expect(log["$schema"].string == "https://json.schemastore.org/sarif-2.1.0.json")
    #expect(log["version"].string == "2.1.0")
    #expect(log["runs"].count == 1)
    let run = try run()
    #expect(run["columnKind"].string == "unicodeCodePoints")
    #expect(run["automationDetails"]["id"].string == "northstar/")
    #expect(run["tool"]["driver"]["name"].string == "northstar")
    #expect(run["tool"]["driver"]["semanticVersion"].string == "1.2.3")
  }

  @Test func aCleanRunStillHasResultsAndRules() throws {
    let run = try run(SampleFindings.none)
    #expect(run["results"].count == 0)
    #expect(run["tool"]["driver"]["rules"].count == 2)
  }

  @Test func everyRuleIsDescribedWithinTheLimits() throws {
    let rules = try run()["tool"]["driver"]["rules"].elements
    #expect(rules.map { $0["id"].string } == ["NS201", "NS409", "NS900"])
    for rule in rules {
      for text in [rule["shortDescription"], rule["fullDescription"], rule["help"]] {
        let length = text["text"].string?.count ?? 0
        #expect(length > 0)
      }
      #expect(rule["fullDescription"]["text"].string?.count ?? 0 <= 1024)
      #expect(rule["help"]["markdown"].string?.isEmpty == false)
      #expect(rule["properties"]["precision"].string == "very-high")
    }
    #expect(rules.map { $0["properties"]["problem.severity"].string } == ["error", "warning", "recommendation"])
    #expect(rules.map { $0["defaultConfiguration"]["level"].string } == ["error", "warning", "note"])
    #expect(rules[0]["help"]["markdown"].string == "# Unknown reference\n")
  }

  @Test func everyResultPointsAtItsRuleAndPlace() throws {
    let run = try run()
    let rules = run["tool"]["driver"]["rules"]
    let results = run["results"].elements
    #expect(results.map { $0["level"].string } == ["warning", "note", "error"])
    for result in results {
      #expect(rules[result["ruleIndex"].int ?? -1]["id"].string == result["ruleId"].string)
      #expect(result["message"]["text"].string?.isEmpty == false)
      #expect(result["locations"].count == 1)
      let region = result["locations"][0]["physicalLocation"]["region"]
      for key in ["startLine", "startColumn", "endLine", "endColumn"] { #expect(region[key].int ?? 0 >= 1) }
    }
    let place = results[0]["locations"][0]
    #expect(place["physicalLocation"]["artifactLocation"]["uri"].string == "metrics/a%20b.yaml")
    #expect(place["physicalLocation"]["region"]["startColumn"].int == 7)
    #expect(place["physicalLocation"]["region"]["endColumn"].int == 15)
    #expect(place["logicalLocations"][0]["fullyQualifiedName"].string == "metric/a")
    let odd = results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].string
    #expect(odd == "gone%2C%3A%25.yaml")
  }

  @Test func messagesLinkToNotesAndEscapeWhatLooksLikeMarkup() throws {
    let results = try run()["results"].elements
    #expect(
      results[2]["message"]["text"].string == """
        no metric is named 'inp-signup'
        [metrics/ has \\[1\\] metric](1)
        ids never change
        Write 'a'.
        """)
    #expect(results[2]["relatedLocations"].count == 1)
    let note = results[2]["relatedLocations"][0]
    #expect(note["id"].int == 1)
    #expect(note["physicalLocation"]["artifactLocation"]["uri"].string == "metrics/a%20b.yaml")
    #expect(
      results[0]["message"]["text"].string == "the name '50%, é👍' has <odd> \"characters\" & {{0}} [x] (y)")
  }

  @Test func fixesSayWhatTheyReplace() throws {
    let fixes = try run()["results"][2]["fixes"]
    #expect(fixes.count == 2)
    #expect(fixes[0]["description"]["text"].string == "write 'a'")
    #expect(fixes[1]["description"]["text"].string == "end the line (needs review)")
    let replacement = fixes[1]["artifactChanges"][0]["replacements"][0]
    #expect(replacement["deletedRegion"]["startLine"].int == 2)
    #expect(replacement["deletedRegion"]["startColumn"].int == 1)
    #expect(replacement["insertedContent"]["text"].string == "#\n")
  }

  @Test func fingerprintsSurviveMovesAndTellEqualFindingsApart() throws {
    var moved = SampleFindings.unknown
    moved.location = Location(path: "elsewhere.yaml", range: ByteRange(0, 1))
    var other = SampleFindings.unknown
    other.subject = "okrs/2026-q2/growth"
    let diagnostics = [SampleFindings.unknown, moved, other]
    let hashes = try run(Findings(diagnostics, in: SampleFindings.texts))["results"].elements
      .compactMap { $0["partialFingerprints"]["primaryLocationLineHash"].string }
    let alone = try run(Findings([moved], in: [:]))["results"][0]["partialFingerprints"]["primaryLocationLineHash"]
    #expect(hashes.count == 3)
    #expect(alone.string == hashes[0])
    #expect(hashes[0].hasSuffix(":1") && hashes[1] == hashes[0].dropLast() + "2")
    #expect(hashes[2].hasSuffix(":1") && hashes[2] != hashes[0])
    #expect(hashes[0] == "e701256716c8147f:1")
  }

  @Test func theLogIsValidBySchema() throws {
    for findings in [SampleFindings.all, SampleFindings.none] {
      #expect(try isValid(SARIFFormat().render(findings)))
    }
  }

  @Test func aLogWithAnUnknownPropertyIsNotValid() throws {
    let log = try SARIFFormat().render(SampleFindings.all)
    #expect(try !isValid(log.replacing("\"startLine\"", with: "\"firstLine\"")))
    #expect(try !isValid(log.replacing("\"2.1.0\"", with: "\"2.0.0\"")))
  }

  /// By the Python package `jsonschema`.
  private func isValid(_ log: String) throws -> Bool {
    let folder = try TemporaryFolder()
    let (file, schema) = (folder.url("log.sarif"), folder.url("schema.json"))
    try Data(log.utf8).write(to: file)
    try Data(SARIFSchema.text.utf8).write(to: schema)
    let command = ["python3", "-W", "ignore", "-m", "jsonschema", "-i", file.path, schema.path]
    return try Program(command, in: "/", variables: ProcessInfo.processInfo.environment).run().status == 0
  }
}
