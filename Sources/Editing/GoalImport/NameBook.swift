import Presentation
import StrategyModel

/// The names of a strategy, and what a source means by them.
struct NameBook {
  /// What a name in the source is taken for.
  struct Match: Equatable {
    let id: String
    /// Whether the source has the id or the name itself; anything else is a guess.
    let isExact: Bool
  }

  private let teams: Names
  private let people: Names
  private let metrics: Names
  private let cycles: Names
  /// The periods that the ids and names of cycles tell.
  private let periods: [PeriodWords: [String]]
  /// The metric with the longest names first, for finding one in a sentence.
  private let metricNames: [(words: [String], id: String)]

  init(_ strategy: Strategy) {
    teams = Names(
      strategy.teams.all.map { team in
        Names.Entry(team.id, [team.name?.value], team.formerly.map(\.value), [])
      })
    people = Names(
      strategy.people.all.map { person in
        let words = (person.name?.value ?? "").split(separator: " ").map(String.init)
        let addresses = person.emails.map(\.value)
        return Names.Entry(
          person.id, [person.name?.value] + addresses, [], words.count > 1 ? [words[0], words[words.count - 1]] : [])
      })
    metrics = Names(strategy.metrics.all.map { Names.Entry($0.id, [$0.name?.value], [], []) })
    cycles = Names(strategy.cycles.all.map { Names.Entry($0.id, [$0.name?.value], [], []) })
    var periods: [PeriodWords: [String]] = [:]
    for cycle in strategy.cycles.all {
      guard let id = cycle.id?.value else { continue }
      let found = Set([id, cycle.name?.value ?? ""].compactMap { PeriodWords.found(in: $0)?.period })
      for period in found { periods[period, default: []].append(id) }
    }
    self.periods = periods
    metricNames = strategy.metrics.all.flatMap { metric -> [(words: [String], id: String)] in
      guard let id = metric.id?.value else { return [] }
      return Set([id, metric.name?.value ?? ""]).map { (words: $0.wordsOnly, id: id) }.filter { $0.words.count > 1 }
    }.sorted { ($1.words.count, $0.id) < ($0.words.count, $1.id) }
  }

  func team(_ text: String) -> Match? {
    if let found = teams.match(text) { return found }
    let words = text.split(separator: " ").filter { !["team", "squad", "the"].contains($0.lowercased()) }
    guard words.count < text.split(separator: " ").count else { return nil }
    return teams.match(words.joined(separator: " "))
  }

  func person(_ text: String) -> Match? {
    let text = text.trimmed
    return people.match(text.hasPrefix("@") ? String(text.dropFirst()) : text)
  }

  func metric(_ text: String) -> Match? { metrics.match(text) }

  /// The metric whose whole name is in a sentence; `nil` for none, and for several of one length.
  func metric(within text: String) -> String? {
    let words = text.wordsOnly
    let found = metricNames.filter { words.containsRun($0.words) }
    guard let first = found.first else { return nil }
    return Set(found.filter { $0.words.count == first.words.count }.map(\.id)).count == 1 ? first.id : nil
  }

  func cycle(_ text: String) -> Match? {
    if let found = cycles.match(text, near: false) { return found }
    guard let period = PeriodWords.found(in: text)?.period else { return nil }
    let ids = Set(
      periods.filter { $0.key == period || period.year == nil && $0.key.part == period.part }.values.joined())
    return ids.count == 1 ? ids.first.map { Match(id: $0, isExact: false) } : nil
  }
}

/// The names of one kind of thing.
private struct Names {
  struct Entry {
    let id: String?
    let exact: [String]
    let former: [String]
    let short: [String]

    init(_ id: Identifier?, _ exact: [String?], _ former: [String], _ short: [String]) {
      (self.id, self.exact, self.former, self.short) = (id?.value, exact.compactMap(\.self), former, short)
    }
  }

  private var exact: [String: Set<String>] = [:]
  private var guessed: [String: Set<String>] = [:]

