/// Finds the two measures in a title such as "95 % of parcels arrive on time and 10 % are returned".
///
/// A measure is a number with a unit, or a limit ("below 6"). Two of them count when "and", "while" or "with" joins them.
/// Ranges ("from 41 % to 55 %", "between 6 and 12"), windows ("within 30 days") and whom it is about ("in 3 countries
/// and 2 languages", "teams with 10 people") are parts of one measure.
enum MeasuresInTitle {
  /// The first two measures that a word joins, as they are written; `nil` for one measure or when it is not certain.
  static func pair(in title: String) -> (first: String, second: String)? {
    guard mayHaveTwo(title.utf8.span) else { return nil }
    let tokens = Token.all(title)
    for joint in tokens.indices where joints[tokens[joint].word] != nil {
      let previous = tokens[..<joint].lastIndex { joints[$0.word] != nil }.map { $0 + 1 } ?? 0
      guard let first = tokens[previous..<joint].lastIndex(where: \.isNumber),
        let second = tokens[(joint + 1)...].firstIndex(where: \.isNumber),
        let joined = joints[tokens[joint].word],
        let left = Measure(tokens, at: first), let right = Measure(tokens, at: second)
      else { continue }
      let isContiguous = left.end == joint && second == joint + 1 && left.kind == right.kind
      guard !isContiguous, left.isJoined(to: right, by: joined, tokens) else { continue }
      return (left.text(in: tokens), right.text(in: tokens))
    }
    return nil
  }

  enum Joint { case and, contrast, with }

  fileprivate static let joints: [String: Joint] = [
    "and": .and, "plus": .and, "&": .and, "und": .and, "sowie": .and, "y": .and, "but": .contrast, "while": .contrast,
    "während": .contrast, "mientras": .contrast, "with": .with,
  ]

  /// Whether a number, one of the joints and another number follow each other: most titles need no closer look.
  private static func mayHaveTwo(_ bytes: Span<UInt8>) -> Bool {
    var hasNumber = false
    var hasJoint = false
    var insideWord = false
    for position in bytes.indices {
      let byte = bytes[position]
      let isWord = WordScan.isWord(byte)
      // A number may follow a currency's sign, which is not ASCII.
      if isWord, !insideWord || bytes[position - 1] > 0x7F {
        if (0x30...0x39).contains(byte) {
          if hasJoint { return true }
          hasNumber = true
        } else if hasNumber, !hasJoint {
          hasJoint = beginsJoint(bytes, position)
        }
      } else if byte == UInt8(ascii: "&") {
        hasJoint = hasJoint || hasNumber
      }
      insideWord = isWord
    }
    return false
  }

