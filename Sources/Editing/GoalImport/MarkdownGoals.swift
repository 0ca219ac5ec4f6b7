import Numbers
import Presentation

/// The goals of a Markdown text: marked as such, or recognised by their place among headings and lists.
struct MarkdownGoals {
  private struct Node {
    let block: MarkdownBlocks.Block
    let parent: Int?
    var children: [Int] = []
    let mark: GoalMark?
    let fields: FieldLine?
    let section: Section?
    /// The rows of a table, and its columns if they are about goals.
    var table: (grid: Grid, columns: SheetColumns?)?
    /// Whether it is an objective although it has no mark.
    var isObjective = false
    /// Whether an objective is among the nodes below it.
    var holdsObjective = false

    var isItem: Bool { if case .item = block.kind { true } else { false } }
    var isHeading: Bool { if case .heading = block.kind { true } else { false } }
  }

  /// A heading that only names what is below it.
  private enum Section: Equatable {
    case goals
    /// Initiatives, notes and other things that are not goals.
    case others
  }

  /// What holds for the nodes below one.
  private struct Scope {
    var team: SourceText?
    var cycle: SourceText?
    var candidate: SourceText?
    var objective: Int?
    var keyResult: Int?
    /// The last objective with a mark at the same depth; a key result with a mark goes on with it.
    var recent: Int?
    /// The section that is left out.
    var excluded: String?
  }

  private var nodes: [Node] = []
  private let names: NameBook
  private let map: [String: GoalField]
  private(set) var goals = SourceGoals()

  init(_ text: String, _ names: NameBook, _ map: [String: GoalField]) {
    (self.names, self.map) = (names, map)
    build(MarkdownBlocks(text).blocks)
    for position in nodes.indices.reversed() { recognise(position) }
    var scopes: [Scope] = []
    scopes.reserveCapacity(nodes.count)
    var top = Scope()
    for position in nodes.indices {
      let parent = nodes[position].parent
      var scope = parent.map { scopes[$0] } ?? top
      var around = scope
      place(position, &scope, &around)
      if let parent { scopes[parent] = around } else { top = around }
      scopes.append(scope)
    }
  }
}

// The tree.
extension MarkdownGoals {
  private mutating func build(_ blocks: [MarkdownBlocks.Block]) {
    /// The nodes that the next can be below, with their depths.
    var open: [(depth: Int, indent: Int, node: Int)] = []
    var place = 0
    while place < blocks.count {
      let block = blocks[place]
      var rows: [MarkdownBlocks.Block] = []
      while place < blocks.count, blocks[place].kind == .tableRow {
        rows.append(blocks[place])
        place += 1
      }
      if rows.isEmpty { place += 1 }
      let mark = rows.isEmpty ? GoalMark(block.text) : nil
      let next = place < blocks.count ? blocks[place].kind : .other
      let (depth, indent) = depth(of: block, mark, before: next)
      if depth < 10 {
        open.removeAll { $0.depth >= depth }
      } else {
        open.removeAll { $0.depth >= 10 && $0.indent >= indent }
      }
      let node = Node(
        block: block, parent: open.last?.node, mark: mark,
        fields: rows.isEmpty && !isHeading(block) ? FieldLine(block.text) : nil,
        section: rows.isEmpty ? MarkdownGoals.section(block.text) : nil, table: rows.isEmpty ? nil : table(rows))
      if let parent = open.last?.node { nodes[parent].children.append(nodes.count) }
      if depth < 19 { open.append((depth, indent, nodes.count)) }
      nodes.append(node)
    }
  }

