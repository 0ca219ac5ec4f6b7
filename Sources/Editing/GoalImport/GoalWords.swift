import Presentation

/// The words of a goal without the marks that people put into them: owners, links, scores, states.
struct GoalWords {
  /// On one line.
  private(set) var title: String
  /// What the marks say.
  private(set) var fields: [(field: GoalField, text: String)] = []
  private(set) var links: [String] = []

  /// - Parameter isPerson: whether a text is a person's name or id.
  init(_ text: String, isPerson: (String) -> Bool) {
    title = text.onOneLine
    takeLinks()
    title = title.replacing("**", with: "").replacing("__", with: "").replacing("~~", with: "")
    if text.contains("~~") { fields.append((.status, "struck through")) }
    takeGroups(isPerson)
    takeHandles()
    while takeEnd(isPerson) {}
    takeSigns()
    title = title.onOneLine
  }

  /// `[text](address)` leaves the text, and an address on its own nothing.
  private mutating func takeLinks() {
    var rest = title[...]
    var kept = ""
    while let middle = rest.firstRange(of: "](") {
      guard let start = rest[..<middle.lowerBound].lastIndex(of: "["),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      else {
        kept += rest[..<middle.upperBound]
        rest = rest[middle.upperBound...]
        continue
      }
      // The sign of a picture goes too.
      let before = rest[..<start].last == "!" ? rest[..<start].dropLast() : rest[..<start]
      kept += before + rest[rest.index(after: start)..<middle.lowerBound]
      links.append(String(rest[middle.upperBound..<end].prefix { $0 != " " }))
      rest = rest[rest.index(after: end)...]
    }
    let words = (kept + rest).split(separator: " ")
    let addresses = words.filter { GoalWords.address(in: $0) != nil }
    links += addresses.compactMap(GoalWords.address)
    title = words.filter { GoalWords.address(in: $0) == nil }.joined(separator: " ")
  }

  private static func address(in word: Substring) -> String? {
    let bare = word.drop { "<([".contains($0) }
    guard bare.hasPrefix("https://") || bare.hasPrefix("http://") else { return nil }
    var end = bare
    while let last = end.last, ">)].,;".contains(last) { end = end.dropLast() }
    return String(end)
  }

  /// What is in brackets, if all of it is known: `(Owner: Grace)`, `[0.7]`, `(@grace)`, `(on track)`.
  private mutating func takeGroups(_ isPerson: (String) -> Bool) {
    var kept = ""
    var rest = title[...]
    while let start = rest.firstIndex(where: { $0 == "(" || $0 == "[" }) {
      let closing: Character = rest[start] == "(" ? ")" : "]"
      guard let end = rest[start...].firstIndex(of: closing) else { break }
      let inside = String(rest[rest.index(after: start)..<end])
      let isLast = rest[rest.index(after: end)...].allSatisfy { " .*".contains($0) }
      let found = inside.split { $0 == "," || $0 == ";" || $0 == "|" }
        .map { GoalWords.piece(String($0).trimmed, isLast: isLast, isPerson) }
      let known = found.compactMap(\.self)
      fields += known
      let isMark = !known.isEmpty && known.count == found.count && known.allSatisfy { GoalWords.isMark($0.field) }
      kept += isMark ? rest[..<start] : rest[...end]
      rest = rest[rest.index(after: end)...]
    }
    title = (kept + rest).onOneLine
  }

  /// Whether a field is not part of the promise, so that it is left out of the title.
  private static func isMark(_ field: GoalField) -> Bool {
    switch field {
    case .owner, .score, .status, .confidence, .progress, .weight, .due, .team: true
    default: false
    }
  }

  /// One thing in brackets; `nil` for words of the title.
  private static func piece(
    _ text: String, isLast: Bool, _ isPerson: (String) -> Bool
  ) -> (field: GoalField, text: String)? {
    if text.hasPrefix("@"), text.count > 1 { return (.owner, text) }
    if let colon = text.firstIndex(of: ":") {
      let rest = text[text.index(after: colon)...].trimmed
      if let field = GoalField.named(String(text[..<colon])), !rest.isEmpty { return (field, rest) }
      return nil
    }
    let words = text.lowercased()
    for (name, field) in labels where words.hasPrefix(name + " ") {
      return (field, text.dropFirst(name.count + 1).trimmed)
    }
    if isPerson(text) { return (.owner, text) }
    if states.contains(words) { return (.status, text) }
    if isLast, isScore(text) { return (.score, text) }
    return ambitions.contains(words) ? (.ambition, text) : nil
  }

