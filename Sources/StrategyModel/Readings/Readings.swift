/// The measured values of a strategy, one sheet for each metric.
package struct Readings: Sendable {
  /// In the order of their paths.
  package let sheets: [ReadingsFile]
  package let calendar: PeriodCalendar
  private let positions: [String: Int]

  package init(_ sheets: [ReadingsFile] = [], calendar: PeriodCalendar = PeriodCalendar()) {
    self.sheets = sheets
    self.calendar = calendar
    positions = Dictionary(zip(sheets.map(\.metric), sheets.indices), uniquingKeysWith: { first, _ in first })
  }

  package var isEmpty: Bool { sheets.isEmpty }

  /// The sheet of a metric, given by its id.
  package subscript(metric: String) -> ReadingsFile? { positions[metric].map { sheets[$0] } }

  /// The position in `sheets`; reading through it copies nothing.
  package func position(of metric: String) -> Int? { positions[metric] }
}

extension Strategy {
  /// How long the periods of a metric's readings are, if the metric says so.
  package func grain(of metric: String) -> Grain? {
    metrics.position(of: metric).flatMap { metrics.all[$0].definition?.grain?.value }
  }
}
