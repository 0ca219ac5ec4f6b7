import History
import Numbers
package import Presentation
import StrategyModel

/// A report as a message for a chat or a mail: lists that read well without table columns, with only the weakest few.
package struct ReportMessage {
  package let report: StrategyReport

  package init(report: StrategyReport) {
    self.report = report
  }

  /// The limit of each list; the number of omitted items is shown.
  private static let most = 5

  package var page: Page {
    var page = Page(report.heading, lead: report.lead)
    page.add(.list(report.headlines))
    page.add(report.numbers.stars.compactMap(\.trendLine).map { .paragraph($0) })
    page.add(report.notes.map { .note($0) })
    page.add(.heading("Inputs"), inputs, .heading("Guardrails"), guardrails)
    if let results = report.results { page.add(.heading("Scores"), .list(results.lines)) }
    page.add(.heading("Weakest key results"), keyResults)
    page.add(.heading("Moved goals and measures"), moved)
    page.add(.heading("Changed hands"), handOvers, .heading("Decided"), decisions)
    page.add(.heading("Reviews due"), reviews)
    return page
  }

  private var inputs: PageBlock {
    guard !report.numbers.inputs.isEmpty else { return .paragraph(StrategyReport.Lack.inputs) }
    guard report.numbers.hasReadings else { return .paragraph(StrategyReport.Lack.readings) }
    return .list(
      report.numbers.inputs.map { input in
        [input.line, input.owner, input.value == nil ? nil : input.sparkline].compactMap(\.self).joined(separator: "; ")
      })
  }

  private var guardrails: PageBlock {
    guard !report.numbers.guardrails.isEmpty else { return .paragraph(StrategyReport.Lack.guardrails) }
    guard report.numbers.hasReadings else { return .paragraph(StrategyReport.Lack.readings) }
    let calendar = report.strategy.calendar
    return .list(
      report.numbers.guardrails.map { guardrail in
        "\(guardrail.metric.name): \(guardrail.stateWords(in: calendar))"
          + (guardrail.metric.statement.map { ", \($0)" } ?? "")
      })
  }

  private var keyResults: PageBlock {
    if report.keyResults.all.isEmpty { return .paragraph(StrategyReport.Lack.cycle) }
    if report.keyResults.weak.isEmpty { return .paragraph(StrategyReport.Lack.keyResults) }
    return list(report.keyResults.weak) { entry in
      let confidence = entry.numbers.confidence.map { ", confidence \($0.tenth)" } ?? ""
      return "\(entry.title) (\(entry.teamName)\(entry.owner.map { ", \($0)" } ?? "")): \(entry.numbers.word), "
        + "\(entry.progressWords)\(confidence), last check-in \(entry.numbers.staleness)"
    }
  }

  private var moved: PageBlock {
    guard let moved = report.moved else { return .paragraph(StrategyReport.Lack.history) }
    if moved.all.isEmpty { return .paragraph(StrategyReport.Lack.moved) }
    return list(moved.all) { entry in
      "\(entry.day): \(entry.what), \(entry.move), \(entry.effect); by \(entry.who)"
        + (entry.reason.map { ": \($0)" } ?? "")
    }
  }

  private var handOvers: PageBlock {
    guard let all = report.handOvers.all else { return .paragraph(StrategyReport.Lack.history) }
    if all.isEmpty { return .paragraph(StrategyReport.Lack.handOvers) }
    return list(all) { entry in
      "\(entry.name): from \(entry.from(in: report.strategy)) to \(entry.to(in: report.strategy)) on \(entry.after.from)"
        + (entry.recordedLate.map { ", \($0)" } ?? "")
    }
  }

  private var decisions: PageBlock {
    guard let decisions = report.decisions else { return .paragraph(StrategyReport.Lack.history) }
    if decisions.isEmpty { return .paragraph(StrategyReport.Lack.decisions) }
    return list(decisions) { decision in
      [
        "\(decision.day): \(decision.outcome) \(decision.subjectWords)",
        decision.decidedBy.isEmpty ? nil : "by \(decision.whoWords(in: report.strategy))", decision.because,
      ].compactMap(\.self).joined(separator: "; ")
    }
  }

  private var reviews: PageBlock {
    if report.reviews.isEmpty { return .paragraph(StrategyReport.Lack.reviews) }
    return list(report.reviews) { "\($0.name): \($0.day), \($0.dueWords(on: report.period.today))" }
  }

  private func list<Element>(_ elements: [Element], _ line: (Element) -> String) -> PageBlock {
    let left = elements.count - Self.most
    return .list(elements.prefix(Self.most).map(line) + (left > 0 ? ["and \(left) more"] : []))
  }
}

extension StrategyReport {
  var heading: String { "\(title): \(period.span.rawValue) \(period.name)" }

  var lead: String { "\(period.first) to \(period.last), as known on \(period.today)" }

  /// Warnings that a reader must not miss.
  var notes: [String] {
    numbers.stars.compactMap { $0.lateness(in: period) } + [warning].compactMap(\.self) + happenings + doubts + limits
  }

  /// What the reported metrics' files say of days in the period.
  private var happenings: [String] {
    (numbers.stars + numbers.inputs + numbers.guardrails.map(\.metric)).flatMap { metric in
      metric.annotations.filter { period.days.contains($0.day) }.map { "\($0.day), \(metric.name): \($0.text)" }
    }
  }
}