  init(_ entries: [Entry]) {
    for entry in entries {
      guard let id = entry.id else { continue }
      for name in [id] + entry.exact { exact[Names.normal(name), default: []].insert(id) }
      for name in entry.former + entry.short { guessed[Names.normal(name), default: []].insert(id) }
    }
  }

  /// - Parameter near: whether a name with a slip is taken for the only one that is near.
  func match(_ text: String, near: Bool = true) -> NameBook.Match? {
    let name = Names.normal(text)
    guard !name.isEmpty, name.utf8.count <= 200 else { return nil }
    if let ids = exact[name] { return only(ids, isExact: true) }
    if let ids = guessed[name] { return only(ids, isExact: false) }
    guard near, name.count > 3 else { return nil }
    let slips = exact.filter { isOneSlip(name, from: $0.key) }
    return only(slips.values.reduce(into: []) { $0.formUnion($1) }, isExact: false)
  }

  private func only(_ ids: Set<String>, isExact: Bool) -> NameBook.Match? {
    ids.count == 1 ? ids.first.map { NameBook.Match(id: $0, isExact: isExact) } : nil
  }

  private static func normal(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }
}

/// A quarter, a half or a year as headings name it: `Q1 2026`, `FY26-Q1`, `2026 H2`.
struct PeriodWords: Hashable {
  /// With four digits; `nil` if the text does not say.
  var year: Int?
  /// `q1` to `q4`, `h1`, `h2`; `nil` for a whole year.
  var part: String?

  /// The first period in a text, its words, and the text without them.
  static func found(in text: String) -> (period: PeriodWords, words: String, rest: String)? {
    let tokens = text.prefix(500).split { !$0.isLetter && !$0.isNumber }
    var period = PeriodWords()
    var used: [Substring] = []
    for token in tokens {
      var next = period
      guard next.take(token.lowercased()) else {
        if period.part != nil || period.year != nil { break }
        continue
      }
      period = next
      used.append(token)
    }
    guard let first = used.first, let last = used.last, period.part != nil || period.year != nil else { return nil }
    let rest = text[..<first.startIndex] + " " + text[last.endIndex...]
    return (period, String(text[first.startIndex..<last.endIndex]), String(rest))
  }

  /// Adds what a word such as `q1`, `fy26`, `2026` or `2026q1` says; whether it says anything new.
  private mutating func take(_ word: String) -> Bool {
    if word == "fy" { return true }
    for part in ["q1", "q2", "q3", "q4", "h1", "h2"] {
      guard let range = word.firstRange(of: part) ?? word.firstRange(of: String(part.reversed())) else { continue }
      let rest = word[..<range.lowerBound] + word[range.upperBound...]
      guard self.part == nil, rest.isEmpty || year == nil else { return false }
      if rest.isEmpty {
        self.part = part
        return true
      }
      guard let year = PeriodWords.year(String(rest), isMarked: true) else { continue }
      (self.year, self.part) = (year, part)
      return true
    }
    guard year == nil, let found = PeriodWords.year(word, isMarked: part != nil) else { return false }
    year = found
    return true
  }

  /// - Parameter isMarked: whether two digits are a year, as in `Q1 26`.
  private static func year(_ word: String, isMarked: Bool) -> Int? {
    let isFiscal = word.hasPrefix("fy")
    let digits = isFiscal ? word.dropFirst(2) : word[...]
    guard let number = Int(digits), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    if digits.count == 4, (1990...2099).contains(number) { return number }
    return digits.count == 2 && (isFiscal || isMarked) ? 2000 + number : nil
  }
}

extension String {
  /// The words in lower case, split at everything that is neither a letter nor a digit.
  var wordsOnly: [String] { lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }
}

extension [String] {
  /// Whether the words are in the text one after the other.
  func containsRun(_ words: [String]) -> Bool {
    guard !words.isEmpty, words.count <= count else { return false }
    return (0...(count - words.count)).contains { self[$0...].starts(with: words) }
  }
}
