package import StrictYAML

/// One measured value of a metric for a period, with the day on which it became known.
package struct Reading: Sendable, Hashable {
  package let period: Period
  /// In the metric's unit; finite; 0 for a withdrawal.
  package let value: Double
  /// Whether the row takes back what was known of the period, so that it has no value from then on.
  package let isWithdrawal: Bool
  package let knownOn: Day
  /// Positions in the sheet's `sources` and `segments`; segment 0 means everybody.
  package let source: Int32
  package let segment: Int32
  /// The first byte of the row in its file.
  package let start: UInt32

  /// In place of a value, the word of a withdrawal.
  package static let withdrawn = "withdrawn"

  package init(
    period: Period, value: Double, isWithdrawal: Bool = false, knownOn: Day, source: Int32 = 0, segment: Int32 = 0,
    start: UInt32 = 0
  ) {
    (self.period, self.value, self.isWithdrawal, self.knownOn) = (period, value, isWithdrawal, knownOn)
    (self.source, self.segment, self.start) = (source, segment, start)
  }
}

/// Something in a file of readings that cannot be read.
package struct ReadingFault: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The first line does not name the columns.
    case header(String)
    case cellCount(Int)
    /// A line that git writes between the two sides of a merge.
    case conflict
    /// The file is a Git LFS pointer, and its content is not here.
    case pointer
    case period(String)
    /// A period of another length than the metric's others.
    case grain(found: Grain, expected: Grain)
    case value(String)
    case day(String)
    case quote(CSVScanner.Fault)
    case notText
    /// A name contains a character that is not text: a keyboard key, or a terminal command.
    case controlCharacter
    /// Lines end in bare carriage returns.
    case lineEnds
    /// Reading failed: the reason in one clause.
    case unreadable(String)
    /// Faults beyond the first hundred, which are only counted.
    case more(Int)
  }

  package let kind: Kind
  package let range: ByteRange

  package init(_ kind: Kind, at range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}
