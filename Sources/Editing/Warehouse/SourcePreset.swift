import Git
import Presentation
import StrategyStore

/// Database clients through which a source can be queried, each told to read only and to print CSV.
enum SourcePreset: String, CaseIterable {
  case psql, duckdb, sqlite3, bq

  /// The arguments of the client, and its standard input.
  func call(_ query: SourceQuery, _ settings: SourceSettings) throws(StrategyError) -> SourceCall {
    switch self {
    case .psql: psql(query, settings)
    case .sqlite3:
      SourceCall(
        arguments: [
          "-batch", "-bail", "-readonly", "-safe", "-init", "/dev/null", "-csv", "-header",
          try settings.requiredDatabase(), query.text,
        ])
    case .duckdb:
      SourceCall(
        arguments: [
          "-batch", "-bail", "-readonly", "-csv", "-header", try settings.requiredDatabase(), "-c", query.text,
        ])
    case .bq:
      SourceCall(
        arguments: (settings.database.map { ["--project_id=\($0)"] } ?? []) + [
          "--quiet", "query", "--nouse_legacy_sql", "--format=csv", "--max_rows=1000000",
        ], input: query.text)
    }
  }

  /// One read-only transaction, with the server's own time limit. A text after `-c` that does not begin with a
  /// backslash is passed to the server unchanged. Source: PostgreSQL's manual, psql, `-c`.
  private func psql(_ query: SourceQuery, _ settings: SourceSettings) -> SourceCall {
    let database = settings.database.map { ["--dbname", $0] } ?? []
    let statements = [
      "begin transaction read only", "set local statement_timeout = '\(settings.timeout)s'", query.text, "rollback",
    ]
    return SourceCall(
      arguments: ["--no-psqlrc", "--no-password", "--quiet", "--csv", "--set=ON_ERROR_STOP=1"] + database
        + statements.flatMap { ["--command", $0] },
      variables: ["PGCONNECT_TIMEOUT": "10", "PAGER": ""])
  }
}

/// The call of a client.
struct SourceCall {
  let arguments: [String]
  var input = ""
  var variables: [String: String] = [:]
}

extension SourceSettings {
  fileprivate func requiredDatabase() throws(StrategyError) -> String {
    guard let database else {
      throw StrategyError(
        message: "git's configuration names no database for the source '\(name)'",
        help: ["Set it with 'git config --global northstar.source.\(name).database <file>'."])
    }
    return database
  }

  /// Queries the source; a failure of the client is reported in the client's own words.
  func ask(_ query: SourceQuery, in session: Session) throws -> [UInt8] {
    let answer: GitOutput
    switch client {
    case .preset(let preset):
      let call = try preset.call(query, self)
      let unset = call.variables.filter { session.git.variables[$0.key] == nil }
      answer = try session.git.run(
        preset.rawValue, call.arguments, input: Array(call.input.utf8), setting: unset, within: timeout + 5)
    case .command(let command):
      answer = try session.git.run("sh", ["-c", command], input: Array(query.text.utf8), within: timeout)
    }
    guard answer.succeeded else {
      let words = String(decoding: answer.errors, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(4)
      throw StrategyError(
        message: "the source '\(name)' returned an error", help: words.map { Remedy(String($0).visible) })
    }
    return answer.output
  }
}
