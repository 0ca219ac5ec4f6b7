import StrategyModel

/// What a change does to a sheet of readings, to which rows are only added.
struct SheetGrowth {
  /// `nil` where nothing is wrong.
  let flaw: String?
  /// Whether a new row claims an earlier known_on day than existing rows: only a steward may add that.
  let reachesBack: Bool

  /// - Parameter new: `nil` when the sheet is removed.
  init(from old: [UInt8]?, to new: [UInt8]?, in calendar: PeriodCalendar) {
    guard let old else {
      (flaw, reachesBack) = (nil, false)
      return
    }
    guard let new, SheetGrowth.adds(new, to: old) else {
      (flaw, reachesBack) = ("existing readings must not change", false)
      return
    }
    flaw = nil
    let known = ReadingsFile(path: "", text: old, calendar: calendar).rows.map(\.knownOn)
    let all = ReadingsFile(path: "", text: new, calendar: calendar).rows.map(\.knownOn)
    reachesBack = known.max().map { last in all.dropFirst(known.count).contains { $0 < last } } ?? false
  }

  /// Whether a text is another text plus further lines; a last line without a line end must not grow.
  private static func adds(_ text: [UInt8], to old: [UInt8]) -> Bool {
    guard text.starts(with: old) else { return false }
    let added = text.dropFirst(old.count)
    guard let last = old.last, last != 0x0A, let next = added.first else { return true }
    return next == 0x0A || last != 0x0D && added.starts(with: [0x0D, 0x0A])
  }

  static let late = "it is dated before readings that the sheet already has; only a steward may add that"
  static let lateHelp = "Give the day on which it became known (the last row of a period counts), or ask a steward."
}