  private static func beginsJoint(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    switch WordScan.lowercase(bytes[position]) {
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "s"),
      UInt8(ascii: "u"), UInt8(ascii: "w"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

/// A part of a title between spaces.
private struct Token {
  /// As written, without punctuation around it.
  let text: String
  let word: String

  var isNumber: Bool {
    guard let digit = word.utf8.first(where: { !"€$£".utf8.contains($0) }) else { return false }
    return (0x30...0x39).contains(digit)
  }

  /// The title's tokens outside brackets; "1 000" is one.
  static func all(_ title: String) -> [Token] {
    var depth = 0
    var tokens: [Token] = []
    for part in title.split(whereSeparator: \.isWhitespace) {
      let opens = part.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
      let closes = part.utf8.count { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
      defer { depth = max(0, depth + opens - closes) }
      guard depth == 0, opens == 0 else { continue }
      let text = String(part.drop { ",.;:!?\"'".contains($0) }.reversed().drop { ",.;:!?\"'".contains($0) }.reversed())
      guard !text.isEmpty else { continue }
      let token = Token(text: text, word: text.lowercased())
      if let last = tokens.last, last.isNumber, token.isThousands,
        last.text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        tokens[tokens.count - 1] = Token(text: last.text + " " + text, word: last.word + text)
      } else {
        tokens.append(token)
      }
    }
    return tokens
  }

  private var isThousands: Bool { text.utf8.count == 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

/// A number with what it counts.
private struct Measure {
  enum Kind: Equatable {
    case share, money, time
    case count(String)
    /// Without a unit.
    case bare
  }

  let kind: Kind
  let start: Int
  /// The position after the unit.
  let end: Int

  init?(_ tokens: [Token], at position: Int) {
    start = position
    var next = position + 1
    let word = tokens[position].word
    if next < tokens.count, scales.contains(tokens[next].word) { next += 1 }
    let unit = next < tokens.count ? tokens[next].word : ""
    if word.utf8.contains(UInt8(ascii: "%")) {
      (kind, end) = (.share, next)
    } else if shares.contains(unit) {
      (kind, end) = (.share, next + 1)
    } else if word.contains(where: { "€$£".contains($0) }) {
      (kind, end) = (.money, next)
    } else if currencies.contains(unit) {
      (kind, end) = (.money, next + 1)
    } else if times.contains(unit) {
      (kind, end) = (.time, next + 1)
    } else if let first = unit.unicodeScalars.first, first.properties.isAlphabetic, !notUnits.contains(unit),
      MeasuresInTitle.joints[unit] == nil
    {
      (kind, end) = (.count(unit), next + 1)
    } else {
      (kind, end) = (.bare, next)
    }
  }

  func isJoined(to other: Measure, by joint: MeasuresInTitle.Joint, _ tokens: [Token]) -> Bool {
    guard !isRange(in: tokens) else { return false }
    switch joint {
    case .and: return isComplete(in: tokens) && other.isComplete(in: tokens)
    case .contrast: return isComplete(in: tokens, withWindows: true) && other.isComplete(in: tokens)
    case .with:
      let isAboutSome = end < tokens.count && ["of", "der", "des", "de"].contains(tokens[end].word)
      guard isComplete(in: tokens), !isAboutSome, other.isComplete(in: tokens) else { return false }
      if case .count = kind { return false }
      if case .count = other.kind { return other.isLimit(in: tokens) }
      return true
    }
  }

  /// Whether it says how much, and not how long, how many at a time or where.
  private func isComplete(in tokens: [Token], withWindows: Bool = false) -> Bool {
    switch kind {
    case .share, .money: true
    case .time: withWindows || isLimit(in: tokens)
    case .count: isLimit(in: tokens) || !(start > 0 && scopes.contains(tokens[start - 1].word))
    case .bare: isLimit(in: tokens)
    }
  }

  private func isLimit(in tokens: [Token]) -> Bool { start > 0 && limits.contains(tokens[start - 1].word) }

  /// "between 6 and 12"
  private func isRange(in tokens: [Token]) -> Bool {
    tokens[max(0, start - 2)..<start].contains { ["between", "zwischen", "entre"].contains($0.word) }
  }

  func text(in tokens: [Token]) -> String { tokens[start..<end].map(\.text).joined(separator: " ") }
}

private let scales: Set<String> = ["k", "m", "bn", "mio", "mrd", "thousand", "million", "millions", "billion"]

private let shares: Set<String> = ["%", "percent", "prozent", "pp", "points"]

private let currencies: Set<String> = ["€", "$", "£", "eur", "usd", "gbp", "chf", "euros", "euro", "dollars", "pounds"]

private let times: Set<String> = [
  "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
  "quarter", "quarters", "year", "years", "sekunden", "minuten", "stunden", "tage", "tagen", "wochen", "monate",
  "monaten", "jahre", "jahren", "segundos", "minutos", "horas", "días", "semanas", "meses", "años",
]

/// Words after a number that are not what it counts.
private let notUnits: Set<String> = [
  "to", "of", "in", "or", "more", "a", "an", "per", "on", "at", "by", "for", "from", "the", "than", "as", "out", "down",
  "up", "until", "through", "über", "bis", "auf", "von", "der", "oder", "pro", "im", "de", "del", "por", "o", "en",
]

/// Before a number, they make it a limit or a target.
private let limits: Set<String> = [
  "to", "below", "under", "above", "over", "least", "most", "than", "exceed", "exceeds", "reach", "reaches", "auf",
  "unter", "über", "mindestens", "höchstens", "menos", "más",
]

/// Before a number, they say where, when or for whom.
private let scopes: Set<String> = [
  "in", "across", "within", "of", "for", "after", "per", "on", "at", "with", "from", "every", "last", "first", "für",
  "innerhalb", "nach", "en", "para",
]
