package import StrategyModel

/// Why a row of an export can't be taken.
package enum ImportFault: Hashable, Sendable {
  case cellCount(Int, header: Int)
  case notADay(String)
  case notAPeriod(String)
  /// A day of three numbers whose order is not said, with the styles that make a day of it.
  case whichOrder(String, [DateStyle])
  case shortYear(String)
  case tooEarly(String)
  /// A moment that begins a day in another time zone than the strategy's.
  case otherZone(String)
  /// A moment without a time zone, in a column where others have one.
  case noZone(String)
  /// A moment that falls on another day in the strategy's time zone, in a column of several zones.
  case mixedZones(String)
  case otherGrain(String, Grain, metricHas: Grain)
  case whichGrain(String)
  case notFirstDay(Day, of: Grain, first: Day)
  case notBegun(String)
  case notANumber(String)
  /// A number in other styles than the one that was said, or presumed.
  case otherStyle(String, [NumberStyle])
  /// A text that is one number with a decimal point and another with a sign between the thousands.
  case twoNumbers(String, plain: String, grouped: String)
  /// A percentage beside readings that are shares.
  case share(String, near: Double)
  /// Some values of a metric have a percent sign and some have none.
  case mixedPercentages
  /// Another value of the same period, segment and day.
  case twice(String, line: Int)
  /// A segment that is called as if it were the whole.
  case perhapsTheWhole(String)
  /// Text in an encoding that was guessed.
  case guessedText(String)
  case unknownMetric(String)
}

/// What is known of a metric before an export is read.
package struct ImportedMetric: Sendable {
  /// How long its periods are; `nil` while nobody has said.
  package var grain: Grain?
  /// What it is called: a row of this name is the whole.
  package var names: Set<String>
  /// Its readings so far.
  package var sheet: ReadingSheet?

  package init(grain: Grain?, names: Set<String> = [], sheet: ReadingSheet? = nil) {
    (self.grain, self.names, self.sheet) = (grain, names, sheet)
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

/// How the texts of an export become readings.
package struct ImportSettings: Sendable {
  package var calendar: PeriodCalendar
  /// By the name in the metric's column; "" is the metric of an export without one.
  package var metrics: [String: ImportedMetric]
  /// How numbers are written; `nil` where nobody said: with a decimal point, as long as that is beyond doubt.
  package var numbers: NumberStyle?
  package var days = DayReader()
  /// The day on which the values are known, where the export has no column for it.
  package var knownOn: Day
  package var source: String
  /// The segment that stands for the whole.
  package var whole: String?
  /// Rows whose first cell, period or segment is one of these are left out.
  package var skipped: Set<String> = []
  /// Whether a period that is not over counts.
  package var takesUnfinished = false
  /// Whether the encoding of the text was guessed.
  package var isGuess = false

  package init(calendar: PeriodCalendar, metrics: [String: ImportedMetric], knownOn: Day, source: String) {
    (self.calendar, self.metrics, self.knownOn, self.source) = (calendar, metrics, knownOn, source)
  }
}

/// The rows and columns of an export that are not in what it becomes.
package struct LeftOut: Sendable, Equatable {
  /// Cells and rows with no value in them, or with a word for none.
  package var withoutValue = 0
  /// Values of periods that are not over.
  package var unfinished: [Period] = []
  /// Rows that repeat another.
  package var repeated = 0
  /// Rows that somebody wanted left out.
  package var skipped = 0
  /// Names of columns that are not read, but the usual ones of a source.
  package var columns: [String] = []
}
