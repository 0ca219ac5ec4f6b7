import Numbers
import Presentation
import StrategyModel

/// What goals of one cycle are resolved against.
struct GoalSetting {
  let strategy: Strategy
  let names: NameBook
  let starts: Day?
  let ends: Day?
  /// Whether scores are final, or could be: the cycle is closed, being graded, or past its end.
  let isOver: Bool

  init(_ strategy: Strategy, _ names: NameBook, cycle id: String?, today: Day) {
    (self.strategy, self.names) = (strategy, names)
    let cycle = id.flatMap { strategy.cycles[$0] }
    (starts, ends) = (cycle?.starts?.value, cycle?.ends?.value)
    let state = cycle?.state?.value
    isOver = state == .closed || state == .grading || (ends.map { $0 < today } ?? false)
  }

  /// Whether a metric is an input or drives it; an objective without one excludes nothing.
  func leads(_ metric: String, to input: String?) -> Bool {
    guard let input, metric != input else { return true }
    guard let start = strategy.metrics.position(of: metric), let end = strategy.metrics.position(of: input) else {
      return false
    }
    var seen: Set = [start]
    var queue = [start]
    while let next = queue.popLast() {
      if next == end { return true }
      for step in strategy.graph.up[next] where seen.insert(step.metric).inserted { queue.append(step.metric) }
    }
    return false
  }

  /// A day as people write it; one without a year is in the cycle.
  func day(_ text: String) -> (day: Day, isExact: Bool)? {
    let bare = text.lowercased().hasPrefix("by ") ? String(text.dropFirst(3)) : text
    let reader = DayReader()
    if case .success(let day) = reader.day(bare, isStart: false) { return (day, true) }
    let years = Set([starts?.year, ends?.year].compactMap(\.self))
    let found = years.compactMap { year -> Day? in
      guard case .success(let day) = reader.day("\(bare) \(year)", isStart: false), let starts, let ends,
        (starts...ends).contains(day)
      else { return nil }
      return day
    }
    return found.count == 1 ? (found[0], false) : nil
  }
}

/// The owners that a text names.
struct GoalOwners {
  private(set) var first: NameBook.Match?
  /// The other people among them, by id.
  private(set) var others: [String] = []
  /// Names that nobody has.
  private(set) var unknown: [String] = []
  /// Whether the text says that there is no owner yet.
  private(set) var isVacant = false

  init(_ text: String, _ names: NameBook) {
    if GoalOwners.vacancies.contains(text.lowercased().trimmed) {
      isVacant = true
      return
    }
    var parts = [text]
    if names.person(text) == nil {
      for sign in [" and ", " & ", " + ", ",", ";", "/", "|", "\n"] {
        parts = parts.flatMap { part in
          names.person(part) == nil ? part.split(by: sign).map(\.trimmed).filter { !$0.isEmpty } : [part]
        }
      }
    }
    for part in parts {
      if let match = names.person(part) {
        if first == nil { first = match } else if match.id != first?.id { others.append(match.id) }
      } else {
        unknown.append(part)
      }
    }
  }

  private static let vacancies: Set = [
    "tbd", "tbh", "tbc", "n/a", "na", "-", "–", "—", "?", "??", "???", "none", "nobody", "vacant", "open", "unassigned",
    "to be hired", "new hire", "vacancy",
  ]
}

/// A grade as people write it: `0.7`, `70 %`, `7/10`.
struct GoalScore {
  /// 0 to 1.
  let share: Double
  /// Whether it is written as the model has it.
  let isPlain: Bool

  init?(_ text: String) {
    let parts = text.split(separator: "/").map { $0.trimmed }
    guard (1...2).contains(parts.count), let figure = Figure(whole: parts[0]), let number = figure.number else {
      return nil
    }
    if parts.count == 2 {
      guard let whole = Figure(whole: parts[1])?.number, whole > 0 else { return nil }
      (share, isPlain) = ((number / whole * 1e6).rounded() / 1e6, false)
    } else if figure.unit == "percent" {
      (share, isPlain) = ((number * 1e4).rounded() / 1e6, false)
    } else {
      (share, isPlain) = (number, true)
    }
    guard (0...1).contains(share) else { return nil }
  }
}

extension String {
  fileprivate func split(by sign: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: sign) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
