import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct ReadingsOfNothing: Rule {
  let card = Card(
    id: "NS808", name: "readings-of-nothing", severity: .error,
    summary: "A file of readings has the name of no metric, or the same metric has two files.",
    rationale: """
      Readings belong to the metric that their file is named after: 'readings/activation-rate.csv'. Values that nobody \
      finds are as good as lost, and of two files only the first is read. Rename the file, or add the metric.
      """,
    wrong: [
      Example("readings/suport-load.csv", "↓period,value,known_on,source,segment\n2026-W04,9.7,2026-01-26,help desk,")
    ],
    right: [ReadingExample.supportLoad("2026-W04,9.7,2026-01-26,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let sheets = strategy.readings.sheets
    for position in sheets.indices {
      let sheet = sheets[position]
      let first = strategy.readings.position(of: sheet.metric)
      if first == position, strategy.mayHave(.metric, sheet.metric) { continue }
      let isSecond = first != position
      let near = isSecond ? [] : nearNames(to: sheet.metric, among: strategy.ids(of: .metric))
      report.add(
        isSecond ? .second(sheet.metric) : .unknown(sheet.metric),
        at: Location(path: sheet.path, range: ByteRange(at: 0)), subject: "metric/\(sheet.metric)",
        notes: isSecond ? first.map { [.first(sheets[$0].path)] } ?? [] : [],
        help: [near.isEmpty ? "Name the file after the metric that it measures." : .didYouMean(near)])
    }
  }
}

extension Note {
  fileprivate static func first(_ path: String) -> Note {
    Note("the first is here", at: Location(path: path, range: ByteRange(at: 0)))
  }
}

extension String {
  fileprivate static func unknown(_ metric: String) -> String {
    "there is no metric '\(metric.excerpt(40))' to measure"
  }
  fileprivate static func second(_ metric: String) -> String { "a second file has readings of '\(metric.excerpt(40))'" }
}
