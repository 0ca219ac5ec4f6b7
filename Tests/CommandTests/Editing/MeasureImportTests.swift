import TestSupport
import Testing

@testable import northstar

@Suite struct MeasureImportTests {
  private let sandbox: Sandbox
  private let sheet = "readings/activation-rate.csv"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.write(sheet, "period,value,known_on,source,segment\n2026-W01,32713,2026-01-05,warehouse,\n")
    try sandbox.commit()
  }

  private func take(_ text: String, _ options: String...) throws -> Outcome {
    try sandbox.write("x.csv", text)
    return try sandbox.northstar(["measure", "import", "x.csv", "--metric", "activation-rate"] + options)
  }

  @Test(arguments: [
    ("week,value\n2026-W02,11,2\n", "x.csv:2: this row has 3 cells, but the header has 2"),
    ("week,value,\n2026-W02,11,2\n", "x.csv:2: this row has 3 cells, but the header has 2"),
    ("week,value,note\n2026-W02,11\n", "x.csv:2: this row has 2 cells, but the header has 3"),
    ("week,value\n05/01/2026,11\n", "with --dates dmy or --dates mdy"),
    ("week,value\n13/01/2026,11\n", "with --dates dmy."),
    ("week,value\n5/1/26,11\n", "the year in '5/1/26' does not have four digits"),
    ("week,value\n0026-01-05,11\n", "'0026-01-05' is before 1900"),
    ("week,value\n2026-01-05 - 2026-01-25,11\n", "'2026-01-05 - 2026-01-25' is not a period"),
    ("week,value\n2026-01-05T00:00:00+05:00,11\n", "begins a day in another time zone than 'Europe/Berlin'"),
    ("week,value\nTotal,11\n", "skip such rows with --skip 'Total'"),
    ("week,segment,value\n2026-W02,Total,11\n", "--whole 'Total'"),
    ("week,value\n2026-W02,32.566\n", "'32.566' could be 32.566 or 32566"),
    ("week,value\n2026-W02,\"1,234\"\n", "with --numbers english or --numbers european"),
    ("week,value\n2026-W02,11 %\n2026-W03,11\n", "some values have a percent sign and others do not"),
    ("week,value\n2026-W02,1\n2026-W02,2\n", "x.csv:3: 2026-W02 is listed twice, with another value in line 2"),
  ])
  func whatMayBeReadTwoWaysIsNotGuessed(text: String, message: String) throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try take(text)
    #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.text)")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func allFaultsComeAtOnceWithTheirCures() throws {
    let rows = (1...30).map { "2026-W0\($0 % 9 + 1),x\($0)\n" }.joined()
    let outcome = try take("week;value\n\(rows)05.01.2026;7\n2026-W02;1.234,5\nSumme;5\n")
    for cure in ["--dates", "--numbers european", "--skip 'Summe'"] {
      #expect(outcome.errors.contains(cure), "\(outcome.text)")
    }
    #expect(outcome.errors.contains("and 10 more"), "\(outcome.text)")
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let outcome = try take(
      "week,value,note\n2026-W02,5,a\n2026-W02,5,b\n2026-W03,n/a,\n2026-W04,,\n,,\n2026-W05,7,\n2026-W06,8,\nTotal,5,\n",
      "--skip", "Total")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      outcome.output.contains(
        "Left out: 3 without a value, 2 of unfinished periods (2026-W05, 2026-W06), 1 listed twice, 1 skipped as asked."
      ), "\(outcome.text)")
    #expect(outcome.output.contains("Not read: 'note'."), "\(outcome.text)")
  }

  @Test func metricsHaveTheirOwnGrains() throws {
    try sandbox.write(
      "x.csv", "metric,date,value\nactivation-rate,2026-01-12,7\nnew-workspaces,2025-12-01,9\nnew,2026-01-12,1\n")
    let refused = try sandbox.northstar("measure", "import", "x.csv", "--metric-column", "metric", "--grain", "month")
    #expect(refused.errors.contains("x.csv:4: there is no metric 'new'"), "\(refused.text)")
    let outcome = try sandbox.northstar(
      "measure", "import", "x.csv", "--metric-column", "metric", "--grain", "month", "--skip", "new")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(sheet).hasSuffix("2026-W03,7,2026-01-28,x.csv,\n"))
    #expect(try sandbox.text("readings/new-workspaces.csv").hasSuffix("2025-12,9,2026-01-28,x.csv,\n"))
  }

  @Test func aMomentFallsOnTheDayOfTheStrategy() throws {
    let rows = "2026-W03,41,2026-01-28,x.csv,\n2026-W04,42,2026-01-28,x.csv,\n"
    for text in [
      "2026-01-11T23:00:00.000Z,41\n2026-01-18T23:00:00.000Z,42\n", "2026-01-12 00:00,41\n2026-01-19 00:00,42\n",
    ] {
      let outcome = try take("time,value\n" + text)
      #expect(outcome.status == 0, "\(outcome.text)")
      #expect(try sandbox.text(sheet).hasSuffix(rows))
      try sandbox.git("reset", "-q", "--hard", "HEAD~1")
    }
  }

  @Test(arguments: [
    ("2026-01-12T00:00:00+01:00,41\n2026-01-19 00:00,42\n", "x.csv:3: '2026-01-19 00:00' has no time zone"),
    ("2026-01-12 00:00,41\n2026-01-18T23:00:00Z,42\n", "x.csv:2: '2026-01-12 00:00' has no time zone"),
    ("2026-01-12,41\n2026-01-18T23:00:00Z,42\n", "x.csv:3: '2026-01-18T23:00:00Z' is another day in 'Europe/Berlin'"),
    (
      "2026-01-12T00:30:00+01:00,41\n2026-01-18T23:00:00Z,42\n",
      "x.csv:3: '2026-01-18T23:00:00Z' is another day in 'Europe/Berlin'"
    ),
  ])
  func aColumnOfSeveralZonesIsRefused(_ rows: String, _ message: String) throws {
    let outcome = try take("time,value\n" + rows)
    #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.text)")
    #expect(outcome.errors.contains("with --written-days"), "\(outcome.text)")
    let known = try take(
      "period,known,value\n" + rows.replacing("2026", with: "2025-W40,2026"), "--known-on-column", "known")
    #expect(known.errors.contains(message), "\(known.text)")
  }

  @Test func daysAreTakenAsWrittenOnRequest() throws {
    let outcome = try take("time,value\n2026-01-12T00:00:00Z,41\n2026-01-19 00:00,42\n", "--written-days")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(sheet).hasSuffix("2026-W03,41,2026-01-28,x.csv,\n2026-W04,42,2026-01-28,x.csv,\n"))
  }

  /// The clocks of one zone go forward in spring.
  @Test func summerTimeIsNoOtherZone() throws {
    let rows = "2025-10-20T00:00:00+02:00,41\n2025-10-27T00:00:00+01:00,42\n2025-11-03,43\n"
    let outcome = try take("time,value\n" + rows)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func textOfAnUnknownEncodingIsAskedAbout() throws {
    let bytes: [UInt8] = Array("week;group;value\n2026-W02;Caf".utf8) + [0xE9] + Array(";7\n".utf8)
    try sandbox.write("x.csv", bytes: bytes)
    let call = ["measure", "import", "x.csv", "--metric", "activation-rate"]
    #expect(try sandbox.northstar(call).errors.contains("with --encoding windows-1252"))
    #expect(try sandbox.northstar(call + ["--encoding", "windows-1252"]).status == 0)
    #expect(try sandbox.text(sheet).hasSuffix("2026-W02,7,2026-01-28,x.csv,Café\n"))
  }
}
