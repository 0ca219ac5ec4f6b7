import Diagnostics
import Numbers
import Presentation
import StrategyModel

/// A key result of the source as the model has it.
struct KeyResultResolution {
  private let source: SourceGoal
  private let setting: GoalSetting
  private(set) var result: ImportedKeyResult
  private var fields: [GoalField: String]
  private var reported: [String] = []

  /// - Parameters:
  ///   - owner: the objective's, for a key result without one.
  ///   - input: the objective's.
  init(_ source: SourceGoal, _ setting: GoalSetting, owner: String?, input: String?) {
    (self.source, self.setting, fields) = (source, setting, source.fields)
    let words = GoalWords(source.words) { setting.names.person($0)?.isExact == true }
    result = ImportedKeyResult(line: source.line, id: "", title: words.title)
    (result.links, result.notes) = (words.links, source.notes)
    for (field, text) in words.fields {
      if let known = fields[field], known != text { keep(field, text) } else { fields[field] = text }
    }
    if source.isGuess { result.guessed.insert("title") }
    measure()
    takeMetric(input)
    completeMeasure()
    takeOwner(owner)
    takeScore()
    takeOthers()
    if result.type == .milestone {
      result.guessed.subtract(["baseline", "target", "target_until", "lower", "upper", "unit", "stretch"])
    }
    if !reported.isEmpty { result.notes.append("Reported in the source: \(reported.joined(separator: "; "))") }
  }

  /// Keeps what has no place of its own.
  private mutating func keep(_ field: GoalField, _ text: String) {
    result.notes.append("\(field.label): \(text)")
  }

  private mutating func take(_ field: GoalField) -> String? {
    fields.removeValue(forKey: field).flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func guess(_ fields: String...) { result.guessed.formUnion(fields) }
}

// Numbers.
extension KeyResultResolution {
  private mutating func measure() {
    let words = GoalNumbers(result.title)
    var numbers = words
    let target = takeNumber(.target, &numbers)
    let baseline = takeNumber(.baseline, &numbers)
    if let text = take(.stretch) {
      if let figure = Figure(whole: text) { numbers.stretch = figure } else { keep(.stretch, text) }
    } else if numbers.stretch != nil {
      guess("stretch")
    }
    if !target, !baseline { guess("type") } else { compare(&numbers, words, hasTarget: target) }
    if !target, numbers.target != nil { guess("target") }
    if !baseline, numbers.baseline != nil { guess("baseline") }
    if !target, numbers.lower != nil { guess("lower") }
    if !target, numbers.upper != nil { guess("upper") }
    if !words.others.isEmpty {
      result.doubts.append("other numbers in its words: \(words.others.joined(separator: ", "))")
    }
    takeType(&numbers)
    write(numbers)
  }

  /// Reads a column of numbers; whether it has one.
  private mutating func takeNumber(_ field: GoalField, _ numbers: inout GoalNumbers) -> Bool {
    guard let text = take(field) else { return false }
    if field == .target,
      ["yes", "done", "complete", "completed", "launched", "live", "shipped"].contains(text.lowercased())
    {
      numbers = GoalNumbers("")
      keep(field, text)
      return true
    }
    guard text.contains(where: \.isNumber) || Figure(whole: text) != nil else {
      keep(field, text)
      return false
    }
    if let figure = Figure(whole: text) {
      set(field, figure, &numbers)
      return true
    }
    // More than a number: `≥ 95 %`, `below 2 days`, `41 → 55`.
    let own = GoalNumbers(text)
    guard field == .target, let wanted = own.target ?? own.lower ?? own.upper else {
      keep(field, text)
      return false
    }
    set(field, wanted, &numbers)
    if let from = own.baseline, from != Figure("0") { numbers.baseline = from }
    if own.type == .decrease { numbers.type = .decrease }
    numbers.unit = own.unit ?? numbers.unit
    result.guessed.insert("target")
    return true
  }

