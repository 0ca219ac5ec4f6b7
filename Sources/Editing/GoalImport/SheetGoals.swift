import Diagnostics
import Presentation

/// The goals of a sheet, a row each: objectives that are empty or merged repeat the one above.
struct SheetGoals {
  private let grid: Grid
  private let columns: SheetColumns
  private let names: NameBook
  /// The objective under which the sheet is, as a table in a text may be.
  private let outer: SourceObjective?
  private(set) var goals = SourceGoals()
  private var team: SourceText?
  private var cycle: SourceText?
  private var current: Int?
  private var byWords: [String: Int] = [:]
  private var totals = 0
  private var headers = 0

  /// - Parameters:
  ///   - outer: its team and cycle hold for the rows that name none; its key results come from the sheet.
  init(_ grid: Grid, _ columns: SheetColumns, _ names: NameBook, under outer: SourceObjective? = nil) {
    (self.grid, self.columns, self.names, self.outer) = (grid, columns, names, outer)
    (team, cycle) = (outer?.team, outer?.cycle)
    for row in grid.rows[..<columns.header.lowerBound] { readHeading(row) }
    for row in grid.rows[columns.header.upperBound...] { read(row) }
    goals.unplaced += grid.unread.map { Unplaced(line: $0.line, text: $0.cell, reason: "cell \($0.cell) \($0.reason)") }
    remark()
  }

