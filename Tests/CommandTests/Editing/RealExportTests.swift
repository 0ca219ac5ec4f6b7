import TestSupport
import Testing

@testable import northstar

/// Exports as real tools and offices write them.
@Suite struct RealExportTests {
  private let sandbox: Sandbox
  private let sheet = "readings/activation-rate.csv"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @discardableResult
  private func take(_ text: String, _ options: String...) throws -> Outcome {
    try take(Array(text.utf8), options)
  }

  @discardableResult
  private func take(_ bytes: [UInt8], _ options: [String]) throws -> Outcome {
    try sandbox.write("x.csv", bytes: bytes)
    let metric = options.contains { $0.hasPrefix("--map") } ? [] : ["--metric", "activation-rate"]
    return try sandbox.northstar(["measure", "import", "x.csv"] + metric + options)
  }

  /// The periods and values in the sheet.
  private func rows(_ sheet: String? = nil) throws -> [String] {
    try sandbox.text(sheet ?? self.sheet).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }
  }

  /// Tries an import that must leave everything as it was.
  private func refused(_ text: String, _ options: String...) throws -> Outcome {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try take(Array(text.utf8), options)
    #expect(outcome.status != 0, "\(outcome.text)")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    return outcome
  }

  @Test(arguments: [
    ("Week starting,v\n2026-01-05,7\n", "2026-W02 7"), ("week_commencing,v\n2026-01-05,7\n", "2026-W02 7"),
    ("period,v\nW02 2026,7\n", "2026-W02 7"), ("period,v\n2026W02,7\n", "2026-W02 7"),
    ("period,v\nWeek 2 2026,7\n", "2026-W02 7"), ("period,v\nKW 2 / 2026,7\n", "2026-W02 7"),
    ("period,v\n202602,7\n", "2026-W02 7"), ("Week ending,v\n2026-01-11,7\n", "2026-W02 7"),
    ("week,v\n2026-01-05,$7\n", "2026-W02 7"), ("week,v\n2026-01-05,7 €\n", "2026-W02 7"),
    ("week,v\n2026-01-05,1 234\n", "2026-W02 1234"), ("week,v\n2026-01-05,-1'234.5\n", "2026-W02 -1234.5"),
    ("Woche,Wert\n2026-01-05,7\n", "2026-W02 7"), ("semana,valor,nota\n5 enero 2026,7,x\n", "2026-W02 7"),
    ("week,Activation rate,note\n2026-01-05,7,x\n", "2026-W02 7"),
    ("week,activation_rate,note\n2026-01-05,7,x\n", "2026-W02 7"),
    ("week,v\n2026-01-05,7\n2026-01-12,n/a\n2026-01-12,-\n2026-01-12,–\n2026-01-12,\n", "2026-W02 7"),
  ])
  func aWeekIsReadHoweverItIsWritten(_ text: String, _ row: String) throws {
    _ = try sandbox.northstar("set", "activation-rate.definition.grain", "week")
    let outcome = try take(text)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == [row])
  }

  @Test(arguments: [
    ("month,v\nApril 2021,7\n", "2021-04 7"), ("month,v\nApr-2021,7\n", "2021-04 7"),
    ("month,v\n2021 abril,7\n", "2021-04 7"), ("month,v\nMärz 2021,7\n", "2021-03 7"),
    ("month,v\n04/2021,7\n", "2021-04 7"), ("month,v\n2021M04,7\n", "2021-04 7"), ("month,v\n202104,7\n", "2021-04 7"),
    ("date,v\n2021-04-30,7\n", "2021-04 7"), ("Month ending,v\n2021-04-30,7\n", "2021-04 7"),
    ("month,v\n2021-04-01,7\n", "2021-04 7"),
  ])
  func aMonthIsReadHoweverItIsWritten(_ text: String, _ row: String) throws {
    let outcome = try take(text, "--grain", "month")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == [row])
  }

  @Test(arguments: [
    "quarter,v\nQ1 2025,7\n2025 Q2,8\n", "quarter,v\nQ1/2025,7\n2025Q2,8\n", "date,v\n2025-03-31,7\n2025-06-30,8\n",
    "date,v\n2025-01,7\n2025-04,8\n", "date,v\nJanuary 2025,7\nApril 2025,8\n",
  ])
  func aQuarterIsReadHoweverItIsWritten(_ text: String) throws {
    let outcome = try take(text, "--grain", "quarter")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2025-Q1 7", "2025-Q2 8"])
  }

  @Test func theColumnsOfAChartMayBeNamedByMonths() throws {
    let outcome = try take("segment,Apr 2021,May 2021\nActivation rate,7,8\n", "--grain", "month")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2021-04 7", "2021-05 8"])
  }

  @Test(arguments: [
    ("month,v\nApr 21,7\n", "month", "the year in 'Apr 21' does not have four digits", "--short-years"),
    ("date,v\n2021-04-30,7\n2021-05-12,8\n", "month", "2021-05-12 is not the first day of a month", "--last-days"),
    ("date,v\n2026-01-11,7\n", "week", "2026-01-11 is not the first day of a week: that is 2026-01-05", "--last-days"),
    ("date,v\n2021-03,7\n", "quarter", "'2021-03' is a month, but the metric has quarters", ""),
    ("week ending,v\n2026-01-05,7\n", "week", "2026-01-05 is not the last day of a week: that is 2026-01-11", ""),
    ("date,v\n2021-04-01,€7\n2021-05-01,$8\n", "month", "'$8' is not in EUR", ""),
    ("month,v\n2021-04,7\nTotal,7\n", "month", "'Total' is a total, not a period", "--skip 'Total'"),
    ("month,v\n2021-04,7\nsee note,7\n", "month", "'see note' is not a period", "--skip-unreadable"),
    ("month,v\n2021-04,\"1.234,50 €\"\n", "month", "is a number only in the format european", "--numbers european"),
  ])
  func aDoubtIsSaidWithItsCure(_ text: String, _ grain: String, _ message: String, _ cure: String) throws {
    let outcome = try refused(text, "--grain", grain)
    #expect(outcome.errors.contains(message), "\(outcome.text)")
    #expect(cure.isEmpty || outcome.errors.contains(cure), "\(outcome.text)")
  }

  @Test func aWeekOrAMonthIsAskedAbout() throws {
    let outcome = try refused("period,v\n202602,7\n")
    #expect(outcome.errors.contains("'202602' could be a week or a month"), "\(outcome.text)")
    #expect(outcome.errors.contains("--grain week"), "\(outcome.text)")
  }

  @Test func whatLooksLikeMonthsMayBeYears() throws {
    let text = "year,v\n2009-10,7\n2010-11,8\n2011-12,9\n"
    let outcome = try refused(text, "--period-column", "year")
    #expect(outcome.errors.contains("'2009-10' looks like a month, but all could be years"), "\(outcome.text)")
    #expect(outcome.errors.contains("--grain month"), "\(outcome.text)")
    #expect(try take(text, "--period-column", "year", "--grain", "month").status == 0)
    #expect(try rows() == ["2009-10 7", "2010-11 8", "2011-12 9"])
  }

  @Test func yearsAreReadAsTheFiscalYearsOfTheStrategy() throws {
    let text = "year,v\n2009/10,7\n2010-11,8\n2011-2012,9\n"
    let split = try refused(text, "--grain", "year")
    #expect(split.errors.contains("'2009/10' spans two years, but fiscal years begin in January"), "\(split.text)")
    try sandbox.write(
      "northstar.yaml", sandbox.text("northstar.yaml") + "calendar: { fiscal_year_starts: 4 }\n")
    try sandbox.commit()
    let outcome = try take(text, "--grain", "year")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2010 7", "2011 8", "2012 9"])
    #expect(try take("FY2013,x\nyear,v\nFY 2013,10\n2014,11\n", "--period-column", "year").status == 0)
    #expect(try rows().suffix(2) == ["2013 10", "2014 11"])
  }

  @Test func numbersAreNotTakenForYears() throws {
    let outcome = try refused("Area,Visits\nBury,1999\nBolton,850\n", "--grain", "year")
    #expect(outcome.errors.contains("has no column of periods"), "\(outcome.text)")
    #expect(try refused("Area,In,Out\nBury,1999,2003\nBolton,850,9\n", "--grain", "year").errors.contains("no column"))
    #expect(try take("Area,2024,2025\nActivation rate,7,8\n", "--grain", "year").status == 0)
    #expect(try rows() == ["2024 7", "2025 8"])
  }

  @Test func aYearWithASlashIsNotAMonth() throws {
    #expect(try refused("period,v\n2009/10,7\n").errors.contains("all could be years"))
    #expect(try take("period,v\n2009/10,7\n", "--grain", "month").status == 0)
    #expect(try rows() == ["2009-10 7"])
  }

  @Test func aSingleMonthIsNotAYear() throws {
    #expect(try take("month,v\n2009-10,7\n").status == 0)
  }

  @Test func rowsThatCannotBeReadAreLeftOutAndListed() throws {
    let text = "week,v\n2026-W02,7\nsee note 3,\nTotal,7\n2026-W03,about 8\nSource: office,1\n"
    let outcome = try take(text, "--skip-unreadable")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2026-W02 7"])
    for line in ["x.csv:4: 'Total' is a total", "x.csv:5: 'about 8' is not a number", "x.csv:6: 'Source: office'"] {
      #expect(outcome.output.contains(line), "\(outcome.text)")
    }
    #expect(try sandbox.git("log", "-1", "--format=%B").contains("'about 8' is not a number"))
  }

  @Test func aDoubtIsNeverSkipped() throws {
    let outcome = try refused("week,v\n2026-W02,x\n2026-W03,32.566\n05/01/2026,1\n", "--skip-unreadable")
    #expect(outcome.errors.contains("--numbers plain") && outcome.errors.contains("--dates"), "\(outcome.text)")
  }

  @Test func nothingButUnreadableRowsIsAnError() throws {
    let outcome = try refused("week,v\nx,1\ny,2\n", "--skip-unreadable")
    #expect(outcome.errors.contains("x.csv:2: 'x' is not a period"), "\(outcome.text)")
  }

  @Test func rowsAreChosenByTheirCells() throws {
    let text =
      "week,area,kind,v\n2026-W02,Trafford,a,7\n2026-W02,Bury,a,8\n2026-W03,Trafford,b,9\n2026-W03,Trafford,a,1\n"
    let options = ["--value-column", "v", "--rows", "area=Trafford", "--rows", "kind=a"]
    let outcome = try take(Array(text.utf8), options)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2026-W02 7", "2026-W03 1"])
    #expect(outcome.output.contains("2 of other rows than asked for"), "\(outcome.text)")
    let unknown = try refused(text, "--value-column", "v", "--rows", "area=Bolton")
    #expect(unknown.errors.contains("no row of 'x.csv' has 'Bolton' in 'area'"), "\(unknown.text)")
    #expect(unknown.errors.contains("'Bury', 'Trafford'"), "\(unknown.text)")
    #expect(try refused(text, "--rows", "place=Bury", "--value-column", "v").errors.contains("has no column 'place'"))
    #expect(try refused(text, "--rows", "area", "--value-column", "v").errors.contains("<column>=<text>"))
  }

  @Test func twoRowsOfAPeriodAreToldApartByTheirColumns() throws {
    let outcome = try refused("week,v,Area\n2026-W02,7,Bury\n2026-W02,8,Trafford\n", "--value-column", "v")
    #expect(outcome.errors.contains("2026-W02 is listed twice, with another value in line 2"), "\(outcome.text)")
    #expect(outcome.errors.contains("The two rows differ in 'Area'"), "\(outcome.text)")
    #expect(
      outcome.errors.contains("--segment-column Area, or choose rows with --rows Area=Trafford"), "\(outcome.text)")
  }

  @Test func aColumnForEachMetricIsMapped() throws {
    let text = "Date,Active,New,Note\n2026-01-05,7,70,x\n2026-01-12,8,,y\n"
    let options = ["--map", "Active=activation-rate", "--map", "New=new-workspaces", "--grain", "week"]
    let outcome = try take(Array(text.utf8), options)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try rows() == ["2026-W02 7", "2026-W03 8"])
    #expect(try rows("readings/new-workspaces.csv") == ["2026-W02 70"])
    #expect(outcome.output.contains("1 without a value"), "\(outcome.text)")
    #expect(outcome.output.contains("Not read: 'Note'."), "\(outcome.text)")
    for (map, message) in [
      ("Active=activation", "activation"), ("Old=activation-rate", "has no column 'Old'"),
      ("Active", "<column>=<text>"),
    ] {
      #expect(try refused(text, "--map", map, "--grain", "week").errors.contains(message))
    }
  }

  @Test func anAssumedEncodingIsSaid() throws {
    let latin: [UInt8] = Array("week;v;note\n2026-W02;7;caf".utf8) + [0xE9, 0x0A]
    #expect(try take(latin, ["--value-column", "v"]).output.contains("Read as Windows-1252: it is not UTF-8."))
    let wide: [UInt8] = [0xFF, 0xFE] + Array("week\tv\n2026-W03\t8\n".utf8).flatMap { [$0, 0] as [UInt8] }
    #expect(try take(wide, []).output.contains("Read as UTF-16: it is not UTF-8."))
    #expect(try rows() == ["2026-W02 7", "2026-W03 8"])
  }

  @Test func aCorrectionOnTheSameDayIsTaken() throws {
    #expect(try take("week,v\n2026-W02,7\n").status == 0)
    let outcome = try take("week,v\n2026-W02,8\n")
    #expect(outcome.output.contains("2026-W02 was 7 and is now 8."), "\(outcome.text)")
    #expect(
      try sandbox.northstar("measure", "show", "activation-rate", "--format", "csv").output.contains("2026-W02,8"))
  }

  // MARK: Withdrawals and versions

  @Test func aWithdrawnReadingIsAGapAndStaysKnown() throws {
    try take("week,known_on,v\n2026-W02,2026-01-12,7\n2026-W03,2026-01-19,8\n")
    let call = ["measure", "withdraw", "activation-rate", "2026-W03"]
    #expect(try sandbox.northstar(call).errors.contains("--because"))
    let outcome = try sandbox.northstar(call + ["--because", "Counted test accounts"])
    #expect(outcome.output.contains("2026-W03 was 8 and is now withdrawn."), "\(outcome.text)")
    #expect(try rows().last == "2026-W03 withdrawn")
    let show = ["measure", "show", "activation-rate", "--format", "csv"]
    #expect(try !sandbox.northstar(show).output.contains("2026-W03"))
    #expect(try sandbox.northstar(show + ["--known-on", "2026-01-27"]).output.contains("2026-W03,8"))
    #expect(try sandbox.northstar("check").status == 0)
    let again = try sandbox.northstar(call + ["-m", "Again"])
    #expect(again.errors.contains("has no value of 2026-W03 that could be withdrawn"), "\(again.text)")
  }

  @Test func anImportDoesNotTakeAWithdrawnValueAgain() throws {
    try take("week,v\n2026-W02,7\n")
    _ = try sandbox.northstar("measure", "withdraw", "activation-rate", "2026-W02", "-m", "Wrong")
    let outcome = try take("week,v\n2026-W02,7\n")
    #expect(outcome.text.contains("Nothing to change") || outcome.text.contains("not taken again"), "\(outcome.text)")
    #expect(try rows() == ["2026-W02 7", "2026-W02 withdrawn"])
    #expect(try take("week,v\n2026-W02,7.5\n").status == 0)
    _ = try sandbox.northstar("measure", "withdraw", "activation-rate", "2026-W02", "-m", "Wrong too")
    #expect(try sandbox.northstar("measure", "add", "activation-rate", "2026-W02", "7.5").status == 0)
    #expect(try rows().last == "2026-W02 7.5")
  }

  @Test func everyVersionIsShownWithItsCommit() throws {
    try take("week,v\n2026-W02,7\n2026-W03,9\n")
    _ = try sandbox.northstar("measure", "add", "activation-rate", "2026-W02", "8", "-m", "Bots removed")
    _ = try sandbox.northstar("measure", "withdraw", "activation-rate", "2026-W02", "-m", "The query was wrong")
    let outcome = try sandbox.northstar("measure", "versions", "activation-rate", "2026-W02", "--format", "csv")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.dropFirst().map { $0[2] } == ["7", "8", "withdrawn"], "\(outcome.text)")
    #expect(lines.dropFirst().map { $0[8] } == ["", "Bots removed", "The query was wrong"], "\(outcome.text)")
    let heads = try sandbox.git("log", "-3", "--reverse", "--format=%H").split(separator: "\n")
    #expect(lines.dropFirst().map { $0[5] } == heads, "\(outcome.text)")
    let unknown = try sandbox.northstar("measure", "versions", "activation-rate", "2026-13")
    #expect(unknown.status != 0 && unknown.errors.contains("'2026-13'"), "\(unknown.text)")
  }

  // MARK: A commit for each day

  @Test func eachDayIsACommitOfThatDay() throws {
    let text = "week,known_on,v\n2026-W02,2026-01-12,7\n2026-W03,2026-01-19,8\n2026-W02,2026-01-19,7.5\n"
    let count = try commits()
    let early = try refused(text, "--commit-per-day")
    #expect(early.errors.contains("no commit can be dated 2026-01-12: the branch's last one is of"), "\(early.text)")
    let old = ["GIT_AUTHOR_DATE": "2026-01-05T10:00:00Z", "GIT_COMMITTER_DATE": "2026-01-05T10:00:00Z"]
    try sandbox.git(["commit", "-q", "--amend", "--allow-empty", "-m", "Begin"], variables: old)
    let outcome = try take(text, "--commit-per-day")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try commits() == count + 2)
    let show = ["measure", "show", "activation-rate", "--format", "csv", "--at"]
    let first = try sandbox.northstar(show + ["2026-01-13"]).output
    #expect(first.contains("2026-W02,7,") && !first.contains("2026-W03"), "\(first)")
    let second = try sandbox.northstar(show + ["2026-01-19"]).output
    #expect(second.contains("2026-W02,7.5,") && second.contains("2026-W03,8,"), "\(second)")
    #expect(try take(text, "--commit-per-day").text.contains("Nothing to change"))
    #expect(try commits() == count + 2)
  }

  private func commits() throws -> Int {
    try sandbox.git("rev-list", "--count", "HEAD").split(separator: "\n").first.flatMap { Int($0) } ?? 0
  }
}
