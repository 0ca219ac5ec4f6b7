import Diagnostics
import Rules
import StrategyModel
import Testing

/// How the rules about metrics classify names and definitions.
@Suite struct MetricTests {
  private let input = "metrics/new-workspaces.yaml"
  private let star = "metrics/weekly-hosted-meetings.yaml"

  @Test(arguments: [
    "Registered users", "Number of downloads", "Total page views", "Weekly logins", "Features shipped a quarter",
    "Workspaces created to date", "All-time workspaces", "The number of website visits in Europe",
  ])
  func aVanityShapeIsRecognised(_ name: String) {
    #expect(checked([(input, "name: New workspaces", "name: \(name)")]).names == ["vanity-metric"])
  }

  @Test(arguments: [
    "New workspaces", "Share of downloads that are opened", "Login success rate", "Teams that ship features every week",
    "Meetings after a first visit", "Orders per returning customer", "Sessions with a decision", "Todate",
    "Customer lifetime value", "Downloaders who host",
  ])
  func aNameOfValueIsLeftAlone(_ name: String) {
    #expect(checked([(input, "name: New workspaces", "name: \(name)")]).names == [])
  }

  @Test func driversMayCountActivity() {
    #expect(
      checked([("metrics/onboarding-completion.yaml", "name: Onboarding completion", "name: Logins")]).names == [])
  }

  @Test(arguments: [("bookings", false), ("EUR", true), ("US dollars", true), ("€", true), ("thousand euro", true)])
  func bookingsAreRevenueWhenMoneyIsCounted(_ unit: String, _ isRevenue: Bool) {
    let found = checked([
      (star, "name: Weekly hosted meetings", "name: Bookings per traveller"), (star, "unit: meetings", "unit: \(unit)"),
    ])
    #expect(found.names.contains("revenue-as-north-star") == isRevenue)
  }

  @Test(arguments: ["MRR", "Gross profit", "Monthly recurring revenue", "Total GMV"])
  func aBusinessResultIsRecognised(_ name: String) {
    let found = checked([(star, "name: Weekly hosted meetings", "name: \(name)")])
    #expect(found.names == ["revenue-as-north-star"])
  }

  @Test func everyPartThatADefinitionLacksIsNamed() throws {
    let found = checked([
      (input, "  excludes: Workspaces made by our own staff\n  window: calendar week\n  aggregation: distinct\n", "")
    ])
    #expect(found.map(\.message) == ["the definition of 'new-workspaces' lacks 'excludes', 'window' and 'aggregation'"])
  }

  @Test func aResultWithoutAnythingLeadingToItIsOneFaultOfTheNorthStar() {
    let found = checked([(star, "- metric: recurring-revenue", "- metric: meeting-satisfaction")])
    #expect(found.names == ["north-star-leads-nothing"])
  }

  @Test func aSecondResultThatNothingLeadsToIsAZombie() {
    let profit = """
      kind: metric
      id: profit
      name: Profit
      role: result
      lifecycle: active
      definition: { counts: What is left of the fees, source: ledger }
      direction: increase
      """
    #expect(checked(Example("metrics/profit.yaml", profit)).names == ["zombie-metric"])
    #expect(
      checked(Example("metrics/profit.yaml", profit.replacing("lifecycle: active", with: "lifecycle: draft"))).names
        == [])
  }

  @Test func anInputWithoutADimensionLeavesOpenWhatIsCovered() {
    let found = checked([("metrics/new-workspaces.yaml", "dimension: breadth\n", "")])
    #expect(found.names == ["input-without-dimension"])
  }

  /// A value can be corrected on its day; later, another value for that day would change what everybody was told.
  @Test func aValueIsNotPutRightForADayThatIsOver() {
    let sheet =
      "period,value,known_on,source,segment\n2026-W03,9.5,2026-01-19,desk,\n2026-W04,9.6,2026-01-26,desk,\n"
      + "2026-W03,9.7,2026-01-19,desk,\n"
    let found = checked(Example("readings/support-load.csv", sheet))
    #expect(found.map(\.ruleName).sorted() == ["duplicate-reading", "reading-out-of-order"])
    #expect(found.contains { $0.message == "2026-W03 gets another value for 2026-01-19, but a later one is known" })
  }
}
