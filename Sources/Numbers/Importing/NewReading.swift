internal import Presentation
package import StrategyModel

/// A value to be added to a sheet.
package struct NewReading: Sendable, Hashable {
  package let period: Period
  /// As it was written, with a decimal point; the word of a withdrawal.
  package let text: String
  /// `nil` for a withdrawal.
  package let value: Double?
  package let knownOn: Day
  package let source: String
  package let segment: String
  /// The line it came from; 0 for a value that was entered by hand.
  package let line: Int

  /// Takes back what was known of a period.
  package init(withdrawing period: Period, knownOn: Day, source: String, segment: String) {
    (self.period, text, value) = (period, Reading.withdrawn, nil)
    (self.knownOn, self.source, self.segment, line) = (knownOn, source, segment, 0)
  }

  /// - Parameter text: a number with a decimal point; `nil` when it is not one.
  package init?(
    _ period: Period, _ text: String, knownOn: Day, source: String, segment: String = "", line: Int = 0
  ) {
    guard let value = try? Double.parse(text) else { return nil }
    (self.period, self.text, self.value) = (period, text, value)
    (self.knownOn, self.source, self.segment, self.line) = (knownOn, source, segment, line)
  }
}

/// New values compared with those that a sheet has already.
package struct ReadingAdditions: Sendable {
  /// In the order of the days on which they became known, then by period.
  package private(set) var rows: [NewReading] = []
  /// The rows that replace another value, with that value. Of rows known on the same day the later one counts, so that
  /// a value can be corrected on the day on which it was written.
  package private(set) var corrections: [(reading: NewReading, old: Double)] = []
  /// The number of values that the sheet had already.
  package private(set) var known = 0
  /// The number of values that were withdrawn and are not taken again.
  package private(set) var withdrawn = 0
  private let takesWithdrawn: Bool

  private struct Key: Hashable {
    let period: Period
    let segment: String
  }

  /// - Parameters:
  ///   - sheet: `nil` when nothing has been measured yet.
  ///   - takesWithdrawn: whether a value that was withdrawn counts again when it comes once more. From an export it does
  ///     not: the source still has what somebody found to be wrong.
  package init(_ new: [NewReading], to sheet: ReadingsFile?, takesWithdrawn: Bool = false) {
    self.takesWithdrawn = takesWithdrawn
    var inForce: [Key: [(day: Day, value: Double?)]] = [:]
    for row in sheet?.rows ?? [] {
      let segment = sheet?.segments[Int(row.segment)] ?? ""
      inForce[Key(period: row.period, segment: segment), default: []].append(
        (row.knownOn, row.isWithdrawal ? nil : row.value))
    }
    for reading in new.sorted(by: { ($0.knownOn, $0.period, $0.segment) < ($1.knownOn, $1.period, $1.segment) }) {
      take(reading, &inForce[Key(period: reading.period, segment: reading.segment), default: []])
    }
  }

  private mutating func take(_ reading: NewReading, _ earlier: inout [(day: Day, value: Double?)]) {
    let known = earlier.filter { $0.day <= reading.knownOn }
    let latest = known.map(\.day).max()
    let before = known.last { $0.day == latest }
    if let before, before.value == reading.value { return self.known += 1 }
    if let before, before.value == nil, !takesWithdrawn, known.last(where: { $0.value != nil })?.value == reading.value
    {
      return withdrawn += 1
    }
    if let old = before?.value { corrections.append((reading, old)) }
    rows.append(reading)
    earlier.append((reading.knownOn, reading.value))
  }
}

extension ReadingsFile {
  /// The rows as lines of the file.
  package static func lines(_ readings: [NewReading], in calendar: PeriodCalendar) -> [UInt8] {
    readings.flatMap { reading in
      [
        calendar.name(of: reading.period), reading.text, reading.knownOn.description, reading.source, reading.segment,
      ].csvLine
    }
  }

  /// A text with rows appended; a file that is new or empty gets its header.
  package static func text(_ text: [UInt8]?, adding lines: [UInt8]) -> [UInt8] {
    guard let text, !text.isEmpty else { return columns.csvLine + lines }
    return text + (text.last == 0x0A ? [] : [0x0A]) + lines
  }
}
