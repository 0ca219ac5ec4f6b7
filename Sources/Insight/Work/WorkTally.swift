import Presentation
package import StrategyModel

/// The work that commits claim to do for the inputs of a strategy.
package struct WorkTally {
  /// One input, in the order of the metrics' files.
  struct Line {
    let input: Int
    let id: String
    let team: String?
    var objectives = 0
    var initiatives: [String] = []
    var commits = 0
    var authors: Set<String> = []
    /// In seconds since 1970.
    var last: Int64?
  }

  /// Work for something that is not an input in use.
  struct Stray {
    let name: String
    /// Follows the name: "is retired".
    let fault: String
    var near: [String] = []
    var commits: [MovingCommit] = []
  }

  private(set) var lines: [Line] = []
  /// Sorted by name.
  private(set) var strays: [Stray] = []
  /// Commits by the other strategies that they name.
  private(set) var others: [String: Int] = [:]
  /// The commits that count for this strategy, including stray ones.
  private(set) var commits = 0

  /// - Parameter commits: a commit in several repositories counts once.
  package init(_ commits: [MovingCommit], for strategy: Strategy) {
    lines = strategy.workLines
    let positions = Dictionary(lines.indices.map { (lines[$0].id, $0) }) { first, _ in first }
    let own = strategy.settings?.id?.value
    let authors = Authors(strategy)
    var seen: Set<String> = []
    var strays: [String: Stray] = [:]
    for commit in commits where seen.insert(commit.id).inserted {
      let (names, others) = Self.split(commit.moves, own: own)
      for other in others { self.others[other, default: 0] += 1 }
      if !names.isEmpty { self.commits += 1 }
      for name in names {
        if let position = positions[name] {
          lines[position].add(commit, by: authors.name(of: commit))
        } else {
          strays[name, default: strategy.stray(name)].commits.append(commit)
        }
      }
    }
    self.strays = strays.values.sorted { $0.name < $1.name }
  }

  /// What a commit moves here, each once, and which other strategies it names. A name without a strategy means this
  /// one.
  private static func split(_ moves: [String], own: String?) -> (names: Set<String>, others: Set<String>) {
    var names: Set<String> = []
    var others: Set<String> = []
    for move in moves {
      let parts = move.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, parts[0] != own { others.insert(parts[0]) } else { names.insert(parts.last ?? "") }
    }
    return (names, others)
  }
}

extension WorkTally.Line {
  fileprivate mutating func add(_ commit: MovingCommit, by author: String) {
    commits += 1
    authors.insert(author)
    last = max(last ?? commit.time, commit.time)
  }
}

/// The names of the commit authors: a handle where `people/` has one person with the address.
private struct Authors {
  private let book: AddressBook

  init(_ strategy: Strategy) { book = strategy.addressBook }

  func name(of commit: MovingCommit) -> String {
    book.person(of: commit.email) ?? MailAddress(commit.email).text
  }
}

extension Strategy {
  /// The inputs in use, with their goals and no work yet.
  fileprivate var workLines: [WorkTally.Line] {
    var lines: [WorkTally.Line] = []
    var positions: [Int: Int] = [:]
    for position in metrics.all.indices where graph.isLive[position] && metrics.all[position].role?.value == .input {
      guard let id = metrics.all[position].id?.value else { continue }
      positions[position] = lines.count
      lines.append(.init(input: position, id: id, team: metrics.all[position].owner?.team?.id))
    }
    for goal in commitments.goals where commitments.okrStates[goal.okrs].isCommitted {
      if let input = goal.input, let line = positions[input] { lines[line].objectives += 1 }
    }
    for initiative in initiatives.all where initiative.state?.value == .running {
      guard let input = metrics.position(of: initiative.input), let line = positions[input] else { continue }
      lines[line].initiatives.append(initiative.id?.value ?? "")
    }
    return lines
  }

  /// Why work for this name does not count as work for an input.
  fileprivate func stray(_ name: String) -> WorkTally.Stray {
    guard !name.isEmpty else { return .init(name: name, fault: "names nothing") }
    guard let position = metrics.position(of: name) else {
      let inputs = metrics.all.filter { $0.role?.value == .input && $0.lifecycle?.value != .retired }
      return .init(
        name: name, fault: "is not a metric", near: nearNames(to: name, among: inputs.compactMap { $0.id?.value }))
    }
    let metric = metrics.all[position]
    if metric.lifecycle?.value == .retired {
      return .init(name: name, fault: "is retired\(metric.retired.map { " since \($0.value)" } ?? "")")
    }
    guard metric.role?.value == .input else {
      let role = metric.role.map { $0.value == .northStar ? "the North Star" : "a \($0.value.rawValue)" }
      return .init(
        name: name, fault: "is \(role ?? "a metric without a role"), not an input",
        near: graph.inputs(above: position, in: self))
    }
    return .init(name: name, fault: "is a draft")
  }
}

extension CycleState? {
  /// Whether goals in such a cycle are binding.
  fileprivate var isCommitted: Bool { self == .active || self == .grading }
}

extension MetricGraph {
  /// The inputs in use that a metric drives, near ones first.
  fileprivate func inputs(above metric: Int, in strategy: Strategy) -> [String] {
    var found: [String] = []
    var seen: Set<Int> = [metric]
    var queue = [metric]
    var next = 0
    while next < queue.count {
      for step in up[queue[next]] where isLive[step.metric] && seen.insert(step.metric).inserted {
        if strategy.metrics.all[step.metric].role?.value == .input {
          found += [strategy.metrics.all[step.metric].id?.value].compactMap(\.self)
        } else {
          queue.append(step.metric)
        }
      }
      next += 1
    }
    return found
  }
}
