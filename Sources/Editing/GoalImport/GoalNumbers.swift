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

  /// The words that are read; more are no sentence.
  private static let mostWords = 200

  init(_ title: String) {
    let words = GoalNumbers.words(title)
    let figures = GoalNumbers.figures(in: words)
    let verb = Direction(words)
    place(figures, words, verb)
    settle(figures, words, verb)
  }
}

// The words.
extension GoalNumbers {
  /// One word of a title.
  private struct Word {
    /// Without punctuation around it.
    let bare: String
    /// In lower case.
    let lower: String
    /// Whether a sentence, a list or a bracket ends behind it.
    var ends = false
    var isBracketed = false
  }

  private struct FoundFigure {
    var figure: Figure
    /// In the words: from the first to behind the last.
    let range: Range<Int>
    var role = Role.plain
  }

  private enum Role {
    case plain, from, to, atLeast, atMost, by, between, and, stretch, current
    /// A length of time around the goal: `within 7 days`.
    case span
  }

  private static func words(_ title: String) -> [Word] {
    var text = title
    for sign in ["→", "->", "=>", "➔", "⟶", "➜"] { text = text.replacing(sign, with: " → ") }
    for (sign, plain) in [("≥", "≥"), (">=", "≥"), ("≤", "≤"), ("<=", "≤"), (">", "≥"), ("<", "≤")] {
      text = text.replacing(sign, with: " \(plain) ")
    }
    return text.split(whereSeparator: \.isWhitespace).prefix(mostWords).map { piece in
      let start = piece.drop { "([\"'“‘„*_".contains($0) }
      var bare = start
      while let last = bare.last, ".,;:!)]\"'”’*".contains(last) { bare = bare.dropLast() }
      let word = bare.isEmpty ? String(piece) : String(bare)
      let behind = piece[bare.endIndex...]
      return Word(
        bare: word, lower: word.lowercased(), ends: behind.contains { ".,;:!)]".contains($0) },
        isBracketed: piece.first == "(" || piece.first == "[")
    }
  }

  private static func figures(in words: [Word]) -> [FoundFigure] {
    var found: [FoundFigure] = []
    var place = 0
    while place < words.count {
      guard let (figure, end) = figure(words, at: place), !isPartOfName(words, place) else {
        place += 1
        continue
      }
      let isSpan = isSpan(words, place, end)
      found.append(
        FoundFigure(figure: figure, range: place..<end, role: isSpan ? .span : role(words, before: place)))
      place = end
    }
    return found
  }

  /// The figure at a word, and where it ends: `1 200`, `41 %`, `5 million`.
  private static func figure(_ words: [Word], at place: Int) -> (Figure, Int)? {
    let word = words[place]
    guard var figure = Figure(word.bare) ?? counted(words, place) else { return nil }
    // `confidential` alone is a word of the sentence.
    if figure.value == .undisclosed, word.bare.count > 3, word.bare.allSatisfy(\.isLetter), !word.isBracketed {
      return nil
    }
    var end = place + 1
    func next() -> String? { end < words.count && !words[end - 1].ends ? words[end].lower : nil }
    if let digits = next(), figure.number != nil, word.bare.count <= 3, word.bare.allSatisfy(\.isASCIIDigit),
      digits.count == 3, digits.allSatisfy(\.isASCIIDigit), let joined = Figure(word.bare + digits)
    {
      (figure, end) = (joined, end + 1)
    }
    if let scale = next().flatMap({ ["million": 1e6, "thousand": 1e3, "billion": 1e9, "mio": 1e6][$0] }),
      let number = figure.number
    {
      (figure.value, end) = (.number(number * scale), end + 1)
    }
    if let sign = next(), let unit = units[sign] {
      if unit == "x" {
        guard let number = figure.number else { return nil }
        figure.value = .factor(number)
      } else {
        figure.unit = unit
      }
      end += 1
      if sign == "per", next() == "cent" { end += 1 }
    }
    if figure.unit == "percent", ["point", "points"].contains(next() ?? "") {
      (figure.unit, end) = ("percentage points", end + 1)
    }
    return (figure, end)
  }

  private static let units = [
    "%": "percent", "percent": "percent", "pct": "percent", "pp": "percentage points", "€": "EUR", "eur": "EUR",
    "euros": "EUR", "usd": "USD", "dollars": "USD", "$": "USD", "gbp": "GBP", "times": "x",
  ]

