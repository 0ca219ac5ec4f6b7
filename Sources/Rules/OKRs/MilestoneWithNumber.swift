import Diagnostics
internal import Presentation
import StrategyModel
import StrictYAML

struct MilestoneWithNumber: Rule {
  let card = Card(
    id: "NS521", name: "milestone-with-number", severity: .warning,
    summary: "A milestone has a number in its title, or numbers of its own, that nobody counts.",
    rationale: """
      "Update 50 pages" as a milestone is done or not: the 49th page counts no more than the first, and a half-finished \
      result looks like none. With the type 'increase' or 'decrease', a target and a unit, check-ins say how far it is, \
      without any metric of the tree.
      """,
    wrong: [
      Example(
        okrs, replacing: "An invitation can be sent from every calendar", with: "↓Update 50 pages of the guide"),
      Example(
        okrs, replacing: "type: milestone", with: "type: milestone\n        baseline: 0\n        target: ↓50"),
    ],
    right: [
      Example(
        okrs, replacing: "An invitation can be sent from every calendar", with: "Phase 2 of the guide is agreed"),
      Example(
        okrs,
        replacing: "An invitation can be sent from every calendar\n        type: milestone",
        with:
          "Update 50 pages of the guide\n        type: increase\n        baseline: 0\n        target: 50\n        unit: pages"
      ),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices where keyResults[i].type?.value == .milestone {
        guard let type = keyResults[i].type, let id = keyResults[i].id, keyResults[i].score == nil else { continue }
        if let place = keyResults[i].target?.range ?? keyResults[i].baseline?.range ?? keyResults[i].unit?.range {
          let falls = (keyResults[i].target?.value ?? 0) < (keyResults[i].baseline?.value ?? 0)
          report.add(
            "'\(id.value)' is a milestone, so nobody counts its numbers", about: strategy.okrs.all[okrs], at: place,
            in: strategy, help: ["Write 'type: increase' or 'type: decrease', with baseline, target and unit."],
            fixes: keyResults[i].target == nil || keyResults[i].baseline == nil
              ? [] : [.replace(type.range, with: falls ? "decrease" : "increase", .needsReview)])
        } else if keyResults[i].steps.isEmpty, let title = keyResults[i].title, let count = TitleCount(title.value) {
          report.add(
            "'\(id.value)' is a milestone with the number \(count.shown) in its title", about: strategy.okrs.all[okrs],
            at: title.range, in: strategy, help: ["Count it: \(count.fields.joined(separator: ", "))."],
            fixes: [count.fix(at: type.range, column: keyResults[i].column)])
        }
      }
    }
  }
}

private let okrs = "okrs/2026-q1/growth.yaml"

/// A number in a title that counts something: `Update 50 pages`, `from 41 % to 55 %`.
struct TitleCount {
  let shown: String
  private let type: KeyResultType
  private let baseline: Double?
  private let target: Double
  private let unit: String

  /// `nil` when the title has no such number, or when its number names something, as in `Phase 2` and `SOC 2`.
  init?(_ title: String) {
    guard title.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let words = TitleCount.words(title)
    for i in words.indices {
      let before = i > 0 ? words[i - 1].lowercased() : ""
      guard let number = Figure(words[i]), !TitleCount.names(words, i) else { continue }
      let measured = before == "from" && i > 1 ? words[i - 2].filter(\.isLetter) : ""
      guard let unit = number.unit(before: words[(i + 1)...]) ?? (measured.isEmpty ? nil : String(measured)) else {
        continue
      }
      let last = number.isOwnUnit ? i : i + 1
      let goal =
        before == "from"
        ? (last..<min(last + 2, words.count)).first { words[$0].lowercased() == "to" }
          .flatMap { to in to + 1 < words.count ? Figure(words[to + 1]).map { (figure: $0, next: to + 2) } : nil } : nil
      if let goal, goal.figure.value != number.value {
        let type: KeyResultType = goal.figure.value < number.value ? .decrease : .increase
        self.init(
          goal.figure, type, from: number.value, goal.figure.unit(before: words[min(goal.next, words.count)...]) ?? unit
        )
      } else if ["within", "under", "below", "than"].contains(before) {
        self.init(number, .decrease, from: nil, unit)
      } else if unit == "percent" {
        self.init(number, .increase, from: nil, unit)
      } else if before != "from", number.value > 1, number.value == number.value.rounded() {
        self.init(number, .increase, from: 0, unit)
      } else {
        continue
      }
      return
    }
    return nil
  }

