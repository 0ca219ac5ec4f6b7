import Foundation
import TestSupport
import Testing

@testable import northstar

/// `measure pull` against real databases: PostgreSQL, SQLite, and a command of the user's.
@Suite struct MeasurePullTests {
  private let sandbox: Sandbox
  private let sheet = "readings/activation-rate.csv"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try ask("select period, value from hosts where week >= :from and week < :to order by week")
  }

  /// Writes this query into the metric, in a commit.
  private func ask(_ query: String) throws {
    let path = "metrics/activation-rate.yaml"
    let metric = try sandbox.text(path).split(separator: "readings:\n")[0]
    let indented = query.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    try sandbox.write(path, metric + "readings:\n  from: warehouse\n  query: |\n\(indented.joined(separator: "\n"))\n")
    let grain = try sandbox.text(path)
    if !grain.contains("grain:") {
      try sandbox.write(
        path, grain.replacing("  window: calendar week", with: "  window: calendar week\n  grain: week"))
    }
    try sandbox.commit()
  }

  private func configure(_ values: [String: String]) throws {
    for (key, value) in values { try sandbox.git("config", "--global", "northstar.source.warehouse.\(key)", value) }
  }

  private func configurePostgres() throws -> PostgresServer {
    let server = try PostgresServer()
    try configure(["preset": "psql", "database": server.database])
    return server
  }

  private func refused(_ message: String, _ source: SourceLocation = #_sourceLocation) throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar("measure", "pull")
    #expect(outcome.status != 0, sourceLocation: source)
    #expect(outcome.errors.contains(message), "\(outcome.text)", sourceLocation: source)
    #expect(outcome.errors.contains("nothing was written"), "\(outcome.text)", sourceLocation: source)
    #expect(try sandbox.git("rev-parse", "HEAD") == before, sourceLocation: source)
    #expect(try sandbox.git("status", "--porcelain") == "", sourceLocation: source)
  }

  @Test(.enabled(if: PostgresServer.programs != nil, "PostgreSQL is not installed"))
  func whatPostgreSQLSaysBecomesReadings() throws {
    let server = try configurePostgres()
    try server.sql(
      """
      create table weeks (week date, value numeric);
      insert into weeks values ('2025-12-29', 33.5), ('2026-01-05', 34.0), ('2026-01-12', 34.25), ('2026-01-19', 35.1),
        ('2026-01-26', 1.0);
      """)
    try ask("select week::date as period, value from weeks\nwhere week >= :from and week < :to order by week")
    let outcome = try sandbox.northstar("measure", "pull")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text(sheet) == """
        period,value,known_on,source,segment
        2026-W01,33.5,2026-01-28,warehouse,
        2026-W02,34.0,2026-01-28,warehouse,
        2026-W03,34.25,2026-01-28,warehouse,
        2026-W04,35.1,2026-01-28,warehouse,

        """)
    #expect(try sandbox.northstar("measure", "pull").output == "Nothing to change.\n")
    try server.sql("update weeks set value = 34.5 where week = '2026-01-12'")
    let corrected = try sandbox.northstar("measure", "pull", today: "2026-01-29")
    #expect(corrected.output.contains("2026-W03 was 34.25 and is now 34.5."), "\(corrected.text)")
  }

  @Test(.enabled(if: PostgresServer.programs != nil, "PostgreSQL is not installed"))
  func aQueryThatWritesIsRefusedByTheServer() throws {
    let server = try configurePostgres()
    try server.sql("create table treasure (value int); insert into treasure values (1)")
    try ask("with gone as (delete from treasure returning value) select '2026-W04' as period, value from gone")
    try refused("in a read-only transaction")
    try ask(
      "select '2026-W04' as period, set_config('transaction_read_only', 'off', false) as value")
    try refused("transaction read-write mode")
    #expect(try server.sql("select count(*) from treasure") == "1\n")
  }

  @Test(.enabled(if: PostgresServer.programs != nil, "PostgreSQL is not installed"))
  func aSlowServerIsGivenUp() throws {
    let server = try configurePostgres()
    defer { withExtendedLifetime(server) {} }
    try configure(["timeout": "1"])
    try ask("select '2026-W04' as period, 1 as value from pg_sleep(30)")
    try refused("statement timeout")
  }

  @Test(.enabled(if: PostgresServer.programs != nil, "PostgreSQL is not installed"))
  func textForANumberIsNamed() throws {
    let server = try configurePostgres()
    defer { withExtendedLifetime(server) {} }
    try ask("select '2026-W04' as period, 'many' as value")
    try refused("'many' is not a number")
    try ask("select '2026-W04' as period, 'NaN'::float8 as value")
    try refused("'NaN' is not a number")
  }

  @Test(.enabled(if: Sandbox.has("psql"), "psql is not installed"))
  func aServerThatIsDownIsSaid() throws {
    try configure(["preset": "psql", "database": "host=\(sandbox.path) dbname=x"])
    try refused("connection to server")
  }

  @Test(.enabled(if: Sandbox.has("sqlite3"), "sqlite3 is not installed"))
  func sqliteIsAskedToo() throws {
    let database = "\(sandbox.path)/stats.db"
    let made = try sandbox.run([
      "sqlite3", database,
      "create table hosts (week text, period text, value real); insert into hosts values ('2026-01-19', '2026-W04', 36.5);",
    ])
    try #require(made.status == 0)
    try configure(["preset": "sqlite3", "database": database])
    let outcome = try sandbox.northstar("measure", "pull")
    #expect(outcome.output.contains("activation-rate: 1 new value (2026-W04)"), "\(outcome.text)")
    try ask("with x(v) as (select 1) insert into hosts select '2026-01-19', '2026-W03', 1")
    try refused("readonly database")
    try ask("select '2026-W03' as period, load_extension('/tmp/x.so') as value")
    try refused("error")
  }

  @Test(arguments: [
    ("delete from hosts", "only reading is allowed"), ("\\! touch /tmp/owned", "only reading is allowed"),
    ("select 1; delete from hosts", "contains a ';'"), (".shell touch /tmp/owned", "only reading is allowed"),
    ("/* select */ drop table hosts", "only reading is allowed"),
    ("copy hosts to program 'x'", "only reading is allowed"),
  ])
  func whatIsNotOneStatementThatReadsNeverReachesAClient(query: String, message: String) throws {
    try configure(["command": "touch \(sandbox.path)/called"])
    try ask(query)
    try refused(message)
    #expect(!sandbox.exists("called", in: "."))
  }

  @Test func aCommandOfTheUsersGetsTheQueryWithItsDays() throws {
    try configure([
      "command": "cat > \(sandbox.path)/asked; printf 'period,value,segment\\n2026-W04,7,\\n2026-W04,3,free\\n'"
    ])
    try ask("select period::text, value from hosts where week >= :from and week < :to and x = ':fromage'")
    let outcome = try sandbox.northstar("measure", "pull", "--from", "2026-W03")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text("asked", in: ".")
        == "select period::text, value from hosts where week >= '2026-01-12' and week < '2026-01-26' and x = ':fromage'"
    )
    #expect(
      try sandbox.text(sheet).hasSuffix("2026-W04,7,2026-01-28,warehouse,\n2026-W04,3,2026-01-28,warehouse,free\n"))
  }

  @Test func aCommandThatNeverEndsIsEnded() throws {
    try configure(["command": "trap '' TERM; sleep 30; true", "timeout": "1"])
    let start = ContinuousClock.now
    try refused("it took longer than 1 s")
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func aPeriodThatWasNotAskedForIsRefused() throws {
    try configure(["command": "printf 'period,value\\n1901-W45,1\\n2026-W04,2\\n'"])
    try refused("the answer holds 1901-W45, which was not asked for")
  }

  @Test func theRepositoryCannotSayWhatASourceIs() throws {
    try refused("git's configuration does not define the source 'warehouse'")
    try configure(["preset": "pgsql", "database": "x"])
    try refused("Did you mean 'psql'?")
  }

  /// A clone may be copied as a folder, with a configuration of its own.
  @Test func theRepositorysOwnConfigurationIsNotTrusted() throws {
    let values = ["command": "touch \(sandbox.path)/called; printf 'period,value\\n2026-W04,1\\n'"]
    try sandbox.git("config", "extensions.worktreeConfig", "true")
    for scope in ["--local", "--worktree"] {
      for (key, value) in values { try sandbox.git("config", scope, "northstar.source.warehouse.\(key)", value) }
      try refused("is defined in the repository's own configuration, which is not trusted")
      try refused("git config --global northstar.source.warehouse.preset")
    }
    #expect(!sandbox.exists("called", in: "."))
    let included = "[northstar \"source.warehouse\"]\n  command = touch \(sandbox.path)/called\n"
    try sandbox.write("included", included, in: "repo/.git")
    try sandbox.git("config", "--unset", "northstar.source.warehouse.command")
    try sandbox.git("config", "--worktree", "--unset", "northstar.source.warehouse.command")
    try sandbox.git("config", "include.path", "included")
    try refused("not trusted")
    try configure(["command": "printf 'period,value\\n2026-W04,7\\n'"])
    #expect(try sandbox.northstar("measure", "pull").status == 0, "the user's own word counts")
    #expect(!sandbox.exists("called", in: "."))
  }

  @Test(arguments: [
    ("", "the answer cannot be read: it is empty"),
    ("period\n2026-W04\n", "its answer needs the columns 'period' and 'value' | There are: 'period'."),
    ("period,value\n2026-W04,\"1\n", "the answer cannot be read: a quote in line 2 is never closed"),
    ("period,value\n0026-W04,1\n", "'0026-W04' is before 1900"),
    ("period,a,b\n2026-W04,1,2\n", "its answer needs the columns 'period' and 'value'"),
    ("\(String(repeating: "x", count: 1000))\n", "There are: '\(String(repeating: "x", count: 40))'."),
  ])
  func anAnswerThatIsNoTableIsSaid(answer: String, message: String) throws {
    try sandbox.write("answer", answer, in: ".")
    try configure(["command": "cat \(sandbox.path)/answer"])
    try refused(message)
  }
}