  private mutating func remark() {
    let kept = columns.names.filter { columns.known[$0.key] == nil }.sorted { $0.key < $1.key }.map(\.value)
    if !kept.isEmpty {
      let shown = kept.prefix(12).map { "'\($0.visible)'" }.joined(separator: ", ") + (kept.count > 12 ? ", …" : "")
      goals.remarks.append("Unknown columns, kept in notes: \(shown).")
    }
    let passed = [(grid.emptyRows, "empty row"), (totals, "row of totals"), (headers, "repeated header")]
      .filter { $0.0 > 0 }.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1.replacing("row", with: "rows"))" }
    if !passed.isEmpty { goals.remarks.append("Passed over: \(passed.joined(separator: ", ")).") }
  }

  /// A row above the header, or one across the sheet, may name the team and the cycle.
  private mutating func readHeading(_ row: Grid.Row) {
    let texts = Set(row.filled.map { row[$0] })
    for text in texts.sorted() {
      let context = GoalContext(text, names)
      team = context.team.map { SourceText(text: $0, line: row.line) } ?? team
      cycle = context.cycle.map { SourceText(text: $0, line: row.line) } ?? cycle
      if context.team == nil, context.cycle == nil { leaveOut(row, text, because: "it is above the rows of goals") }
    }
  }

  private mutating func leaveOut(_ row: Grid.Row, _ text: String? = nil, because reason: String) {
    let all = row.filled.map { row[$0].onOneLine }.joined(separator: " | ")
    goals.unplaced.append(Unplaced(line: row.line, text: text?.onOneLine ?? all, reason: reason))
  }

  private mutating func read(_ row: Grid.Row) {
    let filled = row.filled
    if filled.allSatisfy({ columns.names[$0] == row[$0].onOneLine }) {
      headers += 1
    } else if isTotal(row) {
      totals += 1
    } else if filled.count > 2, Set(filled.map { row[$0] }).count == 1 {
      readAcross(row, row[filled[0]])
    } else if let level = columns.column(of: .level) {
      readLevel(row, row[level])
    } else if let title = columns.column(of: .title) {
      readMarked(row, row[title])
    } else {
      readPair(row)
    }
  }

  /// Whether the row adds up others; a key result of its own is not a total.
  private func isTotal(_ row: Grid.Row) -> Bool {
    guard let first = row.filled.first, let word = row[first].wordsOnly.first else { return false }
    let hasKeyResult = columns.column(of: .keyResult).map { $0 != first && !row[$0].isEmpty } ?? false
    return ["total", "totals", "subtotal", "sum", "average", "avg", "mean"].contains(word) && !hasKeyResult
      && row[first].wordsOnly.count <= 3
  }

  /// A row of one text: the name of a part of the sheet, or an objective with a mark.
  private mutating func readAcross(_ row: Grid.Row, _ text: String) {
    if let mark = GoalMark(text), mark.isObjective {
      begin(SourceGoal(line: row.line, words: mark.rest.isEmpty ? text : mark.rest), row)
    } else {
      let context = GoalContext(text, names)
      guard context.team != nil || context.cycle != nil else {
        return leaveOut(row, text, because: "it is across the sheet")
      }
      team = context.team.map { SourceText(text: $0, line: row.line) } ?? team
      cycle = context.cycle.map { SourceText(text: $0, line: row.line) } ?? cycle
    }
  }

  private mutating func readLevel(_ row: Grid.Row, _ level: String) {
    let words = columns.column(of: .title) ?? columns.column(of: .keyResult) ?? columns.column(of: .objective)
    guard let words, !row[words].isEmpty else { return leaveOut(row, because: "it has no words") }
    switch GoalLevel(named: level) {
    case .objective?:
      var goal = SourceGoal(line: row.line, words: row[words])
      fill(&goal, from: row, ofObjective: nil)
      begin(goal, row)
    case .keyResult?:
      if let parent = columns.column(of: .parent), let found = byWords[key(row[parent], row)] { current = found }
      addKeyResult(row[words], row, leavingOut: .parent)
    case nil: leaveOut(row, because: "'\(level.onOneLine.visible)' is neither an objective nor a key result")
    }
  }

  /// Objectives and key results in one column, told apart by their marks.
  private mutating func readMarked(_ row: Grid.Row, _ text: String) {
    guard let mark = GoalMark(text) else {
      return leaveOut(row, because: "nothing says whether it is an objective or a key result")
    }
    guard mark.isObjective else { return addKeyResult(mark.rest, row) }
    var goal = SourceGoal(line: row.line, words: mark.rest)
    fill(&goal, from: row, ofObjective: nil)
    begin(goal, row)
  }

  private mutating func readPair(_ row: Grid.Row) {
    let words = columns.column(of: .keyResult).map { row[$0] } ?? ""
    if let place = columns.column(of: .objective), !row[place].isEmpty {
      let text = GoalMark(row[place]).flatMap { $0.rest.isEmpty ? nil : $0.rest } ?? row[place]
      var goal = SourceGoal(line: row.line, words: text)
      fill(&goal, from: row, ofObjective: words.isEmpty ? nil : true)
      begin(goal, row)
      if words.isEmpty { return }
    } else if current == nil, let outer, !outer.goal.words.isEmpty {
      goals.objectives.append(outer)
      current = goals.objectives.count - 1
    }
    guard !words.isEmpty else { return leaveOut(row, because: "it has no words of a key result") }
    let lines = words.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
    let parts = lines.compactMap { SheetGoals.listed($0) }
    guard parts.count == lines.count, parts.count > 1 else { return addKeyResult(words, row) }
    for (number, part) in parts.enumerated() { addKeyResult(part, row, onlyOwner: number > 0) }
  }

  /// One of several key results in a cell, each with its own mark, bullet or number.
  private static func listed(_ line: String) -> String? {
    if GoalMark(line)?.isObjective == false { return line }
    if let first = line.first, "-•*–".contains(first) { return line.dropFirst().trimmed }
    let digits = line.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, let sign = line.dropFirst(digits.count).first, sign == "." || sign == ")" else { return nil }
    return line.dropFirst(digits.count + 1).trimmed
  }

  private func key(_ words: String, _ row: Grid.Row) -> String {
    let place = [GoalField.team, .cycle].map { field in columns.column(of: field).map { row[$0] } ?? "" }
    let context = [place[0].isEmpty ? team?.text ?? "" : place[0], place[1].isEmpty ? cycle?.text ?? "" : place[1]]
    return (context + [words.onOneLine]).joined(separator: "\u{0}").lowercased()
  }

  /// Goes on with the objective of these words, or adds it.
  private mutating func begin(_ goal: SourceGoal, _ row: Grid.Row) {
    for (field, path) in [(GoalField.team, \SheetGoals.team), (.cycle, \SheetGoals.cycle)] {
      guard let place = columns.column(of: field), !row[place].isEmpty else { continue }
      self[keyPath: path] = SourceText(text: row[place].onOneLine, line: row.line)
    }
    let key = key(goal.words, row)
    if let known = byWords[key] {
      current = known
      for (field, text) in goal.fields { goals.objectives[known].goal.add(field, text) }
      for note in goal.notes where !goals.objectives[known].goal.notes.contains(note) {
        goals.objectives[known].goal.notes.append(note)
      }
      return
    }
    var objective = SourceObjective(goal: goal, team: team, cycle: cycle)
    objective.candidate = outer?.candidate
    goals.objectives.append(objective)
    current = goals.objectives.count - 1
    byWords[key] = current
  }

  private mutating func addKeyResult(
    _ words: String, _ row: Grid.Row, leavingOut field: GoalField? = nil, onlyOwner: Bool = false
  ) {
    guard let current else { return leaveOut(row, words, because: "no objective is above it") }
    let text = GoalMark(words).flatMap { $0.isObjective || $0.rest.isEmpty ? nil : $0.rest } ?? words
    var goal = SourceGoal(line: row.line, words: text.onOneLine)
    fill(&goal, from: row, ofObjective: false, leavingOut: field, onlyOwner: onlyOwner)
    goals.objectives[current].keyResults.append(goal)
  }

  /// Adds what the other columns say.
  ///
  /// - Parameter ofObjective: which columns, of a row that has both an objective and a key result; `nil` for all.
  private mutating func fill(
    _ goal: inout SourceGoal, from row: Grid.Row, ofObjective: Bool?, leavingOut left: GoalField? = nil,
    onlyOwner: Bool = false
  ) {
    for place in row.filled {
      guard let name = columns.names[place] else {
        if ofObjective != true { leaveOut(row, row[place], because: "no column has a name there") }
        continue
      }
      guard let column = columns.known[place] else {
        if ofObjective != true, !onlyOwner { goal.add(.note, "\(name): \(row[place])") }
        continue
      }
      switch column.field {
      case .objective, .keyResult, .title, .level, .team, .cycle, .ignored: continue
      case left: continue
      case .note where ofObjective != true && !onlyOwner: goal.add(.note, row[place])
      case let field:
        if onlyOwner, field != .owner { continue }
        if let ofObjective, column.isOfObjective != ofObjective { continue }
        goal.add(field, field == .note ? row[place] : row[place].onOneLine)
      }
    }
  }
}
