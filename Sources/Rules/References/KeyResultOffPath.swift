import Diagnostics
import StrategyModel
import StrictYAML

struct KeyResultOffPath: Rule {
  let card = Card(
    id: "NS208", name: "key-result-off-path", severity: .error,
    summary: "A key result's metric does not lead to the metric that its objective aims at.",
    rationale: """
      The team can reach every key result and still not move its input: the number it watches does not move the lever. \
      Measure a driver of the input, or add the missing edge, with the belief behind it.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "metric: activation-rate", with: "metric: ↓meetings-per-workspace"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "metric: activation-rate", with: "metric: ↓recurring-revenue"),
    ],
    right: [
      Example(
        "okrs/2026-q1/growth.yaml",
        replacing: "title: An invitation can be sent from every calendar\n        type: milestone",
        with: "title: Every calendar can invite\n        type: milestone")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    var open = openQuestions(strategy)
    guard !open.isEmpty else { return }
    open.sort { ($0.target, $0.keyResult) < ($1.target, $1.keyResult) }
    var reach = Reach(strategy.graph)
    var faults: [Question] = []
    for (position, question) in open.enumerated() {
      if position == 0 || open[position - 1].target != question.target {
        reach.mark(below: [question.target], strategy.graph) { strategy.graph.isLive[$0] }
      }
      if !reach.contains(question.metric) { faults.append(question) }
    }
    guard !faults.isEmpty else { return }
    for fault in unexcused(faults, strategy).sorted(by: { $0.keyResult < $1.keyResult }) {
      add(fault, strategy, &report)
    }
  }

  /// A key result whose metric is neither its target nor drives it directly.
  private struct Question {
    let goal: Int
    /// The index as in `CommittedObjectives`.
    let keyResult: Int
    let metric: Int
    let target: Int
  }

  private func openQuestions(_ strategy: Strategy) -> [Question] {
    let graph = strategy.graph
    var questions: [Question] = []
    for (position, goal) in strategy.commitments.goals.enumerated() {
      guard let target = target(of: goal, strategy) else { continue }
      for keyResult in goal.keyResults {
        guard let metric = strategy.commitments.metric(ofKeyResult: keyResult), metric != target,
          graph.isLive[metric], !graph.up[metric].contains(where: { $0.metric == target })
        else { continue }
        questions.append(Question(goal: position, keyResult: keyResult, metric: metric, target: target))
      }
    }
    return questions
  }

  /// What an objective aims at; `nil` when another rule reports a fault with that.
  private func target(of goal: CommittedObjectives.Goal, _ strategy: Strategy) -> Int? {
    guard (goal.input == nil) != (goal.guards == nil), let target = goal.input ?? goal.guards,
      strategy.graph.isLive[target],
      goal.input == nil
        ? strategy.metrics.all[target].role?.value == .guardrail : strategy.mayAim(okrs: goal.okrs, at: target)
    else { return nil }
    return target
  }

  private func unexcused(_ faults: [Question], _ strategy: Strategy) -> [Question] {
    var hidden = HiddenWays(strategy)
    var kept: [Question] = []
    for (position, fault) in faults.enumerated() {
      if position == 0 || faults[position - 1].target != fault.target { hidden.look(from: [fault.target]) }
      if !hidden.mayLead(from: fault.metric) { kept.append(fault) }
    }
    return kept
  }

  private func add(_ fault: Question, _ strategy: Strategy, _ report: inout Report) {
    let goal = strategy.commitments.goals[fault.goal]
    let okrs = strategy.okrs.all[goal.okrs]
    let keyResults = okrs.objectives[goal.objective].keyResults
    guard let named = keyResults[fault.keyResult - goal.keyResults.lowerBound].metric else { return }
    let target = strategy.ids([fault.target])[0]
    report.add(
      .offPath(named.id, target), about: okrs, at: named.range, in: strategy, notes: [strategy.end(from: fault.metric)],
      help: [
        strategy.metrics.all[fault.metric].role?.value == .guardrail
          ? .protect(named.id) : .measure(target)
      ])
  }
}

extension Strategy {
  /// Where the way up from a metric ends: at another input, at the North Star, or where it stops.
  fileprivate func end(from metric: Int) -> Note {
    let path = graph.pathUpwards(from: metric)
    let goal = path.firstIndex { metrics.all[$0].role?.value == .input || metrics.all[$0].role?.value == .northStar }
    let shown = goal.map { path[...$0] } ?? path[...]
    guard let last = shown.last else { return Note("it leads nowhere") }
    switch metrics.all[last].role?.value {
    case .input? where shown.count == 1: return Note("it is a separate input", at: place(ofMetric: last))
    case .input?: return Note(.way(ids(shown)) + ", which is another input", at: place(ofMetric: last))
    case .northStar?: return Note(.way(ids(shown)) + ", past every input", at: place(ofMetric: last))
    default: return Note(.way(ids(shown) + ["stops here"]), at: place(ofMetric: last))
    }
  }
}

extension String {
  fileprivate static func offPath(_ metric: String, _ target: String) -> String {
    "'\(metric)' does not lead to '\(target)'"
  }

  fileprivate static func measure(_ target: String) -> String {
    "Measure what moves '\(target)', or add the missing 'drives:' edge."
  }

  fileprivate static func protect(_ guardrail: String) -> String {
    "Protect it in an objective of its own, with 'guards: \(guardrail)'."
  }
}
