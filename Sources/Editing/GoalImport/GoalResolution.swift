import Diagnostics
import Presentation
import StrategyModel
import StrategyStore

/// Goals of a source on their way into files: matched with the strategy's teams, cycles, people and metrics.
struct GoalResolution {
  private let strategy: Strategy
  private let today: Day
  private let request: GoalImportRequest
  private let names: NameBook
  private(set) var goals = ImportedGoals()
  private var positions: [String: Int] = [:]
  private var settings: [String: GoalSetting] = [:]
  private var usedAims: Set<String> = []

  init(
    _ source: SourceGoals, _ strategy: Strategy, _ names: NameBook, today: Day, _ request: GoalImportRequest
  ) throws(StrategyError) {
    (self.strategy, self.today, self.request, self.names) = (strategy, today, request, names)
    try requireRequested()
    goals.unplaced = source.unplaced
    goals.remarks = source.remarks
    for objective in source.objectives { try place(objective) }
    let aims = Set(request.inputs.keys).union(request.supports.keys)
    for unused in aims.filter({ !$0.isEmpty && !usedAims.contains($0) }).sorted() {
      throw StrategyError(
        .unknownName, message: "no objective of the file is called '\(unused.visible)'",
        help: ["Name it by the id or the words that the preview shows."])
    }
    resolveParents()
    goals.unplaced.sort { ($0.line, $0.text) < ($1.line, $1.text) }
    goals.files.removeAll { $0.objectives.isEmpty }
  }

  private func requireRequested() throws(StrategyError) {
    if let team = request.team, strategy.teams[team] == nil {
      throw .unknown(team, among: strategy.ids(of: .team), "team")
    }
    if let cycle = request.cycle, strategy.cycles[cycle] == nil {
      throw .unknown(cycle, among: strategy.ids(of: .cycle), "cycle")
    }
    for input in Set(request.inputs.values) where strategy.metrics[input] == nil {
      throw .unknown(input, among: strategy.ids(of: .metric), "metric")
    }
  }

  private mutating func place(_ source: SourceObjective) throws(StrategyError) {
    let team = resolvedTeam(source)
    let cycle = resolvedCycle(source)
    switch (team, cycle) {
    case (.success(let team), .success(let cycle)): try add(source, team, cycle)
    case (.failure(let fault), _), (_, .failure(let fault)): leaveOut(source, fault.reason)
    }
  }

  private struct Fault: Error { let reason: String }

  private mutating func leaveOut(_ source: SourceObjective, _ reason: String) {
    for goal in [source.goal] + source.keyResults { leaveOut(goal, reason) }
  }

  private mutating func leaveOut(_ goal: SourceGoal, _ reason: String) {
    let fields = goal.fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.label): \($0.value)" }
    let text = ([goal.words] + fields + goal.notes).map(\.onOneLine).joined(separator: " | ")
    goals.unplaced.append(Unplaced(line: goal.line, text: text, reason: reason))
  }

  /// Goals are sentences; longer texts are listed and not read.
  private static let longest = 2_000

  private func resolvedTeam(_ source: SourceObjective) -> Result<NameBook.Match, Fault> {
    let named = source.team?.text ?? source.candidate?.text
    if let named, let match = names.team(named) { return .success(match) }
    if let team = request.team { return .success(NameBook.Match(id: team, isExact: named == nil)) }
    return .failure(
      Fault(reason: named.map { "there is no team '\($0.visible)'" } ?? "nothing says which team it is of"))
  }

  private mutating func resolvedCycle(_ source: SourceObjective) -> Result<NameBook.Match, Fault> {
    var match: NameBook.Match
    if let named = source.cycle?.text {
      guard let found = names.cycle(named) else {
        return .failure(Fault(reason: "there is no cycle '\(named.visible)'"))
      }
      match = found
    } else if let cycle = request.cycle {
      match = NameBook.Match(id: cycle, isExact: true)
    } else if let cycle = try? NewObjective.cycle(nil, in: strategy) {
      match = NameBook.Match(id: cycle, isExact: false)
    } else {
      return .failure(Fault(reason: "nothing says which cycle it is of"))
    }
    if !request.takesAsIs, let state = strategy.cycles[match.id]?.state?.value, state == .closed || state == .grading {
      if !goals.closedCycles.contains(match.id) { goals.closedCycles.append(match.id) }
      return .failure(Fault(reason: "'\(match.id)' is \(state == .closed ? "closed" : "being graded")"))
    }
    return .success(match)
  }

  private mutating func setting(_ cycle: String) -> GoalSetting {
    if let known = settings[cycle] { return known }
    let setting = GoalSetting(strategy, names, cycle: cycle, today: today)
    settings[cycle] = setting
    return setting
  }

  private mutating func add(
    _ source: SourceObjective, _ team: NameBook.Match, _ cycle: NameBook.Match
  ) throws(StrategyError) {
    guard source.goal.words.utf8.count <= GoalResolution.longest else {
      return leaveOut(source, "it is too long for a goal")
    }
    let name = "\(cycle.id)/\(team.id)"
    let position = positions[name] ?? goals.files.count
    if position == goals.files.count {
      goals.files.append(
        ImportedFile(cycle: cycle.id, team: team.id, isNew: strategy.file(of: .okrs, name) == nil))
      positions[name] = position
    }
    if !team.isExact { goals.files[position].guessed.insert("team") }
    if !cycle.isExact { goals.files[position].guessed.insert("cycle") }
    var objective = objective(source.goal, in: name, setting(cycle.id))
    guard !objective.title.isEmpty else { return leaveOut(source, "its objective has no words") }
    let owner = GoalOwners(source.goal.fields[.owner] ?? "", names).first?.id
    let taken = known(objective.title, in: name)
    for goal in source.keyResults {
      guard goal.words.utf8.count <= GoalResolution.longest else {
        leaveOut(goal, "it is too long for a goal")
        continue
      }
      let result = KeyResultResolution(
        goal, setting(cycle.id), owner: owner, input: objective.input ?? objective.guards
      ).result
      if result.title.isEmpty {
        leaveOut(goal, "it has no words of a key result")
      } else if taken?.keyResults.contains(where: { $0.title?.value == result.title }) == true {
        goals.known += 1
      } else {
        objective.keyResults.append(result)
      }
    }
    if let id = taken?.id?.value {
      (objective.id, objective.isKnown) = (id, true)
      if objective.keyResults.isEmpty { return }
    }
    goals.files[position].objectives.append(objective)
  }

  private func known(_ title: String, in okrs: String) -> Objective? {
    strategy.okrs[okrs]?.objectives.first { $0.title?.value == title }
  }
}