  /// `Hire two engineers`: a number in words behind a verb that makes things.
  private static func counted(_ words: [Word], _ place: Int) -> Figure? {
    let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    guard place == 1, let number = names.firstIndex(of: words[place].lower), Direction.makes.contains(words[0].lower)
    else { return nil }
    return Figure(String(number + 2))
  }

  /// Whether a number names something: `SOC 2`, `31 March`, `in 2026`.
  private static func isPartOfName(_ words: [Word], _ place: Int) -> Bool {
    let before = place > 0 ? words[place - 1].lower : ""
    let after = place + 1 < words.count && !words[place].ends ? words[place + 1].lower : ""
    let bare = words[place].bare
    if let number = Int(bare), bare.count == 4, (1990...2099).contains(number), !["to", "from", "→"].contains(before) {
      return true
    }
    if place == 0, ["TBD", "TBC", "TBA"].contains(bare) { return true }
    let isMonth = { (word: String) in months.contains { word.hasPrefix($0) && word.count < 10 } }
    if isMonth(after) || isMonth(before), Int(bare) != nil { return true }
    return named.contains(before)
  }

  /// Whether a number counts time around the goal: `within 7 days`, `older than 90 days`.
  private static func isSpan(_ words: [Word], _ place: Int, _ end: Int) -> Bool {
    guard end < words.count, !words[end - 1].ends, spans.contains(words[end].lower), place > 0 else { return false }
    var before = place - 1
    if words[before].lower == "the", before > 0 { before -= 1 }
    if words[before].lower == "than", before > 0 {
      return ["older", "longer", "younger", "later", "earlier", "more"].contains(words[before - 1].lower)
    }
    return around.contains(words[before].lower)
  }

  private static let months = [
    "jan", "feb", "march", "mar.", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "märz", "okt", "dez",
  ]
  /// Words whose number is a name.
  private static let named: Set = [
    "soc", "iso", "pci", "phase", "tier", "level", "wave", "stage", "version", "release", "chapter", "part", "step",
    "ios",
    "android", "windows", "python", "series", "sprint", "week", "quarter", "fy", "top", "gen", "type", "section",
    "article",
    "milestone", "no", "nr", "number", "ticket", "issue", "epic", "rfc", "layer", "horizon", "room", "web", "day",
    "item",
    "okr", "kr", "objective", "http", "option", "plan", "fortune", "wcag", "tls", "cve", "appendix", "node", "java",
    "swift", "rails",
  ]
  private static let spans: Set = [
    "day", "days", "week", "weeks", "month", "months", "hour", "hours", "minute", "minutes", "year", "years", "quarter",
    "quarters", "sprint", "sprints", "seconds", "business", "working",
  ]
  private static let around: Set = [
    "within", "in", "per", "every", "each", "last", "first", "next", "past", "after", "over", "during", "for",
    "rolling",
    "by", "before",
  ]

  /// What the words before a figure say about it.
  private static func role(_ words: [Word], before place: Int) -> Role {
    var end = place
    while end > 0,
      ["about", "around", "approximately", "roughly", "a", "an", "only", "just", "the", "ca", "~"]
        .contains(words[end - 1].lower)
    {
      end -= 1
    }
    if end == 2, words[1].lower == "to", talks.contains(words[0].lower) { return .plain }
    func back(_ count: Int) -> String {
      words[max(0, end - count)..<end].map(\.lower).joined(separator: " ")
    }
    for (count, phrases) in [(3, phrases3), (2, phrases2), (1, phrases1)] where end >= count {
      if let role = phrases[back(count)] { return role }
    }
    return .plain
  }