  private mutating func set(_ field: GoalField, _ figure: Figure, _ numbers: inout GoalNumbers) {
    if field == .target {
      if numbers.type == .maintain {
        numbers.lower = numbers.lower == nil ? nil : figure
        numbers.upper = numbers.upper == nil ? nil : figure
      } else {
        if let said = numbers.target?.number, let number = figure.number, said != number {
          result.doubts.append("its words say \(said.plain), the column of targets \(number.plain)")
        }
        numbers.target = figure
      }
      numbers.isRelative = false
    } else {
      numbers.baseline = figure
    }
    if numbers.unit == nil || numbers.unit != figure.unit && figure.unit != nil {
      numbers.unit = figure.unit ?? numbers.unit
    }
  }

  /// The type that the columns' numbers make.
  private mutating func compare(_ numbers: inout GoalNumbers, _ words: GoalNumbers, hasTarget: Bool) {
    guard numbers.type != .maintain else { return guess("type") }
    guard let to = numbers.target else {
      if numbers.baseline != nil { numbers.type = words.type == .milestone ? .increase : words.type }
      return guess("type")
    }
    if let from = numbers.baseline?.number, let to = to.number {
      // A box to tick, as sheets have it.
      if from == 0, to == 1, numbers.unit == nil, words.target == nil, fields[.unit] == nil {
        numbers = GoalNumbers("")
        return guess("type")
      }
      numbers.type = to < from ? .decrease : .increase
    } else {
      if numbers.type == .milestone { numbers.type = .increase }
      guess("type")
    }
  }

  private mutating func takeType(_ numbers: inout GoalNumbers) {
    guard let text = take(.type) else { return }
    switch text.lowercased() {
    case "milestone", "binary", "boolean", "yes/no", "done/not done", "task", "deliverable":
      numbers = GoalNumbers("")
      if text.lowercased() != "milestone" { guess("type") } else { result.guessed.remove("type") }
    case let name:
      let names = [
        "up": KeyResultType.increase, "down": .decrease, "grow": .increase, "reduce": .decrease, "keep": .maintain,
      ]
      guard let type = KeyResultType(rawValue: name) ?? names[name], type != .milestone else {
        return keep(.type, text)
      }
      if KeyResultType(rawValue: name) != nil { result.guessed.remove("type") }
      if type == .maintain, numbers.type != .maintain {
        (numbers.lower, numbers.target, numbers.baseline) = (numbers.target ?? numbers.baseline, nil, nil)
      }
      numbers.type = type
    }
  }

  private mutating func write(_ numbers: GoalNumbers) {
    result.type = numbers.type
    let current = takeCurrent(numbers)
    if let unit = take(.unit) {
      result.unit = Figure.unitName(unit)
    } else if let unit = numbers.unit, numbers.type != .milestone {
      result.unit = unit
      guess("unit")
    }
    switch numbers.type {
    case .milestone: result.unit = nil
    case .maintain:
      (result.lower, result.upper) = (numbers.lower?.number?.plain, numbers.upper?.number?.plain)
      if result.lower == nil, result.upper == nil { becomeMilestone() }
    case .increase, .decrease:
      result.baseline = numbers.baseline?.number?.plain
      if result.baseline == nil, let number = current?.number {
        result.baseline = number.plain
        guess("baseline")
      }
      result.target = numbers.target.flatMap(\.written)
      result.stretch = numbers.stretch?.number?.plain
      if let stretch = numbers.stretch, stretch.number == nil { result.notes.append("Stretch: not a number") }
    }
    if numbers.isRelative { result.doubts.append("its target depends on a baseline that it does not name") }
  }

  /// The band has no number that the model can hold.
  private mutating func becomeMilestone() {
    (result.type, result.unit) = (.milestone, nil)
    result.doubts.append("its limits are not numbers")
  }

