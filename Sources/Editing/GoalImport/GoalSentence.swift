import Presentation

/// A goal's words, the figures among them, and what the words around each say about it.
struct GoalSentence {
  let words: [Word]
  let figures: [FoundFigure]
  let direction: Direction

  /// The words that are read; more do not make a sentence.
  private static let mostWords = 200

  init(_ title: String) {
    words = GoalSentence.words(title)
    figures = GoalSentence.figures(in: words)
    direction = Direction(words)
  }

  /// One word of a title.
  struct Word {
    /// Without punctuation around it.
    let bare: String
    /// In lower case.
    let lower: String
    /// Whether a sentence, a list or a bracket ends behind it.
    var ends = false
    var isBracketed = false
    /// Whether it is inside brackets.
    var isInside = false
  }

  struct FoundFigure {
    var figure: Figure
    /// In the words: from the first to behind the last.
    let range: Range<Int>
    var role = Role.plain
  }

  enum Role {
    case plain, from, to, atLeast, atMost, by, between, and, stretch, current
    /// A length of time around the goal: `within 7 days`.
    case span
    /// What has been done of the figure behind it: `23 of 50`.
    case part
    /// A share in words, or what a bracket says about something else: `8 out of 10`, `(5k+ users)`.
    case aside
  }

  private static func words(_ title: String) -> [Word] {
    var text = title
    for sign in ["→", "->", "=>", "➔", "⟶", "➜"] { text = text.replacing(sign, with: " → ") }
    for (sign, plain) in [("≥", "≥"), (">=", "≥"), ("≤", "≤"), ("<=", "≤"), (">", "≥"), ("<", "≤")] {
      text = text.replacing(sign, with: " \(plain) ")
    }
    var depth = 0
    return text.split(whereSeparator: \.isWhitespace).prefix(mostWords).map { piece in
      depth += piece.count { $0 == "(" }
      defer { depth = max(0, depth - piece.count { $0 == ")" }) }
      let start = piece.drop { "([\"'“‘„*_".contains($0) }
      var bare = start
      while let last = bare.last, ".,;:!)]\"'”’*".contains(last) { bare = bare.dropLast() }
      let word = bare.isEmpty ? String(piece) : String(bare)
      let behind = piece[bare.endIndex...]
      return Word(
        bare: word, lower: word.lowercased(), ends: behind.contains { ".,;:!)]".contains($0) },
        isBracketed: piece.first == "(" || piece.first == "[", isInside: depth > 0)
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
      let own = isSpan(words, place, end) ? .span : role(words, before: place)
      found.append(FoundFigure(figure: figure, range: place..<end, role: own))
      place = end
    }
    for number in found.indices.dropFirst() {
      let between = words[found[number - 1].range.upperBound..<found[number].range.lowerBound].map(\.lower)
      guard found[number - 1].figure.unit == nil, found[number].figure.unit == nil else { continue }
      if between == ["of"] { found[number - 1].role = .part }
      if between == ["out", "of"] { (found[number - 1].role, found[number].role) = (.aside, .aside) }
    }
    let isMade = Direction(words) == .make
    for number in found.indices where found[number].role == .plain && words[found[number].range.lowerBound].isInside {
      if !isMade { found[number].role = .aside }
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
    if place == 0, after != "%", ["TBD", "TBC", "TBA"].contains(bare) { return true }
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
  static let spans: Set = [
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

  /// The words behind a figure that say what is counted: up to three, to the first plural.
  func noun(behind range: Range<Int>) -> String? {
    guard range.upperBound < words.count, !words[range.upperBound - 1].ends else { return nil }
    var noun: [String] = []
    for word in words[range.upperBound...].prefix(3) {
      guard word.bare.contains(where: \.isLetter), !GoalSentence.endings.contains(word.lower) else { break }
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
  var subject: String? {
    guard
      let end = words.firstIndex(where: { ["from", "to", "→", "≥", "≤", "above", "below", "by"].contains($0.lower) })
    else { return nil }
    let start = Direction(words[0].lower) == .none ? 0 : 1
    let subject = words[min(start, end)..<end].drop { GoalSentence.endings.contains($0.lower) }.map(\.bare)
    return (1...3).contains(subject.count) && !subject.contains { $0.contains(where: \.isNumber) }
      ? subject.joined(separator: " ") : nil
  }

  /// What a verb says about the way a number should go.
  enum Direction {
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
      "raised", "grown", "improved", "boosted", "expanded",
      "lifted",
    ]
    private static let downs: Set = [
      "reduce", "decrease", "cut", "lower", "shorten", "drop", "minimize", "minimise", "shrink", "slash", "reducing",
      "fewer", "reduced", "decreasing", "eliminate", "trim", "decreased", "lowered", "shortened", "dropped", "shrunk",
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