// Objectives.
extension GoalResolution {
  private mutating func objective(
    _ source: SourceGoal, in okrs: String, _ setting: GoalSetting
  ) -> ImportedObjective {
    let words = GoalWords(source.words) { names.person($0)?.isExact == true }
    var objective = ImportedObjective(line: source.line, id: "", title: words.title)
    (objective.links, objective.notes) = (words.links, source.notes)
    if source.isGuess { objective.guessed.insert("title") }
    var fields = source.fields
    for (field, text) in words.fields {
      if let known = fields[field], known != text { objective.keep(field, text) } else { fields[field] = text }
    }
    takeAmbition(&fields, &objective)
    objective.why = fields.removeValue(forKey: .why)
    takeAim(&fields, &objective)
    if let text = fields.removeValue(forKey: .due) {
      if let (day, isExact) = setting.day(text) {
        objective.due = day
        if !isExact { objective.guessed.insert("due") }
      } else {
        objective.keep(.due, text)
      }
    }
    if let text = fields.removeValue(forKey: .link) {
      objective.links += text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    }
    objective.parent = fields.removeValue(forKey: .parent)
    for (field, text) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where field != .ignored {
      objective.keep(field, text)
    }
    return objective
  }

  private func takeAmbition(_ fields: inout [GoalField: String], _ objective: inout ImportedObjective) {
    if let text = fields.removeValue(forKey: .ambition) {
      let words = text.lowercased()
      let names = ["moonshot": Ambition.aspirational, "stretch": .aspirational, "roofshot": .committed]
      guard let ambition = Ambition(rawValue: words) ?? names[words] else { return objective.keep(.ambition, text) }
      objective.ambition = ambition
      if Ambition(rawValue: words) == nil { objective.guessed.insert("ambition") }
    } else if let ambition = request.ambition {
      objective.ambition = ambition
    } else {
      objective.guessed.insert("ambition")
    }
  }

  private mutating func takeAim(_ fields: inout [GoalField: String], _ objective: inout ImportedObjective) {
    let own = [objective.title.lowercased(), GoalIDs.proposal(objective.title) ?? ""]
    if let named = own.first(where: { request.inputs[$0] != nil }) {
      objective.input = request.inputs[named]
      usedAims.insert(named)
    }
    if let named = own.first(where: { request.supports[$0] != nil }) {
      objective.supports = request.supports[named] ?? []
      usedAims.insert(named)
    }
    if let text = fields.removeValue(forKey: .input) {
      if let match = names.metric(text), objective.input == nil {
        objective.input = match.id
        if !match.isExact { objective.guessed.insert("input") }
      } else {
        objective.keep(.input, text)
        if names.metric(text) == nil { objective.doubts.append("there is no metric '\(text.visible)'") }
      }
    }
    if objective.supports.isEmpty { objective.input = objective.input ?? request.inputs[""] }
    if let metric = objective.input, strategy.metrics[metric]?.role?.value == .guardrail {
      (objective.input, objective.guards) = (nil, metric)
    }
    if !objective.hasAim {
      objective.proposedInput = proposedInput(objective.title)
      objective.doubts.append("it names no input")
    }
  }

