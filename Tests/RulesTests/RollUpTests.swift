import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

/// What the roll-up is checked for, and where a fault elsewhere explains it.
@Suite struct RollUpTests {
  private let okrs = "okrs/2026-q1/onboarding.yaml"
  private let driver = "metrics/onboarding-completion.yaml"

  @Test func closedCyclesAreHistory() {
    let faults = [
      (okrs, "input: activation-rate", "input: weekly-hosted-meetings"),
      (okrs, "metric: onboarding-completion", "metric: recurring-revenue"),
    ]
    let rollUp: Set = ["objective-at-north-star", "key-result-off-path", "retired-metric-in-use"]
    #expect(checked(faults).names.contains("objective-at-north-star"))
    let closed = checked(faults + [("cycles/2026-q1.yaml", "state: active", "state: closed")])
    #expect(closed.names.filter(rollUp.contains) == [])
  }

  @Test func aDraftCycleMayCountOnDraftMetrics() {
    let draft = [(driver, "lifecycle: active", "lifecycle: draft")]
    #expect(checked(draft).names.contains("retired-metric-in-use"))
    let planned = checked(draft + [("cycles/2026-q1.yaml", "state: active", "state: draft")])
    #expect(!planned.names.contains("retired-metric-in-use"))
  }

  @Test func aKeyResultReachesItsInputOverSeveralDrivers() {
    let found = checked(Example([middle("activation-rate")], replacing: [(driver, edge, "- metric: tour-starts")]))
    #expect(found.names == [])
  }

  @Test func theWayIsPrintedAsFarAsItGoes() throws {
    let found = checked(Example([middle("recurring-revenue")], replacing: [(driver, edge, "- metric: tour-starts")]))
    let fault = try #require(found.first { $0.ruleName == "key-result-off-path" })
    #expect(fault.message == "'onboarding-completion' does not lead to 'activation-rate'")
    #expect(fault.notes.map(\.message) == ["onboarding-completion → tour-starts → recurring-revenue → stops here"])
    #expect(fault.notes.first?.location?.path == "metrics/recurring-revenue.yaml")
  }

  @Test func anUnknownMetricOnTheWayIsTheOnlyFault() {
    #expect(checked([(driver, edge, "- metric: tour-starts")]).names == ["unknown-reference"])
  }

  @Test func aDamagedFileOnTheWayIsTheOnlyFault() {
    let found = checked([(driver, "drives:", "drives")])
    #expect(Set(found.names) == ["invalid-syntax"])
  }

  @Test func aRetiredMetricOnTheWayIsReportedAtItsEdge() {
    let retired = middle("activation-rate").1.replacing("lifecycle: active", with: "lifecycle: retired")
    let found = checked(
      Example([("metrics/tour-starts.yaml", retired)], replacing: [(driver, edge, "- metric: tour-starts")]))
    #expect(Set(found.names) == ["edge-to-retired"])
  }

  @Test func aCircleIsReportedOnceAndExplainsWhatLiesBelow() throws {
    let found = checked(
      Example([middle("onboarding-completion")], replacing: [(driver, edge, "- metric: tour-starts")]))
    #expect(found.names.filter { $0 != "zombie-metric" } == ["circular-drivers"])
    let notes = try #require(found.first { $0.ruleName == "circular-drivers" }).notes
    #expect(notes.first?.message == "onboarding-completion → tour-starts → onboarding-completion")
  }

  @Test func aLongChainIsWalkedWithoutRecursion() {
    var files = SmallStrategy.files
    let count = 20_000
    for step in 0..<count {
      let target = step == count - 1 ? "step-0" : "step-\(step + 1)"
      files["metrics/step-\(step).yaml"] =
        middle(target).1.replacing("id: tour-starts", with: "id: step-\(step)") + "\n"
    }
    let loaded = files.map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) }
    let found = Check(Strategy(folder: "", files: loaded), today: SmallStrategy.today).diagnostics
    #expect(found.count { $0.ruleName == "circular-drivers" } == 1)
  }

  @Test func eachCircleOfTeamsIsReportedOnce() {
    let found = checked([
      ("teams/growth.yaml", "name: Growth", "name: Growth\nmerged_into: onboarding"),
      ("teams/onboarding.yaml", "name: Onboarding", "name: Onboarding\nmerged_into: growth"),
    ])
    #expect(found.count { $0.ruleName == "circular-teams" } == 1)
  }

  @Test(arguments: [
    ("'new-workspaces + × 2'", "×"), ("\"new-workspaces + × 2\"", "×"), ("new-workspaces + × 2", "×"),
    ("|-\n  new-workspaces + × 2", "|-\n  new-workspaces + × 2"),
  ])
  func aFormulasFaultIsShownAtItsPlaceHoweverItIsQuoted(_ written: String, _ shown: String) throws {
    let path = "metrics/weekly-hosted-meetings.yaml"
    let text = (SmallStrategy.files[path] ?? "").replacing(
      "activation-rate / 100 * new-workspaces * meetings-per-workspace", with: written)
    let fault = try #require(
      checked(adding: path, Array(text.utf8)).first { $0.ruleName == "formula-syntax" })
    let place = fault.location.range.indices
    #expect(String(decoding: Array(text.utf8)[place], as: UTF8.self) == shown)
  }

  private let edge = "- metric: activation-rate"

  /// A driver between 'onboarding-completion' and another metric.
  private func middle(_ target: String) -> (String, String) {
    let text = (SmallStrategy.files[driver] ?? "")
      .replacing("id: onboarding-completion", with: "id: tour-starts").replacing(edge, with: "- metric: \(target)")
    return ("metrics/tour-starts.yaml", text.trimmingLineEnd)
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
