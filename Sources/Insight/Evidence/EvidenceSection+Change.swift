import Numbers
import Pictures
import Presentation
import StrategyModel
import StrategyStore

extension EvidenceSection {
  /// What moved the judged metric since its last review, by component and by the team that owned it.
  static func change(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("change", "What moved it, and who held that")
    guard let metric = context.metric else { return section }
    guard let (from, to) = context.ends(of: metric) else {
      section.lack("No two periods \(context.sinceWords) have readings to compare.")
      return section
    }
    do throws(ExplanationProblem) {
      let explanation = try ChangeExplanation(
        of: metric, from: from, to: to, in: context.strategy, knownOn: context.day)
      section.add(
        ExplainedMetric(explanation: explanation, strategy: context.strategy, holders: context.holders), context)
    } catch .noFormula {
      section.addSegments(of: metric, from, to, context)
    } catch {
      section.lack("The change cannot be split: \(StrategyError(error, of: metric, in: context.strategy).message).")
    }
    return section
  }

  private mutating func add(_ explained: ExplainedMetric, _ context: EvidenceContext) {
    let parts = explained.explanation.split.parts.sorted { abs($0.contribution) > abs($1.contribution) }
    say(
      "From \(explained.from) to \(explained.to) it changed by \(explained.ends.change.signedFigure): "
        + parts.map { "\($0.metric) \($0.contribution.signedFigure)" }.joined(separator: ", ") + ".")
    let teams = explained.byTeam
    say("By owner: " + teams.map { "\($0.team) \($0.change.signedFigure)" }.joined(separator: ", ") + ".")
    if context.holders.isFromFiles { lack("The owners are taken from today's files only.") }
    if let rest = explained.unexplained { say("The formula does not explain \(rest.signedFigure).") }
    show(
      .chart(PageChart(svg: WaterfallSVG(id: "change").render(explained.picture), text: "")))
    show(.table(["component", "from", "to", "did", "held by"], cells: explained.rows, numeric: [1, 2, 3]))
    for below in explained.below {
      show(
        .heading("Behind \(below.id)", level: 3),
        .table(["component", "from", "to", "did", "held by"], cells: below.rows, numeric: [1, 2, 3]))
    }
  }

  private mutating func addSegments(of metric: String, _ from: Period, _ to: Period, _ context: EvidenceContext) {
    guard (context.strategy.readings[metric]?.segments.count ?? 0) > 1 else {
      lack("\(metric) has neither a formula nor segments, so its change cannot be split.")
      return
    }
    do throws(SegmentExplanation.Problem) {
      let explanation = try SegmentExplanation(
        of: metric, weights: nil, from: from, to: to, in: context.strategy, knownOn: context.day)
      let explained = ExplainedSegments(
        explanation: explanation, strategy: context.strategy,
        holders: context.holders.holders(of: metric, during: from, to), notes: [])
      let calendar = context.strategy.calendar
      say(
        "From \(calendar.name(of: from)) to \(calendar.name(of: to)) it changed by "
          + "\(explanation.ends.change.signedFigure), by segment: "
          + explanation.parts.map { "\($0.segment) \($0.contribution.signedFigure)" }.joined(separator: ", ") + ".")
      show(
        .chart(
          PageChart(svg: WaterfallSVG(id: "change").render(explained.picture), text: "")))
    } catch {
      lack("The change cannot be split: \(StrategyError(error, of: metric, in: context.strategy).message).")
    }
  }
}

extension EvidenceContext {
  /// The periods before and after: of the last review, and the last one measured. `nil` unless there are two.
  fileprivate func ends(of metric: String) -> (from: Period, to: Period)? {
    let own = series(of: metric)
    let parts = strategy.metrics[metric]?.formula.flatMap { try? Formula(parsing: $0.value) }?.names ?? []
    let measured = own.isEmpty ? parts.map { series(of: $0) }.filter { !$0.isEmpty } : [own]
    guard let to = measured.compactMap({ $0.last?.period }).min(),
      measured.allSatisfy({ $0.periods.first?.grain == to.grain })
    else { return nil }
    let start = strategy.calendar.period(to.grain, containing: since)
    let from = measured.compactMap { series in
      series.through(start).last?.period ?? series.periods.first
    }.max()
    return from.flatMap { $0 < to ? ($0, to) : nil }
  }
}

extension ExplainedMetric {
  /// The contribution of the metrics of each team; a metric that changed hands is listed with all its teams.
  fileprivate var byTeam: [(team: String, change: Double)] {
    var sums: [String: Double] = [:]
    for part in explanation.split.parts {
      let teams = holders(of: part.metric).map { $0.team ?? $0.person ?? "nobody" }
      let unlike = teams.indices.filter { $0 == 0 || teams[$0] != teams[$0 - 1] }.map { teams[$0] }
      sums[unlike.isEmpty ? "nobody" : unlike.joined(separator: ", then "), default: 0] += part.contribution
    }
    return sums.sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }.map { ($0.key, $0.value) }
  }

  fileprivate var rows: [[Cell]] {
    explanation.split.parts.map { part in
      let names = holders(of: part.metric).map(\.name)
      return [
        .text(part.metric), .number(part.from, shown: part.from.figure), .number(part.to, shown: part.to.figure),
        .number(part.contribution, shown: part.contribution.signedFigure),
        names.isEmpty ? .absent("nobody") : .list(names, separator: ", then "),
      ]
    }
      + (unexplained.map { rest in
        [[.text("not in the formula"), .text(nil), .text(nil), .number(rest, shown: rest.signedFigure), .text(nil)]]
      } ?? [])
  }
}
