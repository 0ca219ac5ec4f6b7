import Diagnostics
import StrategyModel
import StrictYAML

struct UnreadableReading: Rule {
  let card = Card(
    id: "NS801", name: "unreadable-reading", severity: .error,
    summary: "A row of readings cannot be read.",
    rationale: """
      A row that cannot be read is missing from every number that depends on it, and a missing week looks like a quiet \
      one. The columns are 'period,value,known_on,source,segment'; a period is a day (2026-01-05), a week (2026-W02), \
      a month (2026-01) or a fiscal quarter (2026-Q1), and all periods of one metric have the same length. A value has \
      a decimal point and no thousands separators. 'northstar measure import' converts what other tools export.
      """,
    wrong: [
      ReadingExample.supportLoad("2026-W04,\"↓9,7\",2026-01-26,help desk,"),
      ReadingExample.supportLoad("2026-W04,9.7,2026-01-26,help desk,\n↓======="),
      ReadingExample.supportLoad("↓2026-W54,9.7,2026-01-26,help desk,"),
      ReadingExample.supportLoad("↓2026-01,9.7,2026-01-26,help desk,"),
      Example(ReadingExample.path, "↓week;load\n2026-W04;9.7"),
      ReadingExample.supportLoad("2026-W04,9.7,2026-01-26,↓help\u{07} desk,"),
    ],
    right: [ReadingExample.supportLoad("2026-W04,9.7,2026-01-26,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for sheet in strategy.readings.sheets {
      for fault in sheet.faults {
        report.add(
          .wording(fault.kind), at: Location(path: sheet.path, range: fault.range), subject: "metric/\(sheet.metric)",
          help: [.help(fault.kind)])
      }
    }
  }
}

extension String {
  fileprivate static func wording(_ kind: ReadingFault.Kind) -> String {
    switch kind {
    case .header(let found): "unexpected column header '\(found.excerpt(40))'"
    case .conflict: "a merge conflict in these readings is not resolved"
    case .pointer: "this file is a Git LFS pointer, and its content is not here"
    case .cellCount(let count): "this row has \(counted(count, "value"))"
    case .period(let text):
      PeriodCalendar().isTooEarly(text)
        ? "'\(text.excerpt(20))' is before \(PeriodCalendar.firstYear)"
        : "'\(text.excerpt(20))' \(Period.refusal(of: text))"
    case .grain(let found, let expected): "this period is a \(found.rawValue), but the metric has \(expected.rawValue)s"
    case .value(let text): "'\(text.excerpt(30))' is not a number"
    case .day(let text): "'\(text.excerpt(20))' \(Day.refusal(of: text))"
    case .quote(.unclosedQuote): "a quote is opened here and never closed"
    case .quote(.textAfterQuote): "text follows a closing quote"
    case .notText: "this is not UTF-8 text"
    case .controlCharacter: "this name has a control character in it"
    case .lineEnds: "the lines end in bare carriage returns, as in files from old spreadsheets"
    case .unreadable(let reason): "this file cannot be read: \(reason.excerpt(40))"
    case .more(let count): "\(counted(count, "more row")) of this file cannot be read"
    }
  }

  fileprivate static func help(_ kind: ReadingFault.Kind) -> String {
    switch kind {
    case .header: "Write '\(ReadingsFile.columns.joined(separator: ","))' in the first line."
    case .conflict: "Keep the rows of both sides, and remove the lines that git wrote between them."
    case .pointer: "Run 'git lfs pull'."
    case .cellCount: "Write period, value, known_on, source and segment, and quote values that contain a comma."
    case .period: "Write a day (2026-01-05), a week (2026-W02), a month (2026-01) or a quarter (2026-Q1)."
    case .grain: "Keep to periods of one length, or give the metric's 'definition:' another 'grain:'."
    case .value: "Write digits with a decimal point, as in 12049.5."
    case .day: "Write the day on which the value was known as year-month-day."
    case .quote: "Double every quote inside quotes, and close them before the comma."
    case .notText: "Save the file as UTF-8."
    case .controlCharacter: "Remove it from the name."
    case .lineEnds: "Save the file with the line ends of Unix or Windows (LF or CRLF)."
    case .unreadable: "Make the file readable, or restore it from git."
    case .more: "Correct the first ones; they are often alike."
    }
  }
}