  /// - Parameter baseline: `nil` when the title does not say it.
  private init(_ goal: Figure, _ type: KeyResultType, from baseline: Double?, _ unit: String) {
    (shown, target) = (goal.text, goal.value)
    (self.type, self.baseline, self.unit) = (type, baseline, unit)
  }

  var fields: [String] {
    [
      "type: \(type.rawValue)", "baseline: \(baseline.map(\.plain) ?? UnknownBaseline.unknown.rawValue)",
      "target: \(target.plain)", "unit: \(unit)",
    ]
  }

  /// - Parameter column: of the key result's fields; `nil` in flow style.
  func fix(at type: ByteRange, column: Int?) -> Fix {
    let separator = column.map { "\n" + String(repeating: " ", count: $0) } ?? ", "
    let text = fields.joined(separator: separator).dropFirst("type: ".count)
    return Fix(
      "count it, with the target \(target.plain)", .needsReview, [TextEdit(range: type, replacement: Array(text.utf8))])
  }

  /// The words outside of brackets.
  private static func words(_ title: String) -> [Substring] {
    var depth = 0
    var kept = ""
    for character in title {
      if "([{".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
    }
    var words: [Substring] = []
    for word in kept.split(whereSeparator: \.isWhitespace) {
      var word = word[...]
      while let last = word.last, ",.;:!?".contains(last) { word.removeLast() }
      if word.isEmpty { continue }
      words.append(Substring(word))
    }
    return words
  }

  /// Whether the number at a position is part of a name: `Phase 2`, `ISO 27001`, `top 10`.
  private static func names(_ words: [Substring], _ i: Int) -> Bool {
    guard i > 0 else { return false }
    let before = words[i - 1]
    if before.count > 1, before.allSatisfy({ $0.isUppercase || $0.isNumber }) { return true }
    return named.contains(before.lowercased())
  }

  private static let named: Set<String> = [
    "phase", "version", "level", "stage", "step", "release", "part", "top", "series", "type", "tier", "day", "week",
    "chapter", "module", "milestone", "wave", "sprint", "round", "group", "no", "number", "article", "section", "in",
    "by", "for", "every", "per", "of", "after", "before", "since", "until", "at", "on", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]
}

/// A number as a title writes it.
private struct Figure {
  let text: String
  let value: Double
  private let sign: String?
  private let suffix: Substring

  init?(_ word: Substring) {
    var rest = word
    sign = rest.first.flatMap { Figure.currencies[$0] }
    if sign != nil { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
    guard let first = digits.first, first.isNumber, digits.last?.isNumber == true else { return nil }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.prefix(3).count == 3 && $0.prefix(3).allSatisfy(\.isNumber) }),
      let number = Double(groups.joined())
    else { return nil }
    suffix = rest.dropFirst(digits.count)
    let factor: Double
    switch suffix.lowercased() {
    case "", "%", "+": factor = 1
    case "k", "k+": factor = 1000
    case "m", "m+": factor = 1_000_000
    default: return nil
    }
    (text, value) = (String(word), number * factor)
  }

  /// Whether the unit is written with the number: `55%`, `€40`.
  var isOwnUnit: Bool { sign != nil || suffix == "%" }

  /// What is counted; `nil` when the next word does not say it.
  func unit(before rest: ArraySlice<Substring>) -> String? {
    if let sign { return sign }
    if suffix == "%" { return "percent" }
    guard let next = rest.first else { return nil }
    if next == "%" || next.lowercased() == "percent" { return "percent" }
    let isYear = suffix.isEmpty && (1900...2100).contains(value) && text.count == 4
    guard !isYear, next.count > 1, next.last == "s", next.allSatisfy({ $0.isASCII && $0.isLowercase }) else {
      return nil
    }
    return String(next)
  }

  private static let currencies: [Character: String] = ["$": "USD", "€": "EUR", "£": "GBP"]
}