  private func isHeading(_ block: MarkdownBlocks.Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  /// 1 to 6 for headings, 7 and 8 for paragraphs in their place, 10 for items, from 20 on for what holds nothing.
  private func depth(
    of block: MarkdownBlocks.Block, _ mark: GoalMark?, before next: MarkdownBlocks.Kind
  ) -> (depth: Int, indent: Int) {
    switch block.kind {
    case .heading(let level): return (level, 0)
    case .item(let indent): return (10, indent)
    case .paragraph(let indent):
      if let mark { return (mark.isObjective ? 7 : 8, 0) }
      let isBold =
        block.text.hasPrefix("**") && block.text.trimmed.drop { $0 != "*" || $0 == " " }.hasPrefix("**")
        && block.text.trimmed.trimmingColon.hasSuffix("**")
      let isLabel = MarkdownGoals.section(block.text) != nil
      let leads = if case .item = next { true } else { next == .tableRow }
      let isTitle = isBold || isLabel || block.text.hasSuffix(":")
      if isTitle && leads && FieldLine(block.text) == nil { return (isLabel ? 8 : 7, 0) }
      return (indent == 0 ? 19 : 20, indent)
    case .tableRow, .other: return (20, 0)
    }
  }

  private static func section(_ text: String) -> Section? {
    guard text.utf8.count < 80 else { return nil }
    let words = text.withoutEmphasis.wordsOnly.filter { Int($0) == nil }.joined(separator: " ")
    if goalSections.contains(words) { return .goals }
    return otherSections.contains(words) ? .others : nil
  }

  private static let goalSections: Set = [
    "objectives", "key results", "krs", "okrs", "okr", "goals", "objective", "key result", "measures", "results",
    "how we measure it", "we will know by", "measured by", "as measured by", "objectives and key results",
  ]
  private static let otherSections: Set = [
    "initiatives", "projects", "tasks", "actions", "action items", "notes", "risks", "links", "background", "context",
    "retrospective", "retro", "next steps", "references", "resources", "dependencies", "how we work", "appendix",
    "glossary", "agenda", "attendees", "faq", "learnings", "summary", "changelog", "resources needed",
    "milestones so far",
    "health metrics", "guardrails", "non goals", "out of scope",
  ]

  private func table(_ rows: [MarkdownBlocks.Block]) -> (Grid, SheetColumns?) {
    var grid = Grid()
    for row in rows {
      let cells = MarkdownGoals.cells(row.text)
      if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }) { continue }
      grid.rows.append(Grid.Row(line: row.line, cells: cells))
    }
    return (grid, SheetColumns.found(in: grid, map))
  }

  private static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if isEscaped, character != "|" { cells[cells.count - 1].append("\\") }
        if character != "\\" || isEscaped { cells[cells.count - 1].append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.last?.trimmed == "" { cells.removeLast() }
    return cells.prefix(ExportTable.widest).map { cell in
      cell.replacing("<br>", with: "\n").replacing("<br/>", with: "\n").withoutEmphasis
    }
  }
}

// What each node is.
extension MarkdownGoals {
  /// Finds the objectives that have no mark; the nodes below this one have been seen.
  private mutating func recognise(_ position: Int) {
    let node = nodes[position]
    if let columns = node.table?.columns {
      nodes[position].holdsObjective = columns.column(of: .objective) != nil || columns.column(of: .title) != nil
      return
    }
    nodes[position].holdsObjective = node.children.contains { child in
      nodes[child].holdsObjective || nodes[child].isObjective || nodes[child].mark?.isObjective == true
    }
    guard node.mark == nil, node.fields == nil, node.section == nil, node.block.kind != .other else { return }
    let items = goalItems(of: position)
    guard !items.isEmpty else { return }
    if !nodes[position].holdsObjective {
      nodes[position].isObjective = node.isItem || !isContext(node.block.text)
    } else if !node.isItem, !isContext(node.block.text), areItsKeyResults(items, of: node) {
      for item in items { nodes[item].isObjective = false }
      (nodes[position].isObjective, nodes[position].holdsObjective) = (true, false)
    }
  }

  /// The items and tables below a node that can be key results, also behind a heading such as "Key results".
  private func goalItems(of position: Int) -> [Int] {
    nodes[position].children.flatMap { child -> [Int] in
      let node = nodes[child]
      if node.section == .goals { return node.children.filter { nodes[$0].isItem || nodes[$0].table != nil } }
      guard node.section == nil, node.fields == nil else { return [] }
      return node.isItem || node.table?.columns != nil || node.mark?.isObjective == false ? [child] : []
    }
  }

  private func isContext(_ text: String) -> Bool {
    let context = GoalContext(text, names)
    return context.team != nil || (context.cycle != nil && context.rest.wordsOnly.count < 3)
      || context.rest.isEmpty
  }

