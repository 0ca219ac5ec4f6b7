package import StrategyModel

/// Why a row of an export cannot be imported.
package enum ImportFault: Hashable, Sendable {
  case cellCount(Int, header: Int)
  case notADay(String)
  case notAPeriod(String)
  /// A day of three numbers in an unknown order, with the styles in which they are a day.
  case whichOrder(String, [DateStyle])
  case shortYear(String)
  case tooEarly(String)
  /// A moment that begins a day in another time zone than the strategy's.
  case otherZone(String)
  /// A moment without a time zone, in a column where others have one.
  case noZone(String)
  /// A moment that is on another day in the strategy's time zone, in a column with several zones.
  case mixedZones(String)
  case otherGrain(String, Grain, metricHas: Grain)
  case whichGrain(String)
  /// `202602`, as long as nobody says whether periods are weeks or months.
  case weekOrMonth(String)
  /// A month by its look, in a column where all could be years from one into the next.
  case monthOrYear(String)
  /// A year that ends in the next, where fiscal years are calendar years.
  case splitYear(String)
  /// A line that adds up others.
  case aTotal(String)
  case notFirstDay(Day, of: Grain, first: Day, last: Day)
  /// A day that is not the last one of its period, in a column of last days.
  case notLastDay(Day, of: Grain, last: Day)
  case notBegun(String)
  case notANumber(String)
  /// A number that is only valid in other styles than the one that was named or presumed.
  case otherStyle(String, [NumberStyle])
  /// A text that is one number if it has a decimal point, and another if it has a thousands separator.
  case twoNumbers(String, plain: String, grouped: String)
  /// A percentage, while the existing readings are shares.
  case share(String, near: Double)
  /// Some values of a metric have a percent sign and some do not.
  case mixedPercentages
  /// An amount in another currency than the metric's, or than other values of the metric.
  case otherCurrency(String, than: String)
  /// Another value for the same period, segment and day, with the columns that are not read and tell the two rows apart.
  case twice(String, line: Int, differing: [DifferingCell])
  /// A segment whose name suggests that it is the whole.
  case perhapsTheWhole(String)
  /// Text in an encoding that was guessed.
  case guessedText(String)
  case unknownMetric(String)
}

/// A cell by which a row differs from another one of the same period.
package struct DifferingCell: Hashable, Sendable {
  package let column: String
  package let text: String
}

extension ImportFault {
  /// Whether the row holds no value that could be read in any way. All other faults are doubts, which the user decides.
  package var isUnreadable: Bool {
    switch self {
    case .cellCount, .notADay, .notAPeriod, .tooEarly, .aTotal, .notBegun, .notANumber, .unknownMetric: true
    default: false
    }
  }
}

/// What is known about a metric before an export is read.
package struct ImportedMetric: Sendable {
  /// How long its periods are; `nil` when nobody has said.
  package var grain: Grain?
  /// Its names: a row with one of them is the whole.
  package var names: Set<String>
  /// Its unit, in words.
  package var unit: String?
  /// Its readings so far.
  package var sheet: ReadingsFile?

  package init(grain: Grain?, names: Set<String> = [], unit: String? = nil, sheet: ReadingsFile? = nil) {
    (self.grain, self.names, self.unit, self.sheet) = (grain, names, unit, sheet)
  }

  /// The reading nearest to a period.
  func neighbour(of period: Period, segment: String) -> Double? {
    guard let series = sheet?.series(segment: segment), let first = series.periods.first, first.grain == period.grain
    else { return nil }
    let nearest = series.periods.indices.min {
      abs(series.periods[$0].number - period.number) < abs(series.periods[$1].number - period.number)
    }
    return nearest.map { series.values[$0] }
  }
}

/// How to turn the texts of an export into readings.
package struct ImportSettings: Sendable {
  package var calendar: PeriodCalendar
  /// By the name in the metric's column; "" is the metric of an export without that column.
  package var metrics: [String: ImportedMetric]
  /// How numbers are written; `nil` when nobody said: then a decimal point is assumed as long as there is no doubt.
  package var numbers: NumberStyle?
  package var days = DayReader()
  /// The day on which the values became known, for an export without a column for it.
  package var knownOn: Day
  package var source: String
  /// The name of the segment that means the whole.
  package var whole: String?
  /// Skips rows whose first cell, period or segment is one of these.
  package var skipped: Set<String> = []
  /// Rows count only when their cells in some columns are among these texts.
  package var chosen: [Int: Set<String>] = [:]
  /// Whether to leave out rows that cannot be read, instead of rejecting them.
  package var skipsUnreadable = false
  /// Whether days are the last ones of their periods.
  package var takesLastDays = false
  /// Whether somebody said that periods are months.
  package var areMonths = false
  /// Whether to take the values of periods that are not over.
  package var takesUnfinished = false
  /// Whether the encoding of the text was guessed.
  package var isGuess = false

  package init(calendar: PeriodCalendar, metrics: [String: ImportedMetric], knownOn: Day, source: String) {
    (self.calendar, self.metrics, self.knownOn, self.source) = (calendar, metrics, knownOn, source)
  }
}

/// The rows and columns of an export that were not imported.
package struct LeftOut: Sendable {
  /// Cells and rows without a value, or with a word that means no value.
  package var withoutValue = 0
  /// Values of periods that are not over.
  package var unfinished: [Period] = []
  /// Rows that repeat another.
  package var repeated = 0
  /// Rows that the user asked to skip.
  package var skipped = 0
  /// Rows that the user did not choose.
  package var notChosen = 0
  /// Rows that cannot be read, left out on request.
  package var unreadable: [(line: Int, fault: ImportFault)] = []
  /// Names of columns that are not read, except the usual ones for a source.
  package var columns: [String] = []
}
