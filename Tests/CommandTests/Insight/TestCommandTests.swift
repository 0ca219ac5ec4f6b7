import Foundation
import TestSupport
import Testing

/// Whether readings say that one metric leads another.
@Suite struct TestCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    let wave = (0..<90).map { Self.noise($0, 1) }
    let rates = (0..<80).map { (week: Int) -> Double in 40 + 3 * wave[week + 4] + 0.1 * Double(week) }
    let meetings = (0..<80).map { (week: Int) -> Double in 2000 + 80 * wave[week + 1] + 9 * Self.noise(week, 2) }
    try write("activation-rate", rates)
    try write("weekly-hosted-meetings", meetings)
    try write("support-load", Array(repeating: 2, count: 80))
    try write("new-workspaces", (0..<20).map { 100 + Self.noise($0, 3) })
  }

  /// A number from -1 to 1 that does not depend on its neighbours.
  private static func noise(_ place: Int, _ series: Int) -> Double {
    let sine = sin(Double(place * 7919 + series * 104_729) * 12.9898) * 43758.5453
    return (sine - sine.rounded(.down)) * 2 - 1
  }

  /// A value a week from 2024-W01 on.
  private func write(_ metric: String, _ values: [Double]) throws {
    let rows = values.enumerated().map { week, value in
      let year = 2024 + week / 52
      let number = week % 52 + 1
      return "\(year)-W\(number < 10 ? "0" : "")\(number),\(value),2026-01-01,warehouse\n"
    }
    try sandbox.write("readings/\(metric).csv", "period,value,known_on,source\n" + rows.joined())
  }

  private func test(_ arguments: String...) throws -> Outcome { try sandbox.northstar(["test"] + arguments) }

  private func lead(_ arguments: String...) throws -> [String: Any] {
    let outcome = try sandbox.northstar(["test"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(answer?["lead"] as? [String: Any])
  }

  @Test func `a lead is found, in both directions`() throws {
    let forth = try lead("activation-rate", "--against", "weekly-hosted-meetings")
    #expect(forth["verdict"] as? String == "leads" && forth["points"] as? Int == 80)
    #expect((forth["best"] as? [String: Any])?["lag"] as? Int == 3)
    #expect((forth["lags"] as? [Any])?.count == 27 && forth["weakEvidence"] as? Bool == false)
    let back = try lead("weekly-hosted-meetings", "--against", "activation-rate", "--lags", "5")
    #expect(back["verdict"] as? String == "follows" && (back["lags"] as? [Any])?.count == 11)
    let text = try test("metric/activation-rate", "--against", "weekly-hosted-meetings", "--detrend", "difference")
      .output
    #expect(text.hasPrefix("activation-rate leads weekly-hosted-meetings by 3 weeks: they move together."))
    #expect(text.contains("each value less the one before") && text.contains(" ◆\n"))
  }

  @Test func `few points and constant series are told as such`() throws {
    let few = try test("new-workspaces", "--against", "weekly-hosted-meetings").output
    #expect(few.contains("20 weeks with both") || few.contains("too few points"))
    #expect(try lead("new-workspaces", "--against", "weekly-hosted-meetings")["weakEvidence"] as? Bool == true)
    let still = try test("support-load", "--against", "weekly-hosted-meetings").output
    #expect(still.contains("No conclusion: support-load did not move"))
  }

  @Test func `months are held against the means of their weeks`() throws {
    let months = (0..<18).map { month -> String in
      let number = month % 12 + 1
      return "\(2024 + month / 12)-\(number < 10 ? "0" : "")\(number),\(month * month),2026-01-01,billing\n"
    }
    try sandbox.write("readings/recurring-revenue.csv", "period,value,known_on,source\n" + months.joined())
    let answer = try lead("weekly-hosted-meetings", "--against", "recurring-revenue")
    #expect(answer["grain"] as? String == "month" && answer["averaged"] as? Bool == true)
    #expect(answer["points"] as? Int == 18)
  }

  @Test(arguments: [40, 60, 100]) func `no row is wider than the terminal`(width: Int) throws {
    let outcome = try sandbox.northstar(
      ["test", "activation-rate", "--against", "weekly-hosted-meetings"], width: width,
      variables: ["GIT_PAGER": "cat", "NO_COLOR": "1"], answers: [])
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= width }, "\(outcome.output)")
  }

  @Test(arguments: [
    (["activation-rate"], 129, "--against or --cohorts"),
    (["activation-rate", "--against", "activation-rate"], 129, "against itself"),
    (["activation-rate", "--against", "recuring-revenue"], 128, "Did you mean 'recurring-revenue'"),
    (["activation-rate", "--against", "recurring-revenue"], 1, "'recurring-revenue' has no readings"),
    (["activation-rate", "--against", "new-workspaces", "--lags", "600"], 129, "from 0 to 520"),
    (["activation-rate", "--against", "new-workspaces", "--known-on", "2023-01-01"], 1, "known on 2023-01-01"),
    (["activation-rate", "--cohorts", "none.csv"], 128, "cannot read 'none.csv'"),
  ])
  func `what can't be answered says why`(arguments: [String], status: Int, message: String) throws {
    let outcome = try sandbox.northstar(["test"] + arguments)
    #expect(Int(outcome.status) == status && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `cohorts are compared by group`() throws {
    var rows = "cohort,plan,group,value\n"
    for place in 0..<12 {
      rows += "2025-\(place),a,high,\(0.80 + 0.01 * Double(place % 4))\n"
      rows += "2025-\(place),a,low,\(0.60 + 0.01 * Double(place % 5))\n"
    }
    try sandbox.write("cohorts.csv", rows)
    let text = try test("activation-rate", "--cohorts", "cohorts.csv").output
    #expect(text.contains("less than the 0.815 of 'high', which is not chance."), "\(text)")
    #expect(text.contains("p < 0.001, 12 and 12 cohorts"))
    let outcome = try test("activation-rate", "--cohorts", "cohorts.csv", "--format", "json")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let pair = try #require((answer?["cohorts"] as? [[String: Any]])?.first)
    #expect(pair["group"] as? String == "low" && pair["against"] as? String == "high")
    #expect(try #require(pair["p"] as? Double) < 1e-9)
  }

  @Test(arguments: [
    ("", "it is empty"), ("a,b\n", "does not begin with the columns"),
    ("cohort,group,value\n", "has 0 groups"), ("cohort,group,value\na,x,1\nb,x,2\n", "has 1 group of"),
    ("cohort,group,value\na,x,\"0,5\"\n", ":2: '0,5' is not a number"), ("cohort,group,value\na,x,nan\n", ":2: 'nan'"),
    ("cohort,group,value\na,x,1\na,x,2\n", ":3: group 'x' has cohort 'a' in line 2 already"),
    ("cohort,group,value\n\na,x\n", ":3: this row has 2 cells, but the header has 3"),
    ("cohort,group,value\na,\"x,1\n", "quote"),
    ("cohort,group,value\n" + (1...13).map { "a,g\($0),1\n" }.joined(), "more than 12 groups"),
  ])
  func `a file that holds no cohorts says where`(text: String, message: String) throws {
    try sandbox.write("cohorts.csv", text)
    let outcome = try test("activation-rate", "--cohorts", "cohorts.csv")
    #expect(outcome.status == 128 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `cohorts without spread cannot be compared`() throws {
    try sandbox.write("cohorts.csv", "cohort,group,value\r\na,x,1\r\nb,x,1\r\na,y,2\r\nb,y,2\r\n")
    let outcome = try test("activation-rate", "--cohorts", "cohorts.csv")
    #expect(outcome.status == 0 && outcome.output.contains("cannot be compared"))
  }
}
