/// Changes of a team's file after it was written.
enum Amending {
  struct Change {
    let keyResult: String
    let field: String
    let from: String
    let to: String
    let by: String
    let on: String
    let because: String
  }

  /// Changes one field of a key result and records the change below it.
  static func amend(_ text: inout String, _ change: Change) throws {
    try inKeyResult(&text, change.keyResult) { lines in
      let old = "        \(change.field): \(change.from)"
      guard let position = lines.firstIndex(of: old) else { throw StoryFault("'\(old)' is not in \(change.keyResult)") }
      lines[position] = "        \(change.field): \(change.to)"
      if !lines.contains("        amendments:") { lines.append("        amendments:") }
      lines.append("          - on: \(change.on)")
      lines.append("            field: \(change.field)")
      lines.append("            from: \(scalar(change.from))")
      lines.append("            to: \(scalar(change.to))")
      lines.append("            by: \(change.by)")
      lines.append("            because: \(prose(change.because, indent: 14))")
    }
  }

  static func score(_ text: inout String, _ keyResult: String, _ score: Double, _ reason: String) throws {
    try inKeyResult(&text, keyResult) { lines in
      let position = lines.firstIndex(of: "        amendments:") ?? lines.endIndex
      var added = ["        score: \(fixed(score, 1))"]
      if !reason.isEmpty { added.append("        score_reason: \(prose(reason, indent: 10))") }
      lines.insert(contentsOf: added, at: position)
    }
  }

  static func outcome(_ text: inout String, _ objective: String, _ decision: String, _ reason: String) throws {
    try inItem(&text, "  - id: \(objective)", depth: 4) { lines in
      lines += ["    outcome:", "      decision: \(decision)"]
      if !reason.isEmpty { lines.append("      because: \(prose(reason, indent: 8))") }
    }
  }

  private static func inKeyResult(_ text: inout String, _ id: String, _ edit: (inout [String]) throws -> Void) throws {
    try inItem(&text, "      - id: \(id)", depth: 8, edit)
  }

  /// - Parameter depth: the minimal indentation of every further line of the item.
  private static func inItem(
    _ text: inout String, _ head: String, depth: Int, _ edit: (inout [String]) throws -> Void
  ) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: head) else { throw StoryFault("there is no '\(head)'") }
    let end = lines[(start + 1)...].firstIndex { $0.prefix { $0 == " " }.count < depth } ?? lines.endIndex
    var item = Array(lines[start..<end])
    try edit(&item)
    lines.replaceSubrange(start..<end, with: item)
    text = lines.joined(separator: "\n")
  }
}
