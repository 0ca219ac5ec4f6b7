import Diagnostics
import History
import Numbers
import Pictures
package import Presentation
import StrategyModel

/// A report as a page with charts and tables.
package struct ReportPage {
  package let report: StrategyReport

  package init(report: StrategyReport) {
    self.report = report
  }

  /// More lines in one chart cannot be distinguished.
  private static let mostSegments = 4

  package var page: Page {
    var page = Page(report.heading, lead: report.lead)
    page.add(.list(report.headlines))
    page.add(report.notes.map { .note($0) })
    page.add(.heading("North Star"))
    page.add(northStars)
    page.add(.heading("Inputs that drive it"), inputs)
    page.add(changes)
    page.add(.heading("Guardrails"), guardrails)
    page.add(breachCharts)
    if let screen = report.goodhart { page.add(.paragraph(GoodhartText(screen, in: report.strategy).sentence)) }
    if let results = report.results {
      page.add(.heading("Scores"))
      page.add(results.blocks)
    }
    page.add(.heading("Weakest key results"))
    page.add(keyResults)
    page.add(.heading("Moved goals and measures"), moved)
    page.add(.heading("Changed hands"), handOvers)
    page.add(.heading("Decided"), decisions)
    page.add(.heading("Reviews due within \(StrategyReport.soon) days"), reviews)
    return page
  }

  private var northStars: [PageBlock] {
    guard !report.numbers.stars.isEmpty else { return [.paragraph(StrategyReport.Lack.northStar)] }
    return report.numbers.stars.indices.flatMap { place -> [PageBlock] in
      let star = report.numbers.stars[place]
      guard star.value != nil else { return [.paragraph("\(star.name) has not been measured yet.")] }
      let charts = ReportCharts(report)
      let all = report.numbers.segments[place]
      let segments = Array(all.prefix(Self.mostSegments))
      let left = all.count - segments.count
      return [.chart(charts.trend(of: star, id: "north-star-\(place + 1)")), table(of: segments, star)]
        + (left > 0 ? [.paragraph("And \(counted(left, "smaller segment")).")] : [])
        + (segments.count > 1 ? [.chart(charts.segments(segments, of: star, id: "segments-\(place + 1)"))] : [])
    }
  }

  private func table(of segments: [ReportedNumbers.Segment], _ star: ReportedMetric) -> PageBlock {
    let calendar = report.strategy.calendar
    let rows = [("all", star.standing)] + segments.map { ($0.name, $0.standing) }
    return .table(
      ["segment", "period", star.unit ?? "value", "on week", "on month", "on year", "of target"],
      rows.map { name, standing in
        let changes = standing.changes(in: calendar)
        return [
          name, standing.last.map { calendar.name(of: $0.period) } ?? "", standing.last?.value.figure ?? "",
          changes.week?.short ?? "", changes.month?.short ?? "", changes.year?.short ?? "",
          standing.shareOfTarget?.shareFigure ?? "",
        ]
      }, numeric: [2, 3, 4, 5, 6])
  }

  private var inputs: PageBlock {
    guard !report.numbers.inputs.isEmpty else { return .paragraph(StrategyReport.Lack.inputs) }
    guard report.numbers.hasReadings else { return .paragraph(StrategyReport.Lack.readings) }
    let hasTargets = report.numbers.inputs.contains { $0.standing.target != nil }
    return .table(
      ["input", "value", "on week", "on month"] + (hasTargets ? ["of target"] : [])
        + ["last 13", "owner"],
      report.numbers.inputs.map { input in
        let changes = input.changes
        return [
          input.name, input.cell, changes.week?.short ?? "", changes.month?.short ?? "",
        ] + (hasTargets ? [input.standing.shareOfTarget?.shareFigure ?? ""] : [])
          + [input.sparkline, input.owner ?? "nobody"]
      }, numeric: hasTargets ? [2, 3, 4] : [2, 3])
  }

  /// The inputs' contributions to the change of the North Star.
  private var changes: [PageBlock] {
    report.changes.enumerated().compactMap { place, change in
      change.map {
        .chart(PageChart(svg: WaterfallSVG(id: "change-\(place + 1)").render($0.picture), text: $0.picture.title))
      }
    }
  }

  private var guardrails: PageBlock {
    guard !report.numbers.guardrails.isEmpty else { return .paragraph(StrategyReport.Lack.guardrails) }
    guard report.numbers.hasReadings else { return .paragraph(StrategyReport.Lack.readings) }
    return .table(
      ["guardrail", "state", "value", "last 13", "guards"],
      report.numbers.guardrails.map { guardrail in
        [
          guardrail.metric.name, guardrail.stateWords(in: report.strategy.calendar), guardrail.metric.cell,
          guardrail.metric.sparkline, guardrail.guarded.joined(separator: ", "),
        ]
      })
  }

  private var breachCharts: [PageBlock] {
    report.numbers.guardrails.enumerated().compactMap { place, guardrail in
      guardrail.breach.map {
        .chart(ReportCharts(report).breach($0, of: guardrail, id: "breach-\(place + 1)"))
      }
    }
  }

  private var keyResults: [PageBlock] {
    if report.keyResults.all.isEmpty { return [.paragraph(StrategyReport.Lack.cycle)] }
    if report.keyResults.weak.isEmpty { return [.paragraph(StrategyReport.Lack.keyResults)] }
    let shown = report.keyResults.weak.prefix(10)
    let left = report.keyResults.weak.count - shown.count
    let table = PageBlock.table(
      ["key result", "status", "progress", "expected", "confidence", "last check-in", "team"],
      shown.map { entry in
        [
          entry.title, ([entry.numbers.word] + entry.remarks).joined(separator: "; "),
          (try? entry.numbers.progress.get())?.shown.percent ?? "", entry.openExpected?.percent ?? "",
          entry.numbers.confidence?.tenth ?? "", entry.numbers.staleness,
          entry.teamName + (entry.owner.map { " (\($0))" } ?? ""),
        ]
      }, numeric: [2, 3, 4])
    return [table]
      + (left > 0 ? [.paragraph("And \(left) more.")] : [])
  }

  private var moved: PageBlock {
    guard let moved = report.moved else { return .paragraph(StrategyReport.Lack.history) }
    if moved.all.isEmpty { return .paragraph(StrategyReport.Lack.moved) }
    return .table(
      ["day", "what", "from", "to", "effect", "by", "reason"],
      moved.all.map { entry in
        [
          entry.day.description, entry.what, entry.from ?? "", entry.to ?? "", entry.effect, entry.who,
          entry.reason ?? "none given",
        ]
      })
  }

  private var handOvers: PageBlock {
    guard let all = report.handOvers.all else { return .paragraph(StrategyReport.Lack.history) }
    if all.isEmpty { return .paragraph(StrategyReport.Lack.handOvers) }
    return .table(
      ["lever", "from", "to", "since", "recorded"],
      all.map { entry in
        [
          entry.name, entry.from(in: report.strategy), entry.to(in: report.strategy), entry.after.from.description,
          entry.after.recorded.description,
        ]
      })
  }

  private var decisions: PageBlock {
    guard let decisions = report.decisions else { return .paragraph(StrategyReport.Lack.history) }
    if decisions.isEmpty { return .paragraph(StrategyReport.Lack.decisions) }
    return .table(
      ["day", "outcome", "subject", "by", "because"],
      decisions.map { decision in
        [
          decision.day.description, decision.outcome, decision.subjectWords,
          decision.whoWords(in: report.strategy), decision.because ?? "",
        ]
      })
  }

  private var reviews: PageBlock {
    if report.reviews.isEmpty { return .paragraph(StrategyReport.Lack.reviews) }
    return .table(
      ["subject", "due", "state"],
      report.reviews.map { [$0.name, $0.day.description, $0.dueWords(on: report.period.today)] })
  }
}
