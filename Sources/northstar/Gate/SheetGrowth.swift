import StrategyModel

/// What a change does to a sheet of readings, which are measured once and then only added to.
struct SheetGrowth {
  /// `nil` where nothing is wrong with it.
  let flaw: String?
  /// Whether a row says that it was known before one that was there: only a steward may say so.
  let reachesBack: Bool

  /// - Parameter new: `nil` when the sheet is gone.
  init(from old: [UInt8]?, to new: [UInt8]?, in calendar: PeriodCalendar) {
    guard let old else {
      (flaw, reachesBack) = (nil, false)
      return
    }
    guard let new, SheetGrowth.adds(new, to: old) else {
      (flaw, reachesBack) = ("readings are only added to", false)
      return
    }
    flaw = nil
    let known = ReadingSheet(path: "", text: old, calendar: calendar).rows.map(\.knownOn)
    let all = ReadingSheet(path: "", text: new, calendar: calendar).rows.map(\.knownOn)
    reachesBack = known.max().map { last in all.dropFirst(known.count).contains { $0 < last } } ?? false
  }

  /// Whether a text is another one and further lines; a last line without an end must not grow.
  private static func adds(_ text: [UInt8], to old: [UInt8]) -> Bool {
    guard text.starts(with: old) else { return false }
    let added = text.dropFirst(old.count)
    guard let last = old.last, last != 0x0A, let next = added.first else { return true }
    return next == 0x0A || last != 0x0D && added.starts(with: [0x0D, 0x0A])
  }

  static let late = "it says that it was known before what the sheet already has; only a steward may add that"
  static let lateHelp = "Say when it was known: a later row of the same period counts. Or have a steward add it."
}