  /// The only input whose name shares a word with the objective, apart from common ones.
  private func proposedInput(_ title: String) -> String? {
    let words = Set(title.wordsOnly.filter { $0.count > 3 }.map(GoalResolution.stem))
    let shared = strategy.metrics.all.filter { $0.role?.value == .input }.map { metric in
      let own = Set((metric.id?.value ?? "").wordsOnly + (metric.name?.value ?? "").wordsOnly)
      return (metric.id?.value, own.filter { $0.count > 3 }.map(GoalResolution.stem).filter(words.contains).count)
    }
    let most = shared.map(\.1).max() ?? 0
    let best = shared.filter { $0.1 == most }
    return most > 0 && best.count == 1 ? best[0].0 : nil
  }

  private static func stem(_ word: String) -> String { String(word.prefix(5)) }

  /// A parent is named by its full name, its id, or its words; in the strategy, or among the goals that come now.
  private mutating func resolveParents() {
    for file in goals.files.indices {
      GoalIDs.assign(&goals.files[file], strategy.okrs[goals.files[file].name])
    }
    let own = goals.files.flatMap { file in
      file.objectives.map { (name: "\(file.name)/\($0.id)", id: $0.id, title: $0.title) }
    }
    let known = strategy.okrs.all.flatMap { okrs in
      okrs.objectives.map {
        (
          name: "\(okrs.id?.value ?? "")/\($0.id?.value ?? "")", id: $0.id?.value ?? "", title: $0.title?.value ?? ""
        )
      }
    }
    for file in goals.files.indices {
      for position in goals.files[file].objectives.indices {
        guard let text = goals.files[file].objectives[position].parent else { continue }
        let words = GoalMark(text).map { $0.rest.isEmpty ? text : $0.rest } ?? text
        let found = Set(
          (own + known).filter {
            $0.name == text || $0.id == text || $0.title.lowercased() == words.lowercased()
          }.map(\.name))
        goals.files[file].objectives[position].parent = found.count == 1 ? found.first : nil
        if found.count != 1 {
          goals.files[file].objectives[position].keep(.parent, text)
          goals.files[file].objectives[position].doubts.append("there is no objective '\(text.visible)'")
        } else if found.first != text {
          goals.files[file].objectives[position].guessed.insert("parent")
        }
      }
    }
  }
}

extension ImportedObjective {
  fileprivate mutating func keep(_ field: GoalField, _ text: String) { notes.append("\(field.label): \(text)") }
}

/// Ids made from words, each unique in its file.
enum GoalIDs {
  /// At most five words that say something; `nil` for words that cannot make an id, as those of another script.
  static func proposal(_ title: String) -> String? {
    let words = title.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { $0.filter { $0 != "'" && $0 != "’" } }
    let telling = words.filter { !fillers.contains($0.lowercased()) && $0.first?.isLetter == true }
    return Identifier.corrected((telling.isEmpty ? words : telling).prefix(5).joined(separator: " "), atMost: 60)
  }

  private static let fillers: Set = [
    "a", "an", "the", "of", "to", "from", "and", "or", "for", "in", "on", "by", "with", "our", "at", "is", "are", "be",
    "we",
    "that", "their", "its", "as", "per", "than", "more", "least", "tbd", "now", "was",
  ]

  static func assign(_ file: inout ImportedFile, _ existing: TeamOKRs?) {
    var objectives = Set((existing?.objectives ?? []).compactMap { $0.id?.value })
    var keyResults = Set((existing?.objectives ?? []).flatMap(\.keyResults).compactMap { $0.id?.value })
    for position in file.objectives.indices {
      if !file.objectives[position].isKnown {
        file.objectives[position].id = free(file.objectives[position].title, "objective", &objectives)
      }
      for place in file.objectives[position].keyResults.indices {
        file.objectives[position].keyResults[place].id = free(
          file.objectives[position].keyResults[place].title, "key-result", &keyResults)
      }
    }
  }

  private static func free(_ title: String, _ kind: String, _ taken: inout Set<String>) -> String {
    let base = proposal(title)
    if let base, taken.insert(base).inserted { return base }
    var number = base == nil ? 1 : 2
    while !taken.insert("\(base ?? kind)-\(number)").inserted { number += 1 }
    return "\(base ?? kind)-\(number)"
  }
}
