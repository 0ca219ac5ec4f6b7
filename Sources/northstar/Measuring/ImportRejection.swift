import Diagnostics
import Numbers
import StrategyModel

/// What is said of an export that holds rows that cannot be taken: every kind of fault, with the option that cures it.
struct ImportRejection {
  private let rejects: [(line: Int, fault: ImportFault)]
  private let file: String
  private let strategy: Strategy

  /// How many rows are named, and how many more are where they bring further cures.
  private static let shown = 20

  init(_ rejects: [(line: Int, fault: ImportFault)], in file: String, _ strategy: Strategy) {
    (self.rejects, self.file, self.strategy) = (rejects, file, strategy)
  }

  var failure: StrategyError {
    let cures = rejects.map { cure($0.fault) }
    var named: Set<String> = []
    let shown = rejects.indices.filter { place in
      named.insert(cures[place] ?? "").inserted && cures[place] != nil || place < Self.shown
    }
    let lines = shown.prefix(2 * Self.shown).map { place in
      "\(file.visible):\(rejects[place].line): \(reason(rejects[place].fault))"
    }
    let more = rejects.count > lines.count ? ["and \(rejects.count - lines.count) more"] : []
    var said: Set<String> = []
    let help = cures.compactMap(\.self).filter { said.insert($0).inserted }.prefix(12)
    return StrategyError(
      .refused, message: "\(counted(rejects.count, "value")) cannot be taken, so nothing was imported",
      help: lines + more + help)
  }

  private func reason(_ fault: ImportFault) -> String {
    switch fault {
    case .cellCount(let count, let header): "this row has \(counted(count, "cell")), and the header has \(header)"
    case .notADay(let text): "\(quoted(text)) is not a date"
    case .notAPeriod(let text): "\(quoted(text)) is no period"
    case .whichOrder(let text, let styles):
      styles.count > 1
        ? "\(quoted(text)) may be two days" : "\(quoted(text)) is a date only with --dates \(styles[0].rawValue)"
    case .shortYear(let text): "the year in \(quoted(text)) does not have four digits"
    case .tooEarly(let text): "\(quoted(text)) is before \(PeriodCalendar.firstYear)"
    case .otherZone(let text): "\(quoted(text)) begins a day in another time zone than \(zone)"
    case .noZone(let text): "\(quoted(text)) has no time zone, and others of its column have one"
    case .mixedZones(let text): "\(quoted(text)) is another day in \(zone), and others of its column have other zones"
    case .otherGrain(let text, let found, let metric):
      "\(quoted(text)) is a \(found.rawValue), and the metric has \(metric.rawValue)s"
    case .whichGrain(let text): "\(quoted(text)) may begin a day, a week, a month or a quarter"
    case .notFirstDay(let day, let grain, let first):
      "\(day) is not the first day of a \(grain.rawValue): that is \(first)"
    case .notBegun(let period): "\(period) has not begun"
    case .notANumber(let text): "\(quoted(text)) is not a number"
    case .otherStyle(let text, let styles):
      "\(quoted(text)) is a number only with " + styles.map { "--numbers \($0.rawValue)" }.joined(separator: " or ")
    case .twoNumbers(let text, let plain, let grouped): "\(quoted(text)) may be \(plain) or \(grouped)"
    case .share(let text, let near):
      "\(quoted(text)) is a percentage, and the readings beside it are like \(near.plain)"
    case .mixedPercentages: "some values have a percent sign and others have none"
    case .twice(let period, let line): "\(period) stands twice, with another value in line \(line)"
    case .perhapsTheWhole(let text): "\(quoted(text)) may be a segment, or all of them"
    case .guessedText(let text): "\(quoted(text)) is in an encoding that is not clear"
    case .unknownMetric(let text): text.isEmpty ? "this row names no metric" : "there is no metric \(quoted(text))"
    }
  }

  private func cure(_ fault: ImportFault) -> String? {
    switch fault {
    case .cellCount:
      "Quote cells that hold the separator, or leave rows out by their first cell, as with --skip 'Total'."
    case .notAPeriod(let text): "If it is a total or a note, leave such rows out with --skip '\(shown(text))'."
    case .whichOrder(_, let styles):
      "Say in which order days are written, with \(styles.map { "--dates \($0.rawValue)" }.joined(separator: " or "))."
    case .shortYear: "Write years with four digits; --short-years takes those of two digits as 2000 to 2099."
    case .otherZone:
      "Take the days as they are written, with --written-days, or set 'timezone:' in northstar.yaml to the zone that "
        + "they are of."
    case .noZone, .mixedZones: "Take the days as they are written, with --written-days, or export all of one time zone."
    case .whichGrain: "Say how long a period is, with --grain day, week, month or quarter."
    case .otherStyle(_, let styles):
      "Say how numbers are written, with \(styles.map { "--numbers \($0.rawValue)" }.joined(separator: " or "))."
    case .twoNumbers: "Say how numbers are written, with --numbers plain or --numbers european."
    case .share: "Export shares without a percent sign, or correct the readings."
    case .mixedPercentages: "Export all values of a metric with a percent sign, or none."
    case .twice: "Export one value for each period; segments have a column of their own, named with --segment-column."
    case .perhapsTheWhole(let text):
      "Say that it stands for the whole with --whole '\(shown(text))', leave it out with --skip '\(shown(text))', or name "
        + "the column of segments with --segment-column."
    case .guessedText: "Say how text is encoded, with --encoding windows-1252, or save the file as UTF-8."
    case .unknownMetric(let text): unknown(text)
    case .notADay, .tooEarly, .otherGrain, .notFirstDay, .notBegun, .notANumber: nil
    }
  }

  private func unknown(_ name: String) -> String? {
    StrategyError.unknown(name, among: Set(strategy.ids(of: .metric)), "metric").help.first
  }

  private var zone: String { "'\(strategy.settings?.timezone?.value ?? "UTC")'" }
  private func quoted(_ text: String) -> String { "'\(shown(text))'" }
  private func shown(_ text: String) -> String { (text.count > 30 ? text.prefix(30) + "…" : text).visible }
}
