import StrategyModel

/// Whether steps pass.
extension PolicyReference {
  /// What nobody may do, whoever approves it.
  ///
  /// - Parameter voices: the people who stand behind the change.
  func isForbidden(_ old: AttackedState, _ new: AttackedState, saidBy voices: Set<String>) -> Bool {
    for change in PolicyReference.differences(old, new) {
      if isMisplaced(change) || isRewritten(change) || isUnfounded(change) { return true }
      let words = change.fields.filter { $0.bears(.word) }.compactMap(\.new?.value)
      if change.new != nil, words.contains(where: { !voices.contains($0) }) { return true }
      if change.kind == .waiver, let giver = change.new?.word("approved_by"), !voices.contains(giver),
        change.fields.contains(where: { $0.names[0] != "meta" })
      {
        return true
      }
    }
    return Set(old.sheets.keys).union(new.sheets.keys).contains { path in
      guard let before = old.sheets[path] else { return false }
      guard let after = new.sheets[path], after.hasPrefix(before) else { return true }
      let last = rows(before).map { $0[2] }.max() ?? ""
      let isLate = rows(String(after.dropFirst(before.count))).contains { $0[2] < last }
      return isLate && voices.isDisjoint(with: self.before.stewards)
    }
  }

  private func rows(_ sheet: String) -> [[String]] {
    sheet.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      .filter { $0.count > 2 && $0[0] != "period" }
  }

  /// Whether a file ends up where its kind and id do not belong.
  private func isMisplaced(_ change: Difference) -> Bool {
    guard let new = change.new else { return false }
    return switch change.kind {
    case .strategy: false
    case .okrs, .checkins: "\(new.word("cycle") ?? "")/\(new.word("team") ?? "")" != change.id
    default: new.word("id") != change.id
    }
  }

  private func isRewritten(_ change: Difference) -> Bool {
    let told = change.fields.filter { $0.names[0] != "meta" }
    switch change.kind {
    case .checkins:
      guard let old = change.old else { return false }
      let known = Set(old.sayings(of: .checkins).values.map(\.item)).subtracting([""])
      return change.new == nil || told.contains { $0.old != nil || known.contains($0.item) }
    case .review: return change.old?.word("decision") != nil && (change.new == nil || !told.isEmpty)
    default: return false
    }
  }

  /// A decision must be made by people who may decide, and by enough of them.
  private func isUnfounded(_ change: Difference) -> Bool {
    guard change.kind == .review, let new = change.new, new.word("decision") != nil,
      change.old?.word("decision") == nil,
      let subject = new.word("subject")?.split(separator: "/").map(String.init), subject.count == 2
    else { return false }
    let stewards = before.stewards.filter(before.isPresent)
    var (entitled, count) = (stewards, 1)
    if subject[0] == "metric" {
      if new.word("influence_on") == nil, before.isStar(subject[1]) {
        count = min(before.stewardCount, max(1, stewards.count))
      } else {
        let metric = before.entity(.metric, subject[1])
        entitled += [metric?.word("owner", "person")].compactMap(\.self)
        entitled += before.leads(of: metric?.word("owner", "team")).filter(before.isPresent)
      }
    } else if subject[0] != "cycle" {
      return false
    }
    let deciders = Set(new["decided_by"]?.words ?? [])
    return !entitled.isEmpty && (!deciders.isSubset(of: entitled) || deciders.count < count)
  }

  /// Whether somebody may bring it to the branch alone.
  func passes(_ old: AttackedState, _ new: AttackedState, by author: String) -> Bool {
    if old == new { return true }
    guard before.isKnown(author), before.isPresent(author), !isForbidden(old, new, saidBy: [author]) else {
      return false
    }
    let isSteward = before.stewards.contains(author)
    return PolicyReference.differences(old, new).allSatisfy { change in
      switch change.kind {
      case .checkins where change.new != nil: reporters(of: change.id).contains(author)
      case .waiver where isSteward: true
      case .review where isSteward: true
      case .review where change.old?.word("decision") == nil && change.new?.word("decision") != nil:
        change.new?["decided_by"]?.words == [author]
      case .cycle where isSteward && change.old?.word("state") != "closed": true
      case .proposal: passes(record: change, by: author)
      default: needs(change, by: [author]).isEmpty
      }
    }
  }

  /// The record of a proposal that does not land.
  private func passes(record change: Difference, by author: String) -> Bool {
    let (was, state) = (change.old == nil ? "open" : change.old?.word("state"), change.new?.word("state"))
    let owner = (change.old ?? change.new)?.word("by")
    let isSteward = before.stewards.contains(author)
    let isExplained = change.fields.allSatisfy { change.asks($0, .anybody) }
    guard let new = change.new else { return false }
    if change.old != nil, change.fields.allSatisfy({ $0.names[0] == "meta" }) { return true }
    guard was == "open", !change.fields.contains(where: { $0.names[0] == "approved_by" && $0.new != nil }),
      new.word("by") == owner || isSteward
    else { return false }
    switch state {
    case "open" where change.old == nil: return owner == author
    case "open": return isSteward || owner == author && isExplained
    case "withdrawn": return owner == author
    case "rejected": return isSteward && owner != author
    default: return false
    }
  }

  /// Whether a proposal may land.
  ///
  /// - Parameters:
  ///   - old: the state at which it left the branch.
  ///   - approvers: who has approved it in its current form.
  ///   - objectors: who asks for changes.
  func lands(
    _ old: AttackedState, _ new: AttackedState, by authors: Set<String>, approvedBy approvers: Set<String>,
    objectors: Set<String>, landedBy person: String
  ) -> Bool {
    guard (authors.union([person])).allSatisfy({ before.isKnown($0) && before.isPresent($0) }) else { return false }
    let yes = approvers.filter { before.isKnown($0) && before.isPresent($0) && !authors.contains($0) }
      .subtracting(objectors)
    let needs = PolicyReference.differences(old, new).flatMap { self.needs($0, by: authors) }
    let heard = needs.reduce(Set(before.stewards)) { $0.union($1.voices) }
    guard objectors.isDisjoint(with: heard.filter(before.isPresent)) else { return false }
    return !isForbidden(old, new, saidBy: authors.union(yes)) && needs.allSatisfy { $0.isMet(by: yes) }
  }
}