  /// Verbs whose `to` names people and no target.
  private static let talks: Set = ["talk", "speak", "sell", "reply", "respond", "listen", "present", "write"]
  private static let phrases3: [String: Role] = [
    "no more than": .atMost, "not more than": .atMost, "no less than": .atLeast, "no fewer than": .atLeast,
    "a maximum of": .atMost, "a minimum of": .atLeast,
  ]
  private static let phrases2: [String: Role] = [
    "at least": .atLeast, "at most": .atMost, "more than": .atLeast, "less than": .atMost, "fewer than": .atMost,
    "up from": .from, "down from": .from, "baseline of": .from, "target of": .to, "goal of": .to,
    "stretch of": .stretch,
    "greater than": .atLeast, "higher than": .atLeast, "lower than": .atMost, "maximum of": .atMost,
    "minimum of": .atLeast, "currently at": .current, "north of": .atLeast, "to under": .atMost, "to below": .atMost,
    "to over": .atLeast, "to above": .atLeast, "to ≥": .atLeast, "to ≤": .atMost,
  ]
  private static let phrases1: [String: Role] = [
    "from": .from, "baseline": .from, "was": .from, "start": .from, "to": .to, "→": .to, "reach": .to, "hit": .to,
    "target": .to, "≥": .atLeast, "above": .atLeast, "over": .atLeast, "exceed": .atLeast, "minimum": .atLeast,
    "min": .atLeast, "≤": .atMost, "below": .atMost, "under": .atMost, "maximum": .atMost, "max": .atMost, "by": .by,
    "between": .between, "and": .and, "stretch": .stretch, "now": .current, "currently": .current, "current": .current,
    "today": .current,
  ]
}

