import Foundation
import TestSupport
import Testing

/// What became of influences, by readings and by the commits that wrote them down.
@Suite struct BeliefsTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    let wave = (0..<120).map { Self.noise($0, 1) }
    let meetings = (0..<100).map { (week: Int) -> Double in 2000 + 80 * wave[week + 10] }
    let revenue = (0..<100).map { (week: Int) -> Double in 50 + 2 * wave[week + 2] + 0.3 * Self.noise(week, 2) }
    try write("weekly-hosted-meetings", meetings)
    try write("recurring-revenue", revenue)
    try sandbox.commit("Begin", on: "2024-06-03")
  }

  private static func noise(_ place: Int, _ series: Int) -> Double {
    let sine = sin(Double(place * 7919 + series * 104_729) * 12.9898) * 43758.5453
    return (sine - sine.rounded(.down)) * 2 - 1
  }

  private func write(_ metric: String, _ values: [Double]) throws {
    let rows = values.enumerated().map { week, value in
      let number = week % 52 + 1
      return "\(2024 + week / 52)-W\(number < 10 ? "0" : "")\(number),\(value),2026-01-01,warehouse\n"
    }
    try sandbox.write("readings/\(metric).csv", "period,value,known_on,source\n" + rows.joined())
  }

  /// The one row about meetings and revenue, by column.
  private func row(_ arguments: String...) throws -> [String: String] {
    let outcome = try sandbox.northstar(["beliefs", "--format", "csv", "-w", "moves=recurring-revenue"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(lines.count == 2)
    return Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
  }

  private func set(_ field: String, _ old: String, _ new: String) throws {
    try sandbox.replace("\(field): \(old)", "\(field): \(new)", in: "metrics/weekly-hosted-meetings.yaml")
  }

  @Test func `a belief is graded by what its commit wrote down`() throws {
    var belief = try row()
    #expect(belief["verdict"] == "confirmed" && belief["best_lag"] == "8 weeks" && belief["stated"] == "2024-06-03")
    #expect(belief["confidence"] == "0.7" && belief["team"] == "growth" && belief["changed"] == "")
    try set("lag_weeks", "8", "3")
    try set("confidence", "0.7", "0.9")
    try sandbox.commit("Believe in something else", on: "2025-02-03")
    belief = try row()
    #expect(belief["verdict"] == "confirmed" && belief["lag_weeks"] == "8" && belief["confidence"] == "0.7")
    #expect(belief["changed"] == "yes" && belief["stated"] == "2024-06-03")
  }

  @Test(arguments: [
    ("lag_weeks", "8", "3", "wrong lag"), ("sign", "positive", "negative", "wrong sign"),
    ("sign", "positive", "positive", "confirmed"),
  ])
  func `a belief that was dropped and stated anew is a new one`(
    field: String, old: String, new: String, verdict: String
  ) throws {
    let text = try sandbox.text("metrics/weekly-hosted-meetings.yaml")
    try sandbox.replace("as: influence", "as: component", in: "metrics/weekly-hosted-meetings.yaml")
    try sandbox.commit("Drop it", on: "2024-09-02")
    try sandbox.write("metrics/weekly-hosted-meetings.yaml", text)
    try set(field, old, new)
    try sandbox.commit("Believe anew", on: "2024-12-02")
    let belief = try row()
    #expect(belief["verdict"] == verdict && belief["stated"] == "2024-12-02")
    #expect(try row("--after")["points"] == "51")
  }

  @Test func `teams are scored by what came true`() throws {
    let outcome = try sandbox.northstar("beliefs", "--format", "json")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let brier = try #require(answer?["brier"] as? [[String: Any]])
    #expect(brier.count == 1 && brier[0]["team"] as? String == "growth" && brier[0]["beliefs"] as? Int == 1)
    #expect(abs(try #require(brier[0]["score"] as? Double) - 0.09) < 1e-12)
    let rows = try #require(answer?["rows"] as? [[String: Any]])
    #expect(rows.contains { $0["verdict"] as? String == "no readings" } && answer?["overall"] as? Double != nil)
    #expect(try sandbox.northstar("beliefs").output.contains("growth  1        0.09"))
  }

  @Test func `what has not landed counts as the file has it`() throws {
    try set("confidence", "0.7", "0.2")
    #expect(try row()["confidence"] == "0.7")
    let bare = try Sandbox(isRepository: false)
    for file in try sandbox.files() { try bare.write(file, try sandbox.text(file)) }
    let outcome = try bare.northstar("beliefs", "--format", "csv")
    #expect(outcome.errors.contains("there is no history:"))
    #expect(outcome.output.contains("weekly-hosted-meetings,recurring-revenue,'+,8,0.2,,2026-06-30,confirmed"))
  }

  @Test func `few readings and none are no verdict`() throws {
    try write("recurring-revenue", [1, 2, 3])
    #expect(try row()["verdict"] == "too few points")
    try write("recurring-revenue", [])
    #expect(try row()["verdict"] == "no readings")
    let table = try sandbox.northstar("beliefs")
    #expect(table.status == 0 && !table.output.contains("brier"))
  }

  @Test func `a strategy without beliefs says so`() throws {
    for file in ["weekly-hosted-meetings", "onboarding-completion"] {
      let path = "metrics/\(file).yaml"
      try sandbox.write(path, try sandbox.text(path).replacing("as: influence", with: "as: component"))
    }
    let outcome = try sandbox.northstar("beliefs")
    #expect(outcome.status == 0 && outcome.errors.contains("No metric is believed to influence another."))
    #expect(try sandbox.northstar("beliefs", "--where", "nonsense=1").status == 128)
  }
}
