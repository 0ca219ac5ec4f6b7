import Foundation
import Presentation
import TestSupport
import Testing

@testable import northstar

@Suite struct MeasureCommandTests {
  private let sandbox: Sandbox
  private let sheet = "readings/activation-rate.csv"
  private let rows = """
    period,value,known_on,source,segment
    2026-W01,34.1,2026-01-05,warehouse,
    2026-W02,34.4,2026-01-12,warehouse,
    2026-W03,34.9,2026-01-19,warehouse,

    """

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(sheet, rows)
    try sandbox.commit()
  }

  private func head() throws -> String { try sandbox.git("rev-parse", "HEAD") }

  @Test func aReadingIsOneRowMoreAndOneCommit() throws {
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", "last", "35.2")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(sheet) == rows + "2026-W04,35.2,2026-01-28,by hand,\n")
    #expect(try sandbox.git("log", "-1", "--format=%s") == "activation-rate: 35.2 in 2026-W04")
    #expect(try sandbox.git("show", "--format=", "--numstat") == "1\t0\t\(sheet)")
  }

  @Test func aCorrectionKeepsTheOldValueAndSaysSo() throws {
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", "2026-W02", "34.0", "--source", "audit")
    #expect(outcome.output.contains("2026-W02 was 34.4 and is now 34.0."), "\(outcome.text)")
    #expect(try sandbox.text(sheet).hasPrefix(rows))
    let now = try sandbox.northstar("measure", "show", "activation-rate", "--format", "csv").output
    #expect(now.contains("2026-W02,34,"))
    let then = try sandbox.northstar(
      "measure", "show", "activation-rate", "--format", "csv", "--known-on", "2026-01-20")
    #expect(then.output.contains("2026-W02,34.4,"))
  }

  @Test func whatIsKnownAlreadyChangesNothing() throws {
    let before = try head()
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", "2026-W02", "34.40")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Nothing to change."))
    #expect(try head() == before)
  }

  @Test(arguments: [
    ("2026-W04", "34,5", "'34,5' is not a number"), ("2026-W04", "nan", "'nan' is not a number"),
    ("2026-W04", "inf", "'inf' is not a number"), ("2026-W04", "1e999", "'1e999' is not a number"),
    ("2026-W54", "34", "'2026-W54' is not in this strategy's calendar"), ("2026-01", "34", "'2026-01' is a month"),
    ("2026-W06", "34", "had not begun on 2026-01-28"), ("", "34", "'' is not a period"),
  ])
  func badInputIsNamedAndNothingIsWritten(period: String, value: String, message: String) throws {
    let before = try head()
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", period, value)
    #expect(outcome.status != 0)
    #expect(outcome.text.contains(message), "\(outcome.text)")
    #expect(try head() == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func nothingIsAddedBehindAQuoteThatIsNeverClosed() throws {
    try sandbox.write(sheet, rows + "2026-W04,35,2026-01-26,\"ware")
    try sandbox.commit()
    let before = try head()
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", "2026-W04", "35.2")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("rows after the last one of '\(sheet)' could not be read"), "\(outcome.text)")
    #expect(try head() == before)
  }

  @Test func anErrorComesAfterWhatCouldNotBeRead() throws {
    try sandbox.write(sheet, rows + "2026-W04,1e999,2026-01-26,warehouse,\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rat")
    #expect(outcome.status == 128)
    let note = try #require(outcome.errors.firstRange(of: "note: \(sheet) cannot be read in full"), "\(outcome.text)")
    let error = try #require(outcome.errors.firstRange(of: "northstar: there is no metric"), "\(outcome.text)")
    #expect(note.lowerBound < error.lowerBound)
  }

  @Test func showSaysThatSomeCannotBeRead() throws {
    try sandbox.write(sheet, rows + "2026-W04,1e999,2026-01-26,warehouse,\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rate")
    #expect(outcome.status == 0 && outcome.output.contains("34.9 in 2026-W03"), "\(outcome.text)")
    #expect(outcome.errors == "note: \(sheet) cannot be read in full: 1 row left out\n")
  }

  @Test func theFirstReadingMakesTheFile() throws {
    let outcome = try sandbox.northstar(
      "measure", "add", "new-workspaces", "2026-W04", "1210", "--known-on", "2026-01-26")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("readings/new-workspaces.csv")
        == "period,value,known_on,source,segment\n2026-W04,1210,2026-01-26,by hand,\n")
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func aSlipIsPutRightOnItsDay() throws {
    for value in ["350", "35", "350", "35.1"] {
      #expect(try sandbox.northstar("measure", "add", "activation-rate", "2026-W04", value).status == 0)
    }
    let rows = try sandbox.northstar("measure", "show", "activation-rate", "--format", "csv").output
    #expect(rows.contains("2026-W04,35.1,"), "\(rows)")
    #expect(
      try sandbox.text(sheet).hasSuffix(
        "2026-W04,35,2026-01-28,by hand,\n2026-W04,350,2026-01-28,by hand,\n2026-W04,35.1,2026-01-28,by hand,\n"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func aDayNamesThePeriodThatItIsIn() throws {
    let outcome = try sandbox.northstar("measure", "add", "activation-rate", "2026-01-16", "35")
    #expect(outcome.errors.contains("Write '2026-W03' for the week that contains it."), "\(outcome.text)")
    let last = try sandbox.northstar("measure", "add", "new-workspaces", "last", "35")
    #expect(last.errors.contains("northstar set new-workspaces.definition.grain week"), "\(last.text)")
  }

  @Test func aChartExportIsTakenInAsAWhole() throws {
    try sandbox.write(
      "chart.csv",
      """
      "Activation, all teams"

      "","2026-01-12","2026-01-19","2026-01-26"
      "All Users","34.4","35","99"
      "free","20","21","22"
      """)
    let before = try head()
    let preview = try sandbox.northstar(
      "measure", "import", "chart.csv", "--metric", "activation-rate", "--tool", "amplitude", "--dry-run")
    #expect(preview.output.contains("+2026-W04,35,2026-01-28,amplitude,"), "\(preview.text)")
    #expect(try head() == before)
    let outcome = try sandbox.northstar(
      "measure", "import", "chart.csv", "--metric", "activation-rate", "--tool", "amplitude")
    #expect(outcome.output.contains("activation-rate: 3 new values (2026-W03 to 2026-W04), 1 correction."))
    #expect(outcome.output.contains("2026-W03 was 34.9 and is now 34.4."))
    #expect(
      try sandbox.text(sheet).hasSuffix("2026-W04,35,2026-01-28,amplitude,\n2026-W04,21,2026-01-28,amplitude,free\n"))
  }

  @Test func oneRowThatCannotBeTakenStopsTheImport() throws {
    try sandbox.write("x.csv", "week,value\n2026-01-19,35\n2026-01-20,36\n2026-01-12,\"34,4\"\n")
    let before = try head()
    let outcome = try sandbox.northstar("measure", "import", "x.csv", "--metric", "activation-rate")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("2 values cannot be imported, so nothing was"))
    #expect(outcome.errors.contains("x.csv:3: 2026-01-20 is not the first day of a week: that is 2026-01-19"))
    #expect(outcome.errors.contains("x.csv:4: '34,4' is a number only in the format european"))
    #expect(outcome.errors.contains("help: Give the number format with --numbers european."))
    #expect(try head() == before)
  }

  @Test func severalMetricsComeInOneCommit() throws {
    try sandbox.write(
      "all.csv",
      """
      kpi;wk;wert
      activation-rate;05.01.2026;34,1
      activation-rate;19.01.2026;35,5
      new-workspaces;19.01.2026;1.210
      """)
    let outcome = try sandbox.northstar(
      "measure", "import", "all.csv", "--metric-column", "kpi", "--period-column", "wk", "--grain", "week",
      "--numbers", "european", "--dates", "dmy", "--source", "controlling")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.git("show", "--format=", "--name-only") == "\(sheet)\nreadings/new-workspaces.csv")
    #expect(try sandbox.text("readings/new-workspaces.csv").hasSuffix("2026-W04,1210,2026-01-28,controlling,\n"))
    #expect(outcome.output.contains("activation-rate: 1 new value (2026-W02 to 2026-W04), 1 correction."))
  }

  @Test(arguments: [
    ("", "it is empty"), ("a,b\n1,2\n", "has no column of periods"),
    ("date,x,y\n2026-01-19,1,2\n", "has several columns that may be the value"),
    ("date,\"value\n2026-01-19,1\n", "a quote in line 1 is never closed"),
    ("date,value,Value\n2026-01-19,1,2\n", "has several columns named 'value'"),
    ("week,date,value\n2026-W04,2026-01-19,2\n", "has several columns that may be the period"),
    ("week,value\n2026-W03,\"4\"1\n", "there is text after a closing quote in line 2"),
    ("week,value\n2026-W03,4\r2026-W04,5\n", "line 2 contains a carriage return"),
    ("PK\u{3}\u{4}", "it is a spreadsheet program's own file"),
    (String(repeating: "date,", count: 1_000_000), "line 1 has more than 10000 columns"),
  ])
  func whatIsNoTableOfReadingsIsSaid(text: String, message: String) throws {
    try sandbox.write("x.csv", text)
    let outcome = try sandbox.northstar("measure", "import", "x.csv", "--metric", "activation-rate")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [".", "readings"])
  func aFolderIsNoExport(_ folder: String) throws {
    let outcome = try sandbox.northstar("measure", "import", folder, "--metric", "activation-rate")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("cannot read '\(folder)': it is not a readable file"), "\(outcome.errors)")
  }

  @Test func showTellsChangesAndSignals() throws {
    let values = [50, 52, 49, 51, 53, 50, 48, 52, 51, 49, 60]
    let lines = values.enumerated().map { "2025-W\(40 + $0.offset),\($0.element),2026-01-05,warehouse," }
    try sandbox.write(sheet, "period,value,known_on,source,segment\n" + lines.joined(separator: "\n") + "\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rate")
    #expect(outcome.output.contains("60 in 2025-W50, +11 (+22.4 %) on the week before"), "\(outcome.text)")
    #expect(outcome.output.contains("limits 44.293 to 56.707, mean 50.5; 1 signal"), "\(outcome.text)")
    #expect(
      outcome.output.split(separator: "\n").contains { $0.hasPrefix("2025-W50") && $0.hasSuffix("above the limits") })
  }

  @Test func showDrawsTheValuesAsALine() throws {
    try sandbox.write(sheet, rows + "2026-W05,35.4,2026-01-28,warehouse,\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rate")
    #expect(outcome.output.split(separator: "\n")[1] == "2026-W01 ▁▃▅ █ 2026-W05", "\(outcome.text)")
    let short = try sandbox.northstar("measure", "show", "activation-rate", "--last", "1")
    #expect(!short.output.contains("▁") && !short.output.contains("█"), "\(short.text)")
    for format in ["csv", "json"] {
      #expect(try !sandbox.northstar("measure", "show", "activation-rate", "--format", format).output.contains("▅"))
    }
  }

  @Test func aChangeThatIsNoNumberHasNoSign() throws {
    try sandbox.write(sheet, rows + "2026-W04,-1e308,2026-01-26,w,\n2026-W05,1e308,2026-01-28,w,\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rate")
    #expect(outcome.output.contains("1e+308 in 2026-W05, – on the week before"), "\(outcome.text)")
  }

  @Test func daysAreComparedWithTheDayAWeekBefore() throws {
    let lines = (1...9).map { "2026-01-0\($0),\(100 + $0),2026-01-10,warehouse," }
    try sandbox.write(sheet, "period,value,known_on,source,segment\n" + lines.joined(separator: "\n") + "\n")
    let outcome = try sandbox.northstar("measure", "show", "activation-rate")
    #expect(
      outcome.output.contains("109 in 2026-01-09, +1 (+0.9 %) on the day before, +7 (+6.9 %) on the week before"),
      "\(outcome.text)")
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func aNumberThatIsNoneIsNullForPrograms(_ value: Double) throws {
    #expect(try encodeJSON(["value": .number(value)] as JSONValue) == "{\n  \"value\" : null\n}\n")
  }

  @Test func anUnmeasuredMetricIsNoError() throws {
    let outcome = try sandbox.northstar("measure", "show", "new-workspaces")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("'new-workspaces' has not been measured yet"))
    let unknown = try sandbox.northstar("measure", "show", "activation-rat")
    #expect(unknown.errors.contains("Did you mean 'activation-rate'?"))
  }

  @Test func theTableOfAllMetricsIsReadByPrograms() throws {
    let outcome = try sandbox.northstar("measure", "show", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let rows = try #require(document["rows"] as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows[0]["value"] as? Double == 34.9 && rows[0]["period"] as? String == "2026-W03")
    #expect(try abs(#require(rows[0]["change"] as? Double) - 0.5) < 1e-9)
    #expect(rows[0]["ofTarget"] is NSNull && rows[0]["knownOn"] as? String == "2026-01-19")
    #expect(try sandbox.northstar("measure", "show").output.contains("+1.5 %"))
    let header = try sandbox.northstar("measure", "show", "--format", "csv").output.prefix { $0 != "\n" }
    #expect(header == "metric,role,period,value,change,on_month,target,of_target,signal,known_on")
  }
}