// The meaning.
extension GoalNumbers {
  /// Gives each figure its place.
  private mutating func place(_ figures: [FoundFigure], _ words: [Word], _ verb: Direction) {
    var rest: [FoundFigure] = []
    var span: FoundFigure?
    for (number, found) in figures.enumerated() {
      let before = number > 0 ? figures[number - 1] : nil
      switch found.role {
      case .stretch: stretch = stretch ?? found.figure
      case .current: current = current ?? found.figure
      case .from where baseline == nil: baseline = found.figure
      case .between where lower == nil: lower = found.figure
      case .and where before?.role == .between && upper == nil: upper = found.figure
      case .span: span = span ?? found
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
      to > 0, rest[to - 1].role == .plain, isJoined(rest[to - 1], rest[to], words)
    {
      baseline = rest.remove(at: to - 1).figure
    }
    let wanted = rest.first { $0.role == .to } ?? rest.first { $0.role == .atLeast || $0.role == .atMost } ?? rest.first
    if let wanted, lower == nil {
      setTarget(wanted, words, verb)
      rest.removeAll { $0.range == wanted.range }
    }
    others = rest.map { words[$0.range].map(\.bare).joined(separator: " ") }
  }

  /// Whether hardly more than a unit and `to` are between two figures.
  private func isJoined(_ first: FoundFigure, _ second: FoundFigure, _ words: [Word]) -> Bool {
    let between = words[first.range.upperBound..<second.range.lowerBound]
    return between.count <= 4 && !between.dropLast().contains { $0.ends }
      && between.contains {
        $0.lower == "to" || $0.lower == "→"
      }
  }

  private mutating func setTarget(_ wanted: FoundFigure, _ words: [Word], _ verb: Direction) {
    let isUpper = wanted.role == .atMost
    if verb == .keep, baseline == nil {
      if isUpper { upper = wanted.figure } else { lower = wanted.figure }
    } else {
      target = wanted.figure
      if isUpper { type = .decrease }
    }
    unit = unit ?? wanted.figure.unit
  }

  private mutating func settle(_ figures: [FoundFigure], _ words: [Word], _ verb: Direction) {
    unit = unit ?? baseline?.unit ?? lower?.unit ?? upper?.unit ?? current?.unit
    if unit == nil, target != nil || lower != nil || upper != nil {
      let measured = [baseline, target, lower, upper].compactMap { own in figures.first { $0.figure == own } }
      unit = measured.compactMap { GoalNumbers.noun(behind: $0.range, words) }.first
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
      type = verb == .down || (verb == .none && isLowerBetter(words)) ? .decrease : .increase
    }
    if unit == nil { unit = GoalNumbers.subject(words) }
    let isPlain = figures.contains { $0.role == .plain && $0.figure == target }
    let isCount = verb == .make || verb == .none && isPlain && !GoalNumbers.spans.contains(unit ?? "")
    if baseline == nil, current == nil, !isRelative, isCount, type == .increase, let number = target?.number,
      number > 0, number == number.rounded(), target?.unit == nil
    {
      baseline = Figure("0")
    }
  }

  /// Whether the words name something of which less is better, and a length of time.
  private func isLowerBetter(_ words: [Word]) -> Bool {
    let known = words.contains { word in
      [
        "time", "latency", "duration", "cost", "costs", "churn", "errors", "bugs", "incidents", "complaints", "backlog",
        "attrition", "downtime", "defects",
      ].contains(word.lower)
    }
    return known && words.first.map { !Direction.makes.contains($0.lower) } ?? true
  }

  /// The words behind a figure that say what is counted: up to three, to the first plural.
  private static func noun(behind range: Range<Int>, _ words: [Word]) -> String? {
    guard range.upperBound < words.count, !words[range.upperBound - 1].ends else { return nil }
    var noun: [String] = []
    for word in words[range.upperBound...].prefix(3) {
      guard word.bare.contains(where: \.isLetter), !endings.contains(word.lower) else { break }
      noun.append(word.bare)
      if word.lower.hasSuffix("s") || word.lower == "people" { return noun.joined(separator: " ") }
      if word.ends { break }
    }
    return noun.first
  }

  private static let endings: Set = [
    "of", "to", "in", "per", "by", "from", "a", "an", "the", "and", "or", "for", "with", "within", "on", "at", "as",
    "who",
    "that", "which", "have", "has", "are", "is", "this", "each", "every", "before", "after", "until", "during", "via",
    "using", "into", "across", "through", "now", "with", "→", "≥", "≤", "our", "than", "so", "we", "will", "if",
    "without",
  ]

  /// What is measured, between the verb and `from`, `to` or a sign, if that is hardly more than a word: `Raise NPS to 40`.
  private static func subject(_ words: [Word]) -> String? {
    guard
      let end = words.firstIndex(where: { ["from", "to", "→", "≥", "≤", "above", "below", "by"].contains($0.lower) })
    else { return nil }
    let start = Direction(words[0].lower) == .none ? 0 : 1
    let subject = words[min(start, end)..<end].map(\.bare)
    return (1...3).contains(subject.count) && !subject.contains { $0.contains(where: \.isNumber) }
      ? subject.joined(separator: " ") : nil
  }

  /// What a verb says about the way a number should go.
  private enum Direction {
    case up, down, keep, make, factor, none

    init(_ words: [Word]) {
      let found = words.prefix(12).map { Direction($0.lower) }
      self = found.first { $0 != .none } ?? .none
      if words.first?.lower == "hold" {
        self = words.count > 1 && Figure(words[1].bare) != nil ? .make : .keep
        return
      }
      // `Make sure that fewer than 5 % …` begins with no direction of its own.
      if self == .none || self == .make, let other = found.first(where: { $0 == .down || $0 == .factor }) {
        self = other
      }
    }

    init(_ word: String) {
      switch word {
      case _ where Direction.ups.contains(word): self = .up
      case _ where Direction.downs.contains(word): self = .down
      case "keep", "maintain", "stay", "remain", "sustain", "preserve", "keeping", "maintaining", "stays",
        "remains":
        self = .keep
      case "double", "triple", "halve", "doubling", "quadruple": self = .factor
      case _ where Direction.makes.contains(word): self = .make
      default: self = .none
      }
    }

    private static let ups: Set = [
      "increase", "grow", "raise", "improve", "boost", "lift", "reach", "achieve", "hit", "exceed", "gain", "attain",
      "get",
      "expand", "accelerate", "maximize", "maximise", "increasing", "growing", "grew", "increased", "bring", "have",
    ]
    private static let downs: Set = [
      "reduce", "decrease", "cut", "lower", "shorten", "drop", "minimize", "minimise", "shrink", "slash", "reducing",
      "fewer", "reduced", "decreasing", "eliminate", "trim",
    ]
    static let makes: Set = [
      "publish", "write", "hire", "ship", "run", "conduct", "update", "close", "sign", "interview", "train", "migrate",
      "complete", "deliver", "host", "launch", "create", "build", "add", "make", "hold", "win", "book", "generate",
      "onboard",
      "send", "release", "give", "produce", "record", "start", "open", "fill", "recruit", "convert", "collect", "speak",
      "test", "document", "translate", "visit", "organize", "organise", "present", "attend", "secure", "land", "source",
      "review", "fix", "resolve", "rewrite", "move", "roll", "implement", "enable", "develop", "prepare", "acquire",
    ]
  }
}