  /// A current value is written down in the notes; one beside the goal's own words may be where it started.
  private mutating func takeCurrent(_ numbers: GoalNumbers) -> Figure? {
    let isInWords = source.fields[.current] == nil
    guard let text = take(.current) else { return isInWords ? numbers.current : nil }
    reported.append("current \(text)")
    return isInWords ? Figure(whole: text) : nil
  }
}

// What is measured.
extension KeyResultResolution {
  private mutating func takeMetric(_ input: String?) {
    if let text = take(.metric) {
      if let match = setting.names.metric(text) {
        result.metric = match.id
        if !match.isExact { guess("metric") }
      } else {
        keep(.metric, text)
        result.doubts.append("there is no metric '\(text.visible)'")
      }
    } else if result.type != .milestone, let metric = setting.names.metric(within: result.title),
      setting.leads(metric, to: input), isItsUnit(metric)
    {
      result.metric = metric
      guess("metric")
    }
    if result.type == .milestone {
      result.metric = nil
    } else if result.metric != nil, result.guessed.contains("unit") {
      result.unit = nil
      result.guessed.remove("unit")
    }
    guard let text = take(.segment) else { return }
    if result.metric != nil { result.segment = text } else { keep(.segment, text) }
  }

  private func isItsUnit(_ metric: String) -> Bool {
    guard let own = setting.strategy.metrics[metric]?.definition?.unit?.value, let unit = result.unit else {
      return false
    }
    return UnitName.normal(own) == UnitName.normal(unit)
  }

  /// Says in the model's words what is missing.
  private mutating func completeMeasure() {
    guard result.type != .milestone else { return }
    if result.metric == nil, result.unit == nil {
      result.unit = "number"
      guess("unit")
    }
    guard result.type != .maintain else { return }
    if result.baseline == nil { result.baseline = UnknownBaseline.unknown.rawValue }
    if result.target == nil {
      result.target = OpenTarget.toBeSet.rawValue
      guess("target")
    }
    if result.target == OpenTarget.toBeSet.rawValue {
      result.targetUntil = setting.ends
      guess("target_until")
      result.stretch = nil
    }
    if result.baseline == result.target {
      (result.type, result.lower, result.baseline, result.target) = (.maintain, result.target, nil, nil)
      result.guessed.subtract(["baseline", "target"])
      guess("type", "lower")
    }
  }
}

// People and the rest.
extension KeyResultResolution {
  private mutating func takeOwner(_ inherited: String?) {
    guard let text = take(.owner) else {
      if let inherited {
        result.owner = inherited
        guess("owner")
      }
      return
    }
    let owners = GoalOwners(text, setting.names)
    result.owner = owners.first?.id
    if let first = owners.first, !first.isExact || !owners.others.isEmpty { guess("owner") }
    if owners.isVacant { result.doubts.append("nobody owns it yet ('\(text.visible)')") }
    if !owners.unknown.isEmpty || owners.isVacant { keep(.owner, text) }
    if !owners.others.isEmpty { result.notes.append("With: \(owners.others.joined(separator: ", "))") }
    for name in owners.unknown { result.doubts.append("there is no person '\(name.visible)'") }
  }

  private mutating func takeScore() {
    guard let text = take(.score) else { return }
    guard let score = GoalScore(text) else { return keep(.score, text) }
    if setting.isOver {
      result.score = score.share.plain
      if !score.isPlain { guess("score") }
    } else {
      reported.append("score \(text)")
    }
  }

  private mutating func takeOthers() {
    for field in [GoalField.status, .progress, .confidence] {
      if let text = take(field) { reported.append("\(field.rawValue) \(text)") }
    }
    if let text = take(.weight) {
      if let weight = Figure(whole: text)?.number, weight > 0 {
        result.weight = weight.plain
      } else {
        keep(.weight, text)
      }
    }
    if let text = take(.due) {
      if let (day, isExact) = setting.day(text) {
        result.due = day
        if !isExact { guess("due") }
      } else {
        keep(.due, text)
      }
    }
    if let text = take(.link) { result.links += text.split { $0.isWhitespace || $0 == "," }.map(String.init) }
    for (field, text) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where field != .ignored {
      keep(field, text)
    }
    fields = [:]
  }
}

extension Figure {
  /// As the model has a target; `nil` for what it cannot hold.
  fileprivate var written: String? {
    switch value {
    case .number(let number): number.plain
    case .toBeSet: OpenTarget.toBeSet.rawValue
    case .undisclosed: OpenTarget.undisclosed.rawValue
    case .factor: nil
    }
  }

  fileprivate static func unitName(_ text: String) -> String { text == "%" ? "percent" : text }
}

extension GoalField {
  /// In front of a text that is kept in notes.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
