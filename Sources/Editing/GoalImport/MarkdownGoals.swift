import Presentation

/// The goals of a Markdown text: marked as such, or recognised by their place among headings and lists.
struct MarkdownGoals {
  private typealias Node = MarkdownTree.Node

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

  private let nodes: [Node]
  private let names: NameBook
  private(set) var goals = SourceGoals()

  init(_ text: String, _ names: NameBook, _ map: [String: GoalField]) {
    self.names = names
    nodes = MarkdownTree(text, names, map).nodes
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
      addObjective(text.withoutEmphasis.trimmingColon, node, &scope)
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
