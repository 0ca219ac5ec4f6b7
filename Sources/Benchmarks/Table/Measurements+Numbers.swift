import Foundation

extension Measurements {
  /// The cost of numbers: readings against a database that loads them, statuses against `check`, a split against
  /// nothing.
  func numberRows() throws -> [Row] {
    try [readingsRow(), keyResultRow(), splitRow()]
  }

  private func readingsRow() throws -> Row {
    let measured = try MeasuredMetrics(in: directory)
    let database = directory.appending(path: "measured.db").path
    let load = TimedProcess(
      words: [
        "sqlite3", database,
        "create table readings (period text, value real, known_on text, source text, segment text)", ".mode csv",
        ".import \(measured.rows.path) readings",
      ], directory: measured.repository.place.path, before: { try? FileManager.default.removeItem(atPath: database) })
    let show = TimedProcess(
      words: [northstar, "measure", "show", "--format", "csv"], directory: measured.repository.place.path)
    return try compare("520,000 readings of 1,000 metrics loaded and shown", show, with: load, "sqlite3 .import", 2)
  }

  /// The table needs the status and both scores of every key result.
  private func keyResultRow() throws -> Row {
    let place = try NumbersRepository("checked-in", in: directory, files: CheckedInKeyResults.files).place.path
    let status = TimedProcess(words: [northstar, "okr", "status"], directory: place)
    let check = TimedProcess(words: [northstar, "check"], directory: place)
    return try compare("statuses and scores of 10,000 key results", status, with: check, "check", 1.5)
  }

  private func splitRow() throws -> Row {
    let place = try NumbersRepository("factors", in: directory, files: TwelveFactors.files).place.path
    let split = TimedProcess(
      words: [northstar, "explain-change", "whole", "--from", "2026-W45", "--to", "2026-W46"], directory: place)
    let start = TimedProcess(words: [northstar, "--version"], directory: place)
    return try compare("a change split among 12 factors", split, with: start, "northstar --version", 5)
  }
}
