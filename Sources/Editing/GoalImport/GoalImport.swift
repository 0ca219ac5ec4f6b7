import Diagnostics
import Presentation
import StrategyModel
package import StrategyStore
import StrictYAML

/// Goals of a file on their way into the OKRs of their teams.
package struct GoalImport {
  private let source: GoalSource
  private let request: GoalImportRequest
  private let name: String

  /// - Parameter name: of the file, in messages and in the commit.
  package init(_ request: GoalImportRequest, of bytes: [UInt8], named name: String) {
    (self.request, self.name) = (request, name)
    source = GoalSource(bytes, named: name, request)
  }

  /// What would be written to a strategy, and what would be left out.
  package func goals(for draft: StrategyDraft) throws(StrategyError) -> ImportedGoals {
    let names = NameBook(draft.strategy)
    return try GoalResolution(source.goals(names), draft.strategy, names, today: draft.today, request).goals
  }

  /// Adds the goals to the files of their teams, all of them or none.
  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let goals = try goals(for: draft)
    var remarks: [String] = []
    for file in goals.files {
      let isActive = draft.strategy.cycles[file.cycle]?.state?.value == .active
      try write(file, since: isActive ? draft.today : nil, to: &draft)
      let keyResults = file.objectives.reduce(0) { $0 + $1.keyResults.count }
      let new = file.objectives.count { !$0.isKnown }
      remarks.append("\(file.name): \(counted(new, "objective")), \(counted(keyResults, "key result")).")
      if isActive, !remarks.contains(LateObjective.remark(in: file.cycle)) {
        remarks.append(LateObjective.remark(in: file.cycle))
      }
    }
    if !goals.unplaced.isEmpty { remarks.append("Not imported: \(counted(goals.unplaced.count, "line")).") }
    let counts = "\(counted(goals.objectiveCount, "objective")) and \(counted(goals.keyResultCount, "key result"))"
    return CommitWording(topic: "okrs", what: "import \(counts) from \(name.visible)", remarks: remarks)
  }

  private func write(_ file: ImportedFile, since: Day?, to draft: inout StrategyDraft) throws(StrategyError) {
    guard let known = draft.strategy.file(of: .okrs, file.name) else {
      let path = Kind.okrs.home(of: file.name)
      try draft.requireFree(path)
      let objectives = try file.objectives.map { objective throws(StrategyError) in try objective.yaml(since: since) }
      let all: YAMLValue = [
        "kind": .scalar(Kind.okrs.rawValue), "team": .scalar(file.team), "cycle": .scalar(file.cycle),
        "objectives": .sequence(objectives),
      ]
      return draft.write(YAMLWriter.text(of: all), to: path)
    }
    let objectives = draft.strategy.okrs[file.name]?.objectives ?? []
    var changes: [Change] = []
    for objective in file.objectives {
      if objective.isKnown, let position = objectives.firstIndex(where: { $0.id?.value == objective.id }) {
        changes += objective.keyResults.map {
          .append([.key("objectives"), .index(position), .key("key_results")], $0.yaml(since: since))
        }
      } else {
        changes.append(.append([.key("objectives")], try objective.yaml(since: since)))
      }
    }
    try draft.edit(draft.innerPath(known.path), changes)
  }
}

extension ImportedObjective {
  /// Fields in the order of the description.
  fileprivate func yaml(since: Day?) throws(StrategyError) -> YAMLValue {
    var values: [String: YAMLValue] = [
      "id": .scalar(id), "title": .scalar(title), "ambition": .scalar(ambition.rawValue),
      "key_results": .sequence(keyResults.map { $0.yaml(since: since) }),
    ]
    let texts = [("why", why), ("input", input), ("guards", guards), ("parent", parent), ("due", due?.description)]
    for (name, text) in texts {
      if let text { values[name] = .scalar(text.kept) }
    }
    if !supports.isEmpty {
      let all = try supports.map { text throws(StrategyError) in try NewObjective.support(text) }
      values["supports"] = .sequence(all, .block)
    }
    values.add(links, notes)
    return .mapping(
      Objective.fields.compactMap { field in
        values[field.description.name].map { YAMLValue.Entry(field.description.name, $0) }
      })
  }
}

extension ImportedKeyResult {
  /// - Parameter since: the day from which it counts, in a cycle that has already started.
  fileprivate func yaml(since: Day?) -> YAMLValue {
    var values: [String: YAMLValue] = [
      "id": .scalar(id), "title": .scalar(title), "type": .scalar(type.rawValue),
    ]
    let texts: [(String, String?)] = [
      ("metric", metric), ("segment", segment), ("baseline", baseline), ("target", target),
      ("target_until", targetUntil?.description), ("stretch", stretch), ("lower", lower), ("upper", upper),
      ("unit", unit),
      ("owner", owner), ("since", since?.description), ("due", due?.description), ("weight", weight), ("score", score),
    ]
    for (name, text) in texts {
      if let text { values[name] = .scalar(text.kept) }
    }
    values.add(links, notes)
    return .mapping(
      KeyResult.fields.compactMap { field in
        values[field.description.name].map { YAMLValue.Entry(field.description.name, $0) }
      })
  }
}

extension [String: YAMLValue] {
  fileprivate mutating func add(_ links: [String], _ notes: [String]) {
    if !links.isEmpty { self["links"] = .sequence(links.map { .scalar($0.kept) }) }
    let lines = notes.flatMap { $0.split(whereSeparator: \.isNewline).map { String($0).onOneLine.kept } }
    if !lines.isEmpty { self["notes"] = .scalar(lines.joined(separator: "\n")) }
  }
}

extension String {
  /// Without characters that a file of a strategy must not contain.
  fileprivate var kept: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isRefusedControl }))
  }
}
