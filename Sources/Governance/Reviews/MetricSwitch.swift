import Decisions
import Editing
import History
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// The replacement of one metric by another, as decided.
struct MetricSwitch {
  private let old: String
  private let new: String
  private let isNorthStar: Bool
  private let overlapUntil: Day?
  /// In the given order; an entity that ends has no successor.
  private let mapping: [(from: String, to: String?)]

  /// Throws for missing successors: replacing a North Star must leave nothing open.
  init(
    of subject: ReviewSubject, by new: String, until overlap: String?, mapping pairs: [String], in strategy: Strategy,
    on today: Day
  ) throws(StrategyError) {
    old = subject.entity.id
    self.new = new
    if case .northStar = subject { isNorthStar = true } else { isNorthStar = false }
    guard let newPosition = strategy.metrics.position(of: new), let oldPosition = strategy.metrics.position(of: old)
    else { throw .unknown(new, among: Set(strategy.metrics.all.compactMap { $0.id?.value }), "metric") }
    guard new != old else {
      throw StrategyError(
        .badRequest, message: "'\(old)' cannot replace itself", help: ["Decide 'refine' for a new definition."])
    }
    overlapUntil = try MetricSwitch.day(overlap, after: today)
    mapping = try pairs.map { pair throws(StrategyError) in try MetricSwitch.pair(pair, strategy) }
    guard isNorthStar else { return }
    guard overlapUntil != nil else {
      throw StrategyError(
        .badRequest, message: "it needs the day until which '\(old)' is still measured next to '\(new)'",
        help: ["Give \(give: .overlapUntil)."])
    }
    let known = Dictionary(mapping.map { ($0.from, $0.to ?? "") }) { first, _ in first }
    let succession = Succession(of: oldPosition, by: newPosition, mapping: known, in: strategy)
    try requireComplete(succession)
  }

  private func requireComplete(_ succession: Succession) throws(StrategyError) {
    let missing =
      succession.unmappedInputs.map { "metric/\($0)" } + succession.unmappedObjectives.map { "okrs/\($0)" }
    guard !missing.isEmpty else { return }
    throw StrategyError(
      .refused, message: "there is no successor for \(missing.joined(separator: ", "))",
      help: missing.map { "Add \(give: .map, "\($0)=<successor>"), or \(give: .map, "\($0)=") when it ends." })
  }

  private static func day(_ text: String?, after today: Day) throws(StrategyError) -> Day? {
    try text.map { text throws(StrategyError) in try Day(argument: text, after: today) }
  }

  private static func pair(_ text: String, _ strategy: Strategy) throws(StrategyError) -> (from: String, to: String?) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw StrategyError(.badRequest, message: "'\(text.visible)' is not a pair like activation-rate=activation-rate")
    }
    return (try name(parts[0], strategy), parts[1].isEmpty ? nil : try name(parts[1], strategy))
  }

  /// `metric/activation-rate` for `activation-rate`; objectives by their OKRs.
  private static func name(_ text: String, _ strategy: Strategy) throws(StrategyError) -> String {
    if strategy.metrics.contains(text) { return "metric/\(text)" }
    if strategy.objective(text) != nil { return "okrs/\(text)" }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Kind(rawValue: parts[0]), strategy.contains(kind, parts[1]) { return text }
    throw .unknown(text, among: Set(strategy.metrics.all.compactMap { $0.id?.value }), "metric or objective")
  }

  /// The text about it in the review's file.
  var entries: [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = [.init("replacement", .scalar(new))]
    if let overlapUntil { entries.append(.init("overlap_until", .scalar(overlapUntil.description))) }
    guard !mapping.isEmpty else { return entries }
    let items = mapping.map { pair -> YAMLValue in
      .mapping([.init("from", .scalar(pair.from))] + (pair.to.map { [.init("to", .scalar($0))] } ?? []))
    }
    return entries + [.init("mapping", .sequence(items))]
  }

  /// The new metric takes over the old one's role; the old one is still measured for a while.
  func apply(to draft: inout StrategyDraft) throws(StrategyError) {
    let role = draft.strategy.metrics[old]?.role?.value.rawValue
    try draft.set("role", to: role ?? "input", of: new)
    try draft.set("lifecycle", to: "active", of: new)
    try draft.set("supersedes", to: old, of: new)
    try draft.set("lifecycle", to: "deprecated", of: old)
    if isNorthStar {
      let path = draft.innerPath(draft.strategy.settingsPath)
      try draft.edit(path, [.set([.key("north_star")], new)])
    }
  }
}

extension StrategyDraft {
  /// Sets a field of a metric; the field may be absent.
  fileprivate mutating func set(_ field: String, to value: String, of metric: String) throws(StrategyError) {
    try SettingField(name: "metric/\(metric).\(field)", edit: .set(value)).change(&self)
  }
}