  /// Whether items with lists below them are key results with remarks, and not objectives: they have the numbers.
  private func areItsKeyResults(_ items: [Int], of node: Node) -> Bool {
    guard items.allSatisfy({ nodes[$0].mark == nil && nodes[$0].table == nil }),
      node.children.allSatisfy({ items.contains($0) || !nodes[$0].isObjective && !nodes[$0].holdsObjective })
    else { return false }
    let below = items.flatMap { nodes[$0].children }
    guard below.allSatisfy({ nodes[$0].mark == nil && !nodes[$0].holdsObjective && !nodes[$0].isObjective }) else {
      return false
    }
    func share(_ nodes: [Int]) -> Double {
      Double(nodes.count { self.nodes[$0].block.text.contains(where: \.isNumber) }) / Double(max(1, nodes.count))
    }
    return share(items) > share(below)
  }
}

// The goals.
extension MarkdownGoals {
  /// - Parameters:
  ///   - scope: what holds below the node.
  ///   - around: what holds for the nodes after it.
  private mutating func place(_ position: Int, _ scope: inout Scope, _ around: inout Scope) {
    let node = nodes[position]
    let (text, line) = (node.block.text, node.block.line)
    if let section = scope.excluded, node.mark?.isObjective != true {
      leaveOut(node, "it is in the section '\(section.visible)'")
    } else if let table = node.table {
      place(table, node, scope)
    } else if let fields = node.fields {
      place(fields, line, &around, &scope)
    } else if let mark = node.mark {
      scope.excluded = nil
      if mark.isObjective {
        addObjective(mark.rest, node, &scope)
        around.recent = scope.objective
      } else {
        scope.objective = scope.objective ?? scope.recent
        addKeyResult(mark.rest, node, &scope)
      }
    } else if node.section == .others {
      scope.excluded = text.withoutEmphasis
      leaveOut(node, "it is the heading of a section without goals")
    } else if node.section == .goals {
      return
    } else if node.isObjective, scope.objective == nil || node.isHeading && !text.contains(where: \.isNumber) {
      addObjective(text.withoutEmphasis, node, &scope)
      if let objective = scope.objective { goals.objectives[objective].goal.isGuess = true }
    } else if node.isItem {
      placeItem(node, &scope)
    } else if node.isHeading || !node.children.isEmpty {
      placeHeading(node, &scope)
    } else {
      placeProse(node, scope, &around)
    }
  }

  private mutating func leaveOut(_ node: Node, _ reason: String) {
    if let rows = node.table?.grid.rows {
      goals.unplaced += rows.map {
        Unplaced(line: $0.line, text: $0.cells.joined(separator: " | ").onOneLine, reason: reason)
      }
    } else {
      goals.unplaced.append(Unplaced(line: node.block.line, text: node.block.text, reason: reason))
    }
  }

  private mutating func addObjective(_ words: String, _ node: Node, _ scope: inout Scope) {
    var objective = SourceObjective(goal: SourceGoal(line: node.block.line, words: words))
    (objective.team, objective.cycle, objective.candidate) = (scope.team, scope.cycle, scope.candidate)
    if node.block.isTicked == true { objective.goal.add(.status, "done") }
    goals.objectives.append(objective)
    (scope.objective, scope.keyResult, scope.recent) = (goals.objectives.count - 1, nil, nil)
  }

  private mutating func addKeyResult(_ words: String, _ node: Node, _ scope: inout Scope) {
    guard let objective = scope.objective else { return leaveOut(node, "no objective is above it") }
    var goal = SourceGoal(line: node.block.line, words: words)
    if node.block.isTicked == true { goal.add(.status, "done") }
    goals.objectives[objective].keyResults.append(goal)
    scope.keyResult = goals.objectives[objective].keyResults.count - 1
  }

  private mutating func placeItem(_ node: Node, _ scope: inout Scope) {
    if let objective = scope.objective, let keyResult = scope.keyResult {
      let box = node.block.isTicked.map { $0 ? "[x] " : "[ ] " } ?? ""
      goals.objectives[objective].keyResults[keyResult].add(.note, box + node.block.text)
    } else {
      addKeyResult(node.block.text, node, &scope)
    }
  }