  /// Labels without a colon behind them.
  private static let labels: [(String, GoalField)] = [
    ("now", .current), ("currently", .current), ("current", .current), ("today", .current), ("owner", .owner),
    ("dri", .owner), ("was", .baseline), ("baseline", .baseline), ("up from", .baseline), ("down from", .baseline),
    ("from", .baseline), ("stretch", .stretch), ("due", .due), ("score", .score), ("grade", .score),
    ("confidence", .confidence), ("weight", .weight),
  ]
  private static let ambitions: Set = ["committed", "aspirational", "moonshot", "learning", "roofshot"]
  private static let states: Set = [
    "done", "complete", "completed", "achieved", "on track", "on-track", "at risk", "at-risk", "off track", "off-track",
    "in progress", "not started", "blocked", "missed", "cancelled", "canceled", "dropped", "ongoing",
    "partially achieved",
    "not achieved", "delayed",
  ]

  /// `0.7`, `0.65`, `0.7/1.0`: a number from 0 to 1 with a decimal point.
  private static func isScore(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, first.contains("."), first.utf8.count <= 4,
      let number = Double(first), (0...1).contains(number), first.allSatisfy({ $0.isASCIIDigit || $0 == "." })
    else { return false }
    return parts.count == 1 || Double(parts[1]) == 1
  }

  /// `@grace` anywhere.
  private mutating func takeHandles() {
    var kept: [Substring] = []
    for word in title.split(separator: " ") {
      let bare = word.drop { $0 == "(" || $0 == "[" }
      let name = bare.dropFirst().prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      if bare.first == "@", let first = name.first, first.isLetter {
        fields.append((.owner, "@" + name.trimmingDots))
      } else {
        kept.append(word)
      }
    }
    title = kept.joined(separator: " ")
  }

  /// One mark at the end: `=> 80 %`, `— Grace Hopper`, `Owner: Grace`, `Score: 0.7`; whether there was one.
  private mutating func takeEnd(_ isPerson: (String) -> Bool) -> Bool {
    if let arrow = title.ranges(of: "=>").last {
      let text = title[arrow.upperBound...].trimmed
      let digits = text.filter { $0 != " " && $0 != "%" }
      if digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let value = Double(digits),
        text.hasSuffix("%") || (0...1).contains(value)
      {
        return take(.score, text, from: arrow.lowerBound)
      }
    }
    if let (field, text, start) = label() { return take(field, text, from: start) }
    let signs = [" — ", " – ", " - ", " -- ", " | ", " · "]
    guard let sign = signs.compactMap({ title.ranges(of: $0).last }).max(by: { $0.upperBound < $1.upperBound }) else {
      return false
    }
    let text = title[sign.upperBound...].trimmed
    if isPerson(text) { return take(.owner, text, from: sign.lowerBound) }
    if GoalWords.isScore(text) { return take(.score, text, from: sign.lowerBound) }
    if GoalWords.states.contains(text.lowercased()) { return take(.status, text, from: sign.lowerBound) }
    return false
  }

  /// `Owner: Grace` at the end, with its sign before it.
  private func label() -> (field: GoalField, text: String, start: String.Index)? {
    guard let colon = title.lastIndex(of: ":") else { return nil }
    let text = title[title.index(after: colon)...].trimmed
    guard !text.isEmpty, text.utf8.count <= 80 else { return nil }
    var start = colon
    for _ in 0..<3 {
      while start > title.startIndex, title[title.index(before: start)] == " " { start = title.index(before: start) }
      while start > title.startIndex, title[title.index(before: start)] != " " { start = title.index(before: start) }
      let name = title[start..<colon].drop { "—–-|·,;*_".contains($0) }
      guard let field = GoalField.named(String(name)), GoalWords.isMark(field) || field == .parent else { continue }
      var end = start
      while end > title.startIndex, " —–-|·,;".contains(title[title.index(before: end)]) {
        end = title.index(before: end)
      }
      // A word such as 'health' is a mark only behind a sign: 'Team health: everybody takes a holiday'.
      let isSeparated =
        title[end..<start].contains { $0 != " " } || title[..<end].last == "." || start == title.startIndex
      guard isSeparated || GoalWords.plainLabels.contains(name.lowercased()) else { return nil }
      return end == title.startIndex ? nil : (field, text, end)
    }
    return nil
  }

  private static let plainLabels: Set = ["owner", "owners", "dri", "score", "grade", "confidence", "due"]

  private mutating func take(_ field: GoalField, _ text: String, from place: String.Index) -> Bool {
    fields.append((field, text))
    title = title[..<place].trimmed
    return true
  }

  /// Coloured circles and ticks at either end.
  private mutating func takeSigns() {
    for (sign, state) in [
      ("🟢", "on track"), ("🟡", "at risk"), ("🟠", "at risk"), ("🔴", "off track"), ("✅", "done"), ("☑", "done"),
      ("✔️", "done"), ("❌", "missed"), ("⚪", "not started"),
    ] where title.hasPrefix(sign) || title.hasSuffix(sign) {
      fields.append((.status, state))
      title = title.replacing(sign, with: "").trimmed
    }
  }
}

extension Substring {
  fileprivate var trimmingDots: String {
    var text = self
    while text.last == "." || text.last == "-" { text = text.dropLast() }
    return String(text)
  }
}
