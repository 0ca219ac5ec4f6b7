import Foundation
import TestSupport
import Testing

/// Why a metric changed, from readings and history.
@Suite struct ExplainChangeTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try write("activation-rate", [40, 44])
    try write("new-workspaces", [1000, 1200])
    try write("meetings-per-workspace", [6, 5.94])
    try write("weekly-hosted-meetings", [2400, 3140])
    try sandbox.commit("Begin", on: "2026-01-06")
  }

  private func write(_ metric: String, _ values: [Double]) throws {
    let rows = values.enumerated().map { "2026-W0\($0.offset + 1),\($0.element),2026-01-1\($0.offset),warehouse\n" }
    try sandbox.write("readings/\(metric).csv", "period,value,known_on,source\n" + rows.joined())
  }

  private func explain(_ arguments: String...) throws -> Outcome {
    try sandbox.northstar(["explain-change", "weekly-hosted-meetings", "--from", "2026-W01"] + arguments)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try sandbox.northstar(
      ["explain-change", "weekly-hosted-meetings", "--from", "2026-W01", "--format", "json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `a change is split, adds up, and names who held the largest part`() throws {
    let text = try explain().output
    #expect(text.contains("weekly-hosted-meetings: 2400 → 3140 meetings, +740 (+30.8 %)"))
    #expect(text.contains("◆ new-workspaces moved it most: +501.7"))
    #expect(text.contains("split by LMDI, residual 0"))
    #expect(text.contains("not in the formula"))
    let answer = try json()
    let parts = try #require(answer["parts"] as? [[String: Any]])
    let sum = parts.compactMap { $0["contribution"] as? Double }.reduce(0, +)
    let calculated = try #require((answer["calculated"] as? [String: Double])?["change"])
    #expect(parts.count == 3 && abs(sum - calculated) < 1e-9)
    #expect(abs(try #require(answer["unexplained"] as? Double) - (740 - calculated)) < 1e-9)
    #expect(answer["dominant"] as? String == "new-workspaces" && answer["formatVersion"] as? String == "1.0")
    #expect(answer["ownersFrom"] as? String == "history")
  }

  @Test func `levers are shown with whom held them at the time`() throws {
    let assigned = try sandbox.northstar(
      "assign", "activation-rate", "growth", "--person", "omar", "--on", "2026-01-08", today: "2026-01-08")
    #expect(assigned.status == 0, "\(assigned.errors)")
    #expect(try explain().output.contains("onboarding (ada) → growth (omar)"))
    let before = try explain("--to", "2026-W01").output
    #expect(before.contains("activation-rate") && !before.contains("ada") && !before.contains("omar"))
  }

  @Test func `without a repository the files say who owns what`() throws {
    let bare = try Sandbox(isRepository: false)
    for file in try sandbox.files() { try bare.write(file, try sandbox.text(file)) }
    let outcome = try bare.northstar("explain-change", "weekly-hosted-meetings", "--from", "2026-W01")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("owners are taken from the current files"))
    #expect(outcome.output.contains("onboarding (ada)"))
  }

  @Test func `a zero makes it Shapley, and nothing that moved is said so`() throws {
    try write("new-workspaces", [1000, 0])
    #expect(try explain().output.contains("split by Shapley, residual 0"))
    let same = try explain("--to", "2026-W01").output
    #expect(same.contains("+0") == false && same.contains("none of its parts moved"))
  }

  @Test func `a metric that was not measured is what its formula says`() throws {
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/readings/weekly-hosted-meetings.csv")
    let text = try explain().output
    #expect(text.contains("2400 → 3136.3 meetings") && text.contains("it was not measured"))
    #expect(!text.contains("not in the formula"))
  }

  @Test func `what was not known on a day does not count`() throws {
    let early = try explain("--known-on", "2026-01-10")
    #expect(early.status == 0 && early.output.contains("2400 → 2400"))
    #expect(try explain("--known-on", "2025-01-01").status == 1)
  }

  @Test func `a component with a formula is split too`() throws {
    try sandbox.replace(
      "role: input\ndimension: frequency", "role: input\nformula: hosted / seen\ndimension: frequency",
      in: "metrics/meetings-per-workspace.yaml")
    for (metric, values) in [("hosted", [60.0, 66]), ("seen", [10, 11.111])] {
      let text = try sandbox.text("metrics/onboarding-completion.yaml")
      try sandbox.write(
        "metrics/\(metric).yaml", text.replacing("id: onboarding-completion", with: "id: \(metric)"))
      try write(metric, values)
    }
    let text = try explain().output
    #expect(text.contains("  meetings-per-workspace: 6 → 5.94") && text.contains("  = hosted / seen"))
    let below = try #require(try json()["below"] as? [[String: Any]])
    #expect(below.first?["metric"] as? String == "meetings-per-workspace")
  }

  @Test func `a ratio by segment is split into rates and mix`() throws {
    try sandbox.replace(
      "formula: activation-rate / 100 * new-workspaces * meetings-per-workspace",
      "formula: activation-rate / new-workspaces", in: "metrics/weekly-hosted-meetings.yaml")
    let head = "period,value,known_on,source,segment\n"
    try sandbox.write(
      "readings/activation-rate.csv",
      head + "2026-W01,14,2026-01-10,w,\n2026-W01,6,2026-01-10,w,small\n2026-W01,8,2026-01-10,w,large\n"
        + "2026-W02,15,2026-01-11,w,\n2026-W02,6,2026-01-11,w,small\n2026-W02,9,2026-01-11,w,large\n")
    try sandbox.write(
      "readings/new-workspaces.csv",
      head + "2026-W01,100,2026-01-10,w,\n2026-W01,60,2026-01-10,w,small\n2026-W01,40,2026-01-10,w,large\n"
        + "2026-W02,100,2026-01-11,w,\n2026-W02,50,2026-01-11,w,small\n2026-W02,50,2026-01-11,w,large\n")
    let text = try explain().output
    #expect(text.contains("by segment: rates +0.002, mix +0.008"))
    #expect(text.contains("  large: rate -0.009, mix +0.0"))
  }

  /// Readings of two segments and the whole, before and after.
  private func writeSegments(_ metric: String, small: [Double], large: [Double], whole: [Double]) throws {
    var text = "period,value,known_on,source,segment\n"
    for (name, values) in [("", whole), ("small", small), ("large", large)] {
      for (place, value) in values.enumerated() {
        text += "2026-W0\(place + 1),\(value),2026-01-1\(place),w,\(name)\n"
      }
    }
    try sandbox.write("readings/\(metric).csv", text)
  }

  private func segments(_ arguments: String...) throws -> Outcome {
    try sandbox.northstar(["explain-change", "activation-rate", "--from", "2026-W01"] + arguments)
  }

  @Test func `a metric without a formula is split by segment`() throws {
    try sandbox.replace("aggregation: ratio", "aggregation: sum", in: "metrics/activation-rate.yaml")
    try writeSegments("activation-rate", small: [10, 12], large: [30, 27], whole: [41, 40])
    let text = try segments().output
    #expect(text.contains("activation-rate: 41 → 40") && text.contains("held by onboarding (ada)"))
    #expect(text.contains("small") && text.contains("10 → 12") && text.contains("large ◆"))
    #expect(text.contains("in no segment") == false)
    try writeSegments("activation-rate", small: [10, 12], large: [30, 27], whole: [41, 50])
    #expect(try segments().output.contains("in no segment"))
    #expect(try segments("--format", "svg").output.contains("Activation rate by segment"))
  }

  @Test func `a rate by segment takes weights`() throws {
    try writeSegments("activation-rate", small: [0.10, 0.12], large: [0.20, 0.18], whole: [0.14, 0.15])
    try writeSegments("new-workspaces", small: [60, 50], large: [40, 50], whole: [100, 100])
    #expect(try segments().errors.contains("not the sum of its segments"))
    #expect(try segments("--weights", "meetings-per-workspace").errors.contains("the weights were not measured"))
    let outcome = try segments("--weights", "new-workspaces", "--format", "json")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(abs(try #require(answer["mix"] as? Double) - 0.008) < 1e-12)
    #expect(abs(try #require(answer["unexplained"] as? Double)) < 1e-12)
    let rates = try #require(answer["segments"] as? [[String: Any]]).compactMap { $0["contribution"] as? Double }
    #expect(abs(rates.reduce(0, +) - 0.002) < 1e-12)
    #expect(try segments("--weights", "new-workspaces").output.contains("mix of segments"))
  }

  @Test func `segments that are not there are said so`() throws {
    #expect(try explain("--by-segment").errors.contains("was not measured by segment"))
    try writeSegments("activation-rate", small: [1], large: [2], whole: [3, 4])
    let outcome = try segments("--weights", "new-workspaces")
    #expect(outcome.status == 1 && outcome.errors.contains("no readings by segment of 'activation-rate' for 2026-W02"))
  }

  @Test(arguments: [40, 60, 80]) func `no row is wider than the terminal`(width: Int) throws {
    let outcome = try sandbox.northstar(
      ["explain-change", "weekly-hosted-meetings", "--from", "2026-W01"], width: width,
      variables: ["GIT_PAGER": "cat", "NO_COLOR": "1"], answers: [])
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= width }, "\(outcome.output)")
    #expect(outcome.output.contains("new-workspaces"))
  }

  @Test func `a history that can't be read is no lack of one`() throws {
    let tip = try sandbox.git("rev-parse", "HEAD")
    try FileManager.default.removeItem(
      atPath: "\(sandbox.path)/repo/.git/objects/\(tip.prefix(2))/\(tip.dropFirst(2))")
    let outcome = try explain()
    #expect(outcome.status == 128 && !outcome.text.contains("owners are taken from the current files"))
  }

  @Test func `the picture is SVG`() throws {
    let svg = try explain("--format", "svg").output
    #expect(svg.hasPrefix("<svg ") && svg.contains("Weekly hosted meetings, 2026-W01 to 2026-W02"))
  }

  @Test(arguments: [
    (["weekly-hosted-meeting", "--from", "2026-W01"], 128, "Did you mean 'weekly-hosted-meetings'"),
    (["support-load", "--from", "2026-W01", "--to", "2026-W02"], 1, "has no formula"),
    (["support-load", "--from", "2026-W01"], 1, "has no readings"),
    (["weekly-hosted-meetings", "--from", "yesterday"], 129, "is not a period"),
    (["weekly-hosted-meetings", "--from", "2026-01"], 129, "Name a week, as 2026-W05"),
    (["weekly-hosted-meetings", "--from", "2025-W50"], 1, "no reading of 'activation-rate' for 2025-W50"),
    (["weekly-hosted-meetings", "--from", "2025-W50"], 1, "was measured from 2026-W01 to 2026-W02"),
    (["weekly-hosted-meetings", "--from", "2026-W01", "--known-on", "noon"], 129, "is not a date"),
  ])
  func `what can't be answered says why`(arguments: [String], status: Int, message: String) throws {
    let outcome = try sandbox.northstar(["explain-change"] + arguments)
    #expect(Int(outcome.status) == status && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `formulas that say nothing are named`() throws {
    let formula = "activation-rate / 100 * new-workspaces * meetings-per-workspace"
    for (text, message) in [
      ("activation-rate *", "lacks a number or a metric"), ("nobody-knows * 2", "no metric 'nobody-knows'"),
      ("activation-rate / (new-workspaces - 1000)", "divides by something that is or became 0"),
    ] {
      try sandbox.replace("formula: \(formula)", "formula: \(text)", in: "metrics/weekly-hosted-meetings.yaml")
      let outcome = try explain()
      #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.errors)")
      try sandbox.replace("formula: \(text)", "formula: \(formula)", in: "metrics/weekly-hosted-meetings.yaml")
    }
  }

  @Test(arguments: [12, 13]) func `twelve factors are split, thirteen are too many`(count: Int) throws {
    let names = (1...count).map { "factor-\($0)" }
    let driver = try sandbox.text("metrics/onboarding-completion.yaml")
    for name in names {
      try sandbox.write("metrics/\(name).yaml", driver.replacing("id: onboarding-completion", with: "id: \(name)"))
      try write(name, [2, 3])
    }
    try sandbox.replace(
      "activation-rate / 100 * new-workspaces * meetings-per-workspace",
      "(" + names.dropLast().joined(separator: " * ") + " + 1) * " + (names.last ?? ""),
      in: "metrics/weekly-hosted-meetings.yaml")
    let outcome = try explain()
    #expect(outcome.status == (count == 12 ? 0 : 1))
    #expect(outcome.text.contains(count == 12 ? "split by Shapley, residual 0" : "at most 12 can be split"))
  }
}
