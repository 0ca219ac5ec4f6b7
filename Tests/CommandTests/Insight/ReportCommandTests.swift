import Foundation
import TestSupport
import Testing

@testable import northstar

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
  }

  private func measure(_ metric: String, _ values: [(week: Int, value: String)]) throws {
    let rows = values.map { "2026-W0\($0.week),\($0.value),2026-01-26,warehouse\n" }.joined()
    try sandbox.write("readings/\(metric).csv", "period,value,known_on,source\n" + rows)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try sandbox.northstar(["report", "--format", "json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func entries(_ answer: [String: Any], _ part: String) throws -> [[String: Any]] {
    try #require(answer[part] as? [[String: Any]])
  }

  @Test func aWeekIsTheLastWholeOneOfTheCalendar() throws {
    try sandbox.commit()
    let period = try #require(try json()["period"] as? [String: String])
    #expect(period == ["span": "week", "name": "2026-W04", "from": "2026-01-19", "to": "2026-01-25"])
    let sunday = try sandbox.northstar("report", today: "2026-01-25")
    #expect(sunday.output.hasPrefix("# Huddle: week 2026-W03\n"))
    let settings = try sandbox.text("northstar.yaml") + "calendar:\n  week_starts: sunday\n"
    try sandbox.write("northstar.yaml", settings)
    let other = try #require(try json()["period"] as? [String: String])
    #expect(other["from"] == "2026-01-18" && other["to"] == "2026-01-24")
  }

  @Test func aMonthIsTheLastWholeOneAndACycleGoesUpToToday() throws {
    try sandbox.commit()
    let month = try #require(try json("--period", "month")["period"] as? [String: String])
    #expect(month == ["span": "month", "name": "2025-12", "from": "2025-12-01", "to": "2025-12-31"])
    for arguments in [["--period", "cycle"], ["--cycle", "2026-q1"]] {
      let outcome = try sandbox.northstar(["report"] + arguments)
      #expect(outcome.output.contains("# Huddle: cycle 2026-q1\n\n2026-01-01 to 2026-01-28, as known on 2026-01-28"))
    }
  }

  @Test func badQuestionsAreAnswered() throws {
    try sandbox.commit()
    #expect(try sandbox.northstar("report", "--cycle", "2026-q1", "--period", "week").status == 129)
    let unknown = try sandbox.northstar("report", "--cycle", "2026-q2")
    #expect(unknown.status != 0 && unknown.errors.contains("2026-q1"))
    try sandbox.write("cycles/2026-q1.yaml", sandbox.text("cycles/2026-q1.yaml").replacing("active", with: "draft"))
    let closed = try sandbox.northstar("report", "--period", "cycle")
    #expect(closed.status == 128 && closed.errors.contains("no cycle is open"))
    let early = try sandbox.northstar("report", "--cycle", "2026-q1", today: "2025-12-01")
    #expect(early.status == 128 && early.errors.contains("'2026-q1' has no day to report until 2025-12-01"))
  }

  @Test func valuesOfLaterPeriodsAreLeftOutAndMissingOnesAreSaid() throws {
    try measure("weekly-hosted-meetings", [(2, "100"), (3, "110"), (4, "99"), (5, "1")])
    try measure("activation-rate", [(2, "34"), (3, "35")])
    try sandbox.commit()
    let answer = try json()
    let star = try entries(answer, "northStars")[0]
    #expect(star["value"] as? Double == 99 && star["changeOnWeek"] as? Double == -11)
    #expect(star["period"] as? String == "2026-W04" && star["shareOfTarget"] as? Double == 99.0 / 12000)
    #expect(star["isBehind"] as? Bool == false)
    let input = try entries(answer, "inputs").first { $0["metric"] as? String == "activation-rate" }
    #expect(input?["isBehind"] as? Bool == true && input?["period"] as? String == "2026-W03")
    let markdown = try sandbox.northstar("report").output
    #expect(
      markdown.contains(
        "Weekly hosted meetings: 99 meetings in 2026-W04, -10 % on the week before, 0.8 % of the target 12000."))
    #expect(markdown.contains("Activation rate: 35 percent in 2026-W03 (no later value), +2.9 % on the week before"))
  }

  @Test func breachesComeFirstInWordsAndAsAChart() throws {
    try measure("support-load", [(2, "4"), (3, "13"), (4, "14")])
    try sandbox.commit()
    let guardrails = try entries(try json(), "guardrails")
    #expect(guardrails[0]["metric"] as? String == "support-load" && guardrails[0]["isBreached"] as? Bool == true)
    #expect(guardrails[0]["breachedSince"] as? String == "2026-W03")
    #expect(guardrails.dropFirst().allSatisfy { $0["isBreached"] as? Bool == false })
    let markdown = try sandbox.northstar("report").output
    #expect(markdown.contains("1 guardrail of \(guardrails.count) in breach: "))
    #expect(markdown.contains("BREACH: above "))
    let page = try ParsedPage(try sandbox.northstar("report", "--format", "html").output)
    #expect(page.texts.contains { $0.contains("breach begins") })
  }

  @Test func aNorthStarThatRisesAtOthersCostIsWarnedOf() throws {
    let weeks = (0..<26).map { "2025-W\($0 + 26)" }
    func sheet(_ metric: String, _ value: (Int) -> Int) throws {
      let rows = weeks.indices.map { "\(weeks[$0]),\(value($0)),2026-01-05,warehouse\n" }.joined()
      try sandbox.write("readings/\(metric).csv", "period,value,known_on,source\n" + rows)
    }
    try sheet("weekly-hosted-meetings") { $0 < 13 ? 1000 : 2000 }
    try sheet("support-load") { $0 < 13 ? 4 : 9 }
    let warning = "Look into it: weekly-hosted-meetings went from a mean of 1000 to 2000 in the last quarter, while"
    #expect(try sandbox.northstar("report").output.contains(warning))
    #expect(try sandbox.northstar("report", "--format", "html").output.contains(warning))
    let screen = try #require(try json()["goodhart"] as? [String: Any])
    #expect(screen["isRaised"] as? Bool == true && screen["worse"] as? [String] == ["support-load"])
    try sheet("support-load") { _ in 4 }
    #expect(try !sandbox.northstar("report").output.contains("Look into it"))
  }

  @Test func whatChangedHandsAndWhatWasDecidedInTheDays() throws {
    try sandbox.commit("Begin", on: "2026-01-05")
    let metric = try sandbox.text("metrics/activation-rate.yaml")
    let moved = metric.replacing("team: onboarding", with: "team: growth").replacing("person: ada", with: "person: lin")
      .replacing("since: 2026-01-05", with: "since: 2026-01-21")
    #expect(moved != metric)
    try sandbox.write("metrics/activation-rate.yaml", moved)
    try sandbox.commit("Hand activation over", on: "2026-01-21")
    let handOvers = try entries(try json(), "handOvers")
    #expect(handOvers.count == 1)
    #expect((handOvers[0]["from"] as? [String: Any])?["team"] as? String == "onboarding")
    #expect((handOvers[0]["to"] as? [String: Any])?["person"] as? String == "lin")
    let markdown = try sandbox.northstar("report").output
    #expect(markdown.contains("Activation rate: from Onboarding (Ada Okafor) to Growth (Lin Wei) on 2026-01-21"))
    #expect(markdown.contains("No decision was recorded."))
    let before = try sandbox.northstar("report", today: "2026-01-19").output
    #expect(before.contains("No lever changed hands."))
    #expect(try entries(try json("--period", "cycle"), "decisions").count == 1)
  }

  @Test func everySectionSaysWhatItLacks() throws {
    let bare = try Sandbox(isRepository: false)
    try bare.write("northstar.yaml", "kind: strategy\nid: empty\nproduct: Empty\n")
    for format in ["markdown", "html"] {
      let outcome = try bare.northstar("report", "--format", format)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for sentence in [
        "The strategy has no North Star in use.", "The strategy has no input in use.",
        "The strategy has no guardrail in use", "No cycle is open", "There is no history:",
        "No review is due within 30 days.",
      ] { #expect(outcome.output.contains(sentence), "\(sentence) in \(format)") }
    }
    let document =
      try JSONSerialization.jsonObject(
        with: Data(try bare.northstar("report", "--format", "json").output.utf8)) as? [String: Any]
    #expect(document?["handOvers"] is NSNull && document?["decisions"] is NSNull)
    #expect((document?["keyResults"] as? [Any])?.isEmpty == true)
  }

  @Test func withoutReadingsTheReportSaysSo() throws {
    try sandbox.commit()
    let markdown = try sandbox.northstar("report").output
    #expect(markdown.contains("Weekly hosted meetings: not measured yet."))
    #expect(markdown.contains("Nothing has been measured yet"))
    let page = try ParsedPage(try sandbox.northstar("report", "--format", "html").output)
    #expect(page.elements.filter { $0 == "svg" }.isEmpty)
  }

  @Test func otherGrainsAndHugeValuesAreReported() throws {
    try sandbox.write(
      "readings/weekly-hosted-meetings.csv",
      "period,value,known_on,source\n2025-11,-1e308,2025-12-01,a\n2025-12,1e308,2026-01-02,a\n2026-01,7,2026-01-28,a\n")
    try sandbox.write(
      "readings/support-load.csv", "period,value,known_on,source\n2025-Q3,4,2025-10-01,a\n2025-Q4,3,2026-01-02,a\n")
    try sandbox.write(
      "readings/activation-rate.csv",
      "period,value,known_on,source\n2026-01-18,30,2026-01-19,a\n2026-01-25,36,2026-01-26,a\n")
    let answer = try json()
    let star = try entries(answer, "northStars")[0]
    #expect(star["period"] as? String == "2025-12" && star["value"] as? Double == 1e308)
    #expect(star["changeOnMonth"] is NSNull)
    #expect(try sandbox.northstar("report").output.contains(" in 2025-12, – on the month before"))
    let input = try entries(answer, "inputs").first { $0["metric"] as? String == "activation-rate" }
    #expect(input?["changeOnWeek"] as? Double == 6 && input?["isBehind"] as? Bool == false)
    let guardrail = try entries(answer, "guardrails").first { $0["metric"] as? String == "support-load" }
    #expect(guardrail?["period"] as? String == "2025-Q4" && guardrail?["changeOnWeek"] is NSNull)
    _ = try ParsedPage(try sandbox.northstar("report", "--format", "html").output)
    #expect(try sandbox.northstar("report", "--period", "month").output.contains("# Huddle: month 2025-12"))
  }

  @Test func namesAreTextAndNeverMarkup() throws {
    let metric = try sandbox.text("metrics/weekly-hosted-meetings.yaml")
    try sandbox.write(
      "metrics/weekly-hosted-meetings.yaml",
      metric.replacing("name: Weekly hosted meetings", with: #"name: "<script>x</script> & [a](b) *c*""#))
    try measure("weekly-hosted-meetings", [(3, "110"), (4, "99")])
    let page = try ParsedPage(try sandbox.northstar("report", "--format", "html").output)
    #expect(!page.elements.contains("script"))
    #expect(page.texts.contains { $0.contains("<script>x</script> & [a](b) *c*") })
    #expect(try sandbox.northstar("report").output.contains(#"\<script\>x\</script\> \& \[a\](b) \*c\*"#))
  }
}

/// What an XML parser finds in a page; one that is not well-formed is an error.
private final class ParsedPage: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var texts: [String] = []
  private var text = ""

  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(element)
    self.attributes += attributes.map { ($0.key, $0.value) }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    texts.append(text)
    text = ""
  }
}

/// What the sample company's report says.
@Suite struct ReportedSampleTests {
  private let huddle: Huddle

  init() throws { huddle = try Huddle.shared.get() }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try huddle.northstar(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `the week has the figures of the readings`() throws {
    let message = try huddle.northstar(["report"]).output
    #expect(
      message.contains(
        "Weekly hosted meetings: 32713 meetings in 2026-W46, +0.5 % on the week before, +7.2 % on the month before, "
          + "90.9 % of the target 36000."))
    #expect(message.contains("Activation rate: 45.5 percent in 2026-W46, "))
    #expect(message == (try huddle.northstar(["report"]).output))
    let answer = try json("report")
    let star = try #require((answer["northStars"] as? [[String: Any]])?.first)
    let segments = try #require(star["segments"] as? [[String: Any]])
    #expect(segments.compactMap { $0["value"] as? Double }.sorted() == [7197, 12104, 13412])
    #expect(message.contains("Moved most by Connected teams: +1133.8 of +2191 meetings since 2026-W41."))
    let drivers = try #require(star["drivers"] as? [String: Any])
    let parts = try #require(drivers["parts"] as? [[String: Any]])
    let sum = parts.compactMap { $0["contribution"] as? Double }.reduce(0, +)
    let unexplained = try #require(drivers["unexplained"] as? Double)
    #expect(parts.count == 4 && abs(sum + unexplained - 2191) < 1e-6)
    let guardrails = try #require(answer["guardrails"] as? [[String: Any]])
    #expect(guardrails.count == 4 && guardrails.allSatisfy { $0["isBreached"] as? Bool == false })
  }

  @Test func `the cycle has the decisions and key results that other commands list`() throws {
    let answer = try json("report", "--period", "cycle")
    let decisions = try #require(answer["decisions"] as? [[String: Any]])
    let listed = try #require(try json("decisions", "--from", "2026-10-01")["decisions"] as? [[String: Any]])
    #expect(!decisions.isEmpty && decisions.map { $0["commit"] as? String } == listed.map { $0["commit"] as? String })
    let keyResults = try #require(answer["keyResults"] as? [[String: Any]])
    let weak = keyResults.filter { $0["isWeak"] as? Bool == true }
    #expect(!weak.isEmpty && keyResults.prefix(weak.count).allSatisfy { $0["isWeak"] as? Bool == true })
  }

  @Test func `a closed cycle tells its lowest scores, hand-overs and decisions`() throws {
    let message = try huddle.northstar(["report", "--cycle", "2026-q1"]).output
    #expect(message.hasPrefix("# Huddle: cycle 2026-q1\n\n2026-01-01 to 2026-03-31, as known on 2026-11-16\n"))
    #expect(message.contains("Meeting overload: from Rituals (Priya Raman) to "))
    #expect(message.contains("2026-02-24: withdrawn metric/meeting-overload; by Priya Raman; "))
    #expect(message.contains(": scored 0.") && message.contains(" since the cycle began"))
  }

  @Test func `the page needs nothing else and tells its charts in words`() throws {
    let text = try huddle.northstar(["report", "--format", "html"]).output
    let page = try ParsedPage(text)
    #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("http"))
    #expect(!page.elements.contains { ["script", "img", "link", "iframe"].contains($0) })
    #expect(
      !page.attributes.contains { ["src", "href", "xlink:href"].contains($0.name) }
        && !text.replacing("url(#", with: "").contains("url("))
    #expect(page.elements.count { $0 == "svg" } == page.elements.count { $0 == "desc" })
    #expect(page.elements.count { $0 == "svg" } == 3)
    let ids = page.attributes.filter { $0.name == "id" }.map(\.value)
    #expect(Set(ids).count == ids.count)
    #expect(
      page.texts.contains { $0.contains("to 32713 meetings in 2026-W46") && $0.contains("target: 36000 meetings") })
  }
}
