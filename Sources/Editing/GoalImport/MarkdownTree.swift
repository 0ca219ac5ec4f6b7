import Numbers
import Presentation

/// The blocks of a Markdown text below one another, and what each is about.
struct MarkdownTree {
  struct Node {
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
  enum Section: Equatable {
    case goals
    /// Initiatives, notes and other things that are not goals.
    case others
  }

  private(set) var nodes: [Node] = []
  private let names: NameBook

  /// - Parameter map: fields of the columns of tables, by name.
  init(_ text: String, _ names: NameBook, _ map: [String: GoalField]) {
    self.names = names
    build(MarkdownBlocks(text).blocks, map)
    for position in nodes.indices.reversed() { recognise(position) }
  }
}

// The tree.
extension MarkdownTree {
  private mutating func build(_ blocks: [MarkdownBlocks.Block], _ map: [String: GoalField]) {
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
        section: rows.isEmpty ? MarkdownTree.section(block.text) : nil, table: rows.isEmpty ? nil : table(rows, map))
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
      let isLabel = MarkdownTree.section(block.text) != nil
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

  private func table(_ rows: [MarkdownBlocks.Block], _ map: [String: GoalField]) -> (Grid, SheetColumns?) {
    var grid = Grid()
    for row in rows {
      let cells = MarkdownTree.cells(row.text)
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
extension MarkdownTree {
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
    } else if !isContext(node.block.text), areItsKeyResults(items, of: node) {
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
    // In a list the outermost goal is the objective; a heading may name the team of the objectives below it.
    return node.isItem ? share(items) >= share(below) : share(items) > share(below)
  }
}

extension String {
  var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