  /// A heading above objectives may name their team and cycle; one without goals begins a section of its own.
  private mutating func placeHeading(_ node: Node, _ scope: inout Scope) {
    let (text, line) = (node.block.text, node.block.line)
    if scope.objective != nil, !node.isObjective, !node.holdsObjective, scope.keyResult == nil, node.isHeading,
      text.contains(where: \.isNumber)
    {
      return addKeyResult(text.withoutEmphasis, node, &scope)
    }
    let context = GoalContext(text, names)
    let hasGoals = node.holdsObjective || node.children.contains { nodes[$0].isItem || nodes[$0].table?.columns != nil }
    guard hasGoals || context.team != nil || context.cycle != nil else {
      if !node.children.isEmpty { scope.excluded = text.withoutEmphasis }
      return leaveOut(node, "it is a heading without goals")
    }
    if let team = context.team { (scope.team, scope.candidate) = (SourceText(text: team, line: line), nil) }
    if let cycle = context.cycle { scope.cycle = SourceText(text: cycle, line: line) }
    if context.team == nil, !context.rest.isEmpty { scope.candidate = SourceText(text: context.rest, line: line) }
    (scope.objective, scope.keyResult) = (nil, nil)
  }

  private mutating func placeProse(_ node: Node, _ scope: Scope, _ around: inout Scope) {
    let text = node.block.text
    if let objective = scope.objective {
      if goals.objectives[objective].goal.words.isEmpty, scope.keyResult == nil {
        goals.objectives[objective].goal.words = text.withoutEmphasis
        return
      }
      if let keyResult = scope.keyResult {
        if goals.objectives[objective].keyResults[keyResult].words.isEmpty {
          goals.objectives[objective].keyResults[keyResult].words = text.withoutEmphasis
        } else {
          goals.objectives[objective].keyResults[keyResult].add(.note, text)
        }
        return
      }
    } else if text.utf8.count < 80 {
      let context = GoalContext(text, names)
      if context.rest.isEmpty, context.team != nil || context.cycle != nil {
        around.team = context.team.map { SourceText(text: $0, line: node.block.line) } ?? around.team
        around.cycle = context.cycle.map { SourceText(text: $0, line: node.block.line) } ?? around.cycle
        return
      }
    }
    leaveOut(node, node.block.kind == .other ? "it is code or a comment" : "it is not a goal")
  }

  private mutating func place(_ line: FieldLine, _ number: Int, _ around: inout Scope, _ scope: inout Scope) {
    for (field, text) in line.fields {
      if field == .team || field == .cycle {
        let found = SourceText(text: text.withoutEmphasis, line: number)
        if let objective = scope.objective {
          if field == .team {
            goals.objectives[objective].team = found
          } else {
            goals.objectives[objective].cycle = found
          }
        } else if field == .team {
          around.team = found
        } else {
          around.cycle = found
        }
      } else if let objective = scope.objective {
        if let keyResult = scope.keyResult {
          goals.objectives[objective].keyResults[keyResult].add(field, text)
        } else {
          goals.objectives[objective].goal.add(field, text)
        }
      } else {
        goals.unplaced.append(
          Unplaced(line: number, text: "\(field.rawValue): \(text)", reason: "no objective is above it"))
      }
    }
  }

  private mutating func place(_ table: (grid: Grid, columns: SheetColumns?), _ node: Node, _ scope: Scope) {
    guard let columns = table.columns else { return leaveOut(node, "no column is named after key results") }
    var outer = SourceObjective(goal: SourceGoal(line: node.block.line, words: ""))
    (outer.team, outer.cycle, outer.candidate) = (scope.team, scope.cycle, scope.candidate)
    if let objective = scope.objective { outer.goal.words = goals.objectives[objective].goal.words }
    let found = SheetGoals(table.grid, columns, names, under: outer).goals
    goals.unplaced += found.unplaced
    goals.remarks += found.remarks.filter { !goals.remarks.contains($0) }
    for own in found.objectives {
      if let objective = scope.objective, own.goal.line == outer.goal.line, own.goal.words == outer.goal.words {
        goals.objectives[objective].keyResults += own.keyResults
      } else {
        goals.objectives.append(own)
      }
    }
  }
}

extension String {
  fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
