import Foundation
import Numbers
import StrategyModel
import TestSupport
import Testing

/// What must be true of every export. `NORTHSTAR_SOAK` sets a larger number of exports of each kind.
@Suite struct ImportLawTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 360
  private static let seeds = (0..<12).map { $0 * ((count + 11) / 12)..<($0 + 1) * ((count + 11) / 12) }

  @Test(arguments: seeds) func `an export in any dialect becomes the values that it was made of`(seeds: Range<Int>)
    throws
  {
    for seed in seeds {
      var chance = Chance(seed)
      let dialect = ExportDialect.all[seed % ExportDialect.all.count]
      let export = InventedExport(dialect, &chance)
      let bytes = export.bytes(export.header, export.rows)
      do {
        let found = try export.imported(bytes, export.settings())
        let said = found.rejects.prefix(3).map { "\($0.line): \($0.fault)" }.joined(separator: ", ")
        guard found.rejects.isEmpty, export.values(found) == export.truth else {
          Issue.record(
            "seed \(seed), \(dialect): \(said)\n\(export.lines(export.header, export.rows).joined(separator: "\n"))")
          return
        }
      } catch {
        Issue.record(
          "seed \(seed), \(dialect): \(error)\n\(export.lines(export.header, export.rows).joined(separator: "\n"))")
        return
      }
    }
  }

  @Test(arguments: seeds) func `an export with one slip is refused with its place`(seeds: Range<Int>) throws {
    var made = 0
    for seed in seeds.lowerBound... {
      if made == seeds.count { break }
      var chance = Chance(seed)
      let dialect = ExportDialect.all[seed % ExportDialect.all.count]
      let export = InventedExport(dialect, &chance)
      let slip = chance.one(of: ExportSlip.allCases)
      guard let (bytes, line) = slip.made(of: export, &chance) else { continue }
      made += 1
      let text = String(decoding: bytes, as: UTF8.self)
      guard let found = try? export.imported(bytes, export.settings()) else { continue }
      let isPlaced = line.map { line in found.rejects.contains { $0.line == line } } ?? !found.rejects.isEmpty
      guard isPlaced else {
        Issue.record("seed \(seed), \(dialect), \(slip): \(found.rejects.map { "\($0)" }) in\n\(text)")
        return
      }
    }
  }
}
