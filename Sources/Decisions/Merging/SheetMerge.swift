internal import Presentation
import StrategyModel

/// Merges three versions of one file of readings: both sides' rows, since rows are only added.
package struct SheetMerge: Sendable {
  /// `nil` when one side changed existing rows, or both gave one period different values on the same day: of two rows
  /// of one day the later one counts, and a merge cannot decide which that is.
  package let text: [UInt8]?

  /// - Parameter base: `nil` when the sides have nothing in common.
  package init(base: [UInt8]?, ours: [UInt8], theirs: [UInt8]) {
    let header = ReadingsFile.columns.csvLine
    let base = base ?? header
    guard base.last == 0x0A, ours.starts(with: base), theirs.starts(with: base) else {
      text = nil
      return
    }
    let mine = SheetMerge.rows(ours[base.count...])
    let theirRows = SheetMerge.rows(theirs[base.count...])
    let others = theirRows.filter { !mine.contains($0) }
    let all = mine + others
    guard SheetMerge.agree(mine, theirRows), all.allSatisfy(\.isPlain) else {
      text = nil
      return
    }
    // Ours stay where they are: on the branch into which we merge, rows are only added.
    text = base + all.flatMap { $0.line + [0x0A] }
  }

  /// Whether both sides have the same rows wherever both have a value.
  private static func agree(_ ours: [Row], _ theirs: [Row]) -> Bool {
    let mine = Dictionary(grouping: ours, by: \.key)
    return Dictionary(grouping: theirs, by: \.key).allSatisfy { key, rows in mine[key].map { $0 == rows } ?? true }
  }

  private struct Row: Hashable {
    let line: [UInt8]
    private let cells: [ArraySlice<UInt8>]

    init(_ line: ArraySlice<UInt8>) {
      self.line = Array(line.last == 0x0D ? line.dropLast() : line)
      cells = self.line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    }

    /// A row whose cells can be split without regard to quotes.
    var isPlain: Bool { cells.count == 5 && !line.contains(UInt8(ascii: "\"")) }
    /// The part of a row for which there can be only one value.
    var key: [ArraySlice<UInt8>] { cells.count == 5 ? [cells[0], cells[2], cells[4]] : cells }
  }

  private static func rows(_ text: ArraySlice<UInt8>) -> [Row] { text.split(separator: 0x0A).map { Row($0) } }
}
