import Presentation
import StrategyModel

/// How a key result is measured, as guessed from its words.
struct GoalNumbers {
  var type = KeyResultType.milestone
  var baseline: Figure?
  var target: Figure?
  var lower: Figure?
  var upper: Figure?
  var stretch: Figure?
  /// The value on the day of writing: `(now 43)`.
  var current: Figure?
  var unit: String?
  /// `by 10 %` and `2x`: the target depends on a baseline that the words do not have.
  var isRelative = false
  /// Numbers in the words that are used nowhere.
  var others: [String] = []

  init(_ title: String) {
    let sentence = GoalSentence(title)
    place(sentence)
    settle(sentence)
  }
}

// The meaning.
extension GoalNumbers {
  private typealias FoundFigure = GoalSentence.FoundFigure

  /// Gives each figure its place.
  private mutating func place(_ sentence: GoalSentence) {
    let (figures, verb) = (sentence.figures, sentence.direction)
    var rest: [FoundFigure] = []
    var span: FoundFigure?
    for (number, found) in figures.enumerated() {
      let before = number > 0 ? figures[number - 1] : nil
      switch found.role {
      case .stretch: stretch = stretch ?? found.figure
      case .current, .part: current = current ?? found.figure
      case .from where baseline == nil: baseline = found.figure
      case .between where lower == nil: lower = found.figure
      case .and where before?.role == .between && upper == nil: upper = found.figure
      case .span: span = span ?? found
      case .aside: others.append(sentence.words[found.range].map(\.bare).joined(separator: " "))
      default:
        let isPair = baseline != nil && found.role == .to
        if case .factor = found.figure.value, !isPair {
          isRelative = true
        } else if found.role == .by, verb == .up || verb == .down, found.figure.number != nil {
          isRelative = true
        } else {
          rest.append(found)
        }
      }
    }
    if rest.isEmpty, let asked = span, baseline != nil || current != nil {
      // `Close the books in 5 days (was 9)`
      rest.append(FoundFigure(figure: asked.figure, range: asked.range, role: .atMost))
    }
    if rest.isEmpty, verb == .make, let source = baseline, current == nil {
      // `Collect answers from 60 administrators`
      baseline = nil
      rest += figures.filter { $0.role == .from && $0.figure == source }.prefix(1)
    }
    // `6 courses to 11` and `41 → 55`: what is before is where it starts.
    if baseline == nil,
      let to = rest.firstIndex(where: { $0.role == .to || $0.role == .atMost || $0.role == .atLeast }),
      to > 0, rest[to - 1].role == .plain, isJoined(rest[to - 1], rest[to], sentence.words)
    {
      baseline = rest.remove(at: to - 1).figure
    }
    let wanted = rest.first { $0.role == .to } ?? rest.first { $0.role == .atLeast || $0.role == .atMost } ?? rest.first
    if let wanted, lower == nil {
      setTarget(wanted, verb)
      rest.removeAll { $0.range == wanted.range }
    }
    others += rest.map { sentence.words[$0.range].map(\.bare).joined(separator: " ") }
  }

  /// Whether hardly more than a unit and `to` are between two figures.
  private func isJoined(_ first: FoundFigure, _ second: FoundFigure, _ words: [GoalSentence.Word]) -> Bool {
    // `Increase users 15 % to 40,000`
    if first.figure.unit == "percent", second.figure.unit == nil, second.figure.number ?? 0 > 100 { return false }
    let between = words[first.range.upperBound..<second.range.lowerBound]
    return between.count <= 4 && !between.dropLast().contains { $0.ends }
      && between.contains {
        $0.lower == "to" || $0.lower == "→"
      }
  }

  private mutating func setTarget(_ wanted: FoundFigure, _ verb: GoalSentence.Direction) {
    let isUpper = wanted.role == .atMost
    if verb == .keep, baseline == nil {
      if isUpper { upper = wanted.figure } else { lower = wanted.figure }
    } else {
      target = wanted.figure
      if isUpper { type = .decrease }
    }
    unit = unit ?? wanted.figure.unit
  }

  private mutating func settle(_ sentence: GoalSentence) {
    let (figures, verb) = (sentence.figures, sentence.direction)
    unit = unit ?? baseline?.unit ?? lower?.unit ?? upper?.unit ?? current?.unit
    if unit == nil, target != nil || lower != nil || upper != nil {
      let measured = [baseline, target, lower, upper].compactMap { own in figures.first { $0.figure == own } }
      unit = measured.compactMap { sentence.noun(behind: $0.range) }.first
    }
    for path in [\GoalNumbers.baseline, \.target] {
      // `1.8x to 2.5x` is a pair of plain numbers.
      if case .factor(let number)? = self[keyPath: path]?.value { self[keyPath: path]?.value = .number(number) }
    }
    if lower != nil || upper != nil {
      type = .maintain
      if let low = lower?.number, let high = upper?.number, low > high { swap(&lower, &upper) }
      return
    }
    if target == nil, baseline != nil || verb == .factor { isRelative = true }
    guard target != nil || isRelative else {
      type = .milestone
      unit = nil
      return
    }
    if let from = baseline?.number, let to = target?.number {
      type = to < from ? .decrease : .increase
    } else if type != .decrease {
      type = verb == .down || (verb == .none && isLowerBetter(sentence.words)) ? .decrease : .increase
    }
    if unit == nil { unit = sentence.subject }
    let isPlain = figures.contains { $0.role == .plain && $0.figure == target }
    let isCount = verb == .make || verb == .none && isPlain && !GoalSentence.spans.contains(unit ?? "")
    let isPart = figures.contains { $0.role == .part }
    if baseline == nil, current == nil || isPart, !isRelative, isCount, type == .increase, let number = target?.number,
      number > 0, number == number.rounded(), target?.unit == nil
    {
      baseline = Figure("0")
    }
  }

  /// Whether the words name something of which less is better, and a length of time.
  private func isLowerBetter(_ words: [GoalSentence.Word]) -> Bool {
    let known = words.contains { word in
      [
        "time", "latency", "duration", "cost", "costs", "churn", "errors", "bugs", "incidents", "complaints", "backlog",
        "attrition", "downtime", "defects",
      ].contains(word.lower)
    }
    return known && words.first.map { !GoalSentence.Direction.makes.contains($0.lower) } ?? true
  }
}
