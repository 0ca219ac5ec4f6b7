import StrategyModel

/// Who may do what, computed slowly and only from the table of the policy: Documentation/Decisions/0038 and 0065.
struct PolicyReference {
  /// The branch before the push, which decides.
  let before: AttackedState

  /// A difference of one file.
  struct Difference {
    let kind: Kind
    let id: String
    let old: Tree?
    let new: Tree?
    /// The places of what was added, changed or removed.
    let fields: [Field]

    struct Field {
      let path: String
      let old: Tree.Saying?
      let new: Tree.Saying?
      private var saying: Tree.Saying? { new ?? old }
      var consequence: Consequence? { saying?.consequence }
      var names: [String] { saying?.names ?? [] }
      var item: String { saying?.item ?? "" }
      func bears(_ bearing: Consequence.Bearing) -> Bool { consequence?.bearing.contains(bearing) ?? false }
    }

    func asks(_ field: Field, _ keeper: Keeper) -> Bool {
      (field.consequence?.keeper ?? kind.entity.going.keeper) == keeper
    }
  }

  static func differences(_ old: AttackedState, _ new: AttackedState) -> [Difference] {
    Set(old.files.keys).union(new.files.keys).sorted().compactMap { path in
      let (before, after) = (old.files[path], new.files[path])
      guard before != after else { return nil }
      let kind = AttackedState.kind(of: path)
      let (said, says) = (before?.sayings(of: kind) ?? [:], after?.sayings(of: kind) ?? [:])
      let fields = Set(said.keys).union(says.keys).sorted().filter { said[$0] != says[$0] }
        .map { Difference.Field(path: $0, old: said[$0], new: says[$0]) }
      guard !fields.isEmpty else { return nil }
      return Difference(kind: kind, id: AttackedState.id(of: path), old: before, new: after, fields: fields)
    }
  }

  /// People of whom some have to approve.
  struct Need {
    var people: [String]
    var count = 1
    /// Both sides of a hand-over: one person cannot be both.
    var otherSide: [String]?
    /// Whose objection counts: those who are asked, and who would be if they had not written it or gained by it.
    var voices: Set<String> = []

    func isMet(by approvers: Set<String>) -> Bool {
      guard let otherSide else { return people.filter(approvers.contains).count >= count }
      return people.contains { giver in
        approvers.contains(giver) && otherSide.contains { $0 != giver && approvers.contains($0) }
      }
    }
  }

  /// The people who may approve what the authors made; if there are none, a steward, and then anybody.
  private func need(_ people: [String], _ count: Int = 1, by authors: Set<String>, besides barred: Set<String> = [])
    -> Need
  {
    func entitled(_ people: [String]) -> [String] {
      Set(people).filter { before.isPresent($0) && !authors.contains($0) && !barred.contains($0) }.sorted()
    }
    var found = entitled(people)
    if found.isEmpty { found = entitled(before.stewards) }
    if found.isEmpty, authors.intersection(before.stewards).count < 2 { found = entitled(before.present) }
    let voices = people.filter { before.entity(.person, $0) != nil } + found
    return Need(people: found, count: max(1, min(count, found.count)), voices: Set(voices))
  }

  /// Everybody who must approve.
  func needs(_ change: Difference, by authors: Set<String>) -> [Need] {
    let kept = change.fields.filter { !change.asks($0, .anybody) }
    switch change.kind {
    case .strategy: return kept.isEmpty ? [] : [stewards(by: authors)]
    case .metric: return metric(change, kept, authors)
    case .okrs: return okrs(change, authors)
    case .checkins:
      let isTheirs = authors.isSubset(of: reporters(of: change.id))
      let isLeads = change.old != nil && kept.contains { change.asks($0, .lead) }
      return kept.isEmpty || isTheirs && !isLeads
        ? [] : [need(before.leads(of: change.id.last), by: authors)]
    case .team: return team(change, kept, authors)
    case .person:
      let counts = ["emails", "keys", "joined", "left"]
      let isAsked = change.new == nil || kept.contains { change.old != nil || counts.contains($0.names[0]) }
      return isAsked ? [need(before.stewards, by: authors, besides: [change.id])] : []
    case .cycle, .review, .waiver: return kept.isEmpty ? [] : [need(before.stewards, by: authors)]
    case .initiative, .workshop:
      return change.new == nil || change.old != nil && !kept.isEmpty ? [need(before.stewards, by: authors)] : []
    case .proposal:
      let isOver = change.new.map { $0.word("state") != "open" } ?? true
      return change.old == nil && !isOver || kept.isEmpty ? [] : [need(before.stewards, by: authors)]
    }
  }

  /// As many as are required, or as there are; one if anybody takes their place.
  private func stewards(by authors: Set<String>) -> Need {
    let others = before.stewards.filter { before.isPresent($0) && !authors.contains($0) }.count
    return need(before.stewards, min(before.stewardCount, max(1, others)), by: authors)
  }

  private func team(_ change: Difference, _ kept: [Difference.Field], _ authors: Set<String>) -> [Need] {
    // A new team belongs to nobody, except to the lead of the team that it says it was.
    let teams = change.old == nil ? change.new?["formerly"]?.words ?? [] : [change.id]
    guard change.old == nil || !kept.isEmpty else { return [] }
    return teams.map { team in
      let parent = before.entity(.team, team)?.word("parent")
      return need(before.leads(of: team) + before.leads(of: parent), by: authors)
    }
  }

  private func metric(_ change: Difference, _ kept: [Difference.Field], _ authors: Set<String>) -> [Need] {
    let becomesStar = change.new?.word("role") == "north-star"
    let isStar = before.isStar(change.id) || becomesStar
    guard let old = change.old else { return isStar ? [stewards(by: authors)] : [] }
    let (giver, taker) = (old.word("owner", "team"), change.new?.word("owner", "team"))
    let isHandOver = change.new != nil && giver != taker
    let own = kept.filter { !isHandOver || !$0.path.hasPrefix("owner.") }
    var needs: [Need] = []
    if !own.isEmpty {
      let owners = [old.word("owner", "person")].compactMap(\.self) + before.leads(of: giver)
      let asked = isStar ? stewards(by: authors) : need(owners.isEmpty ? before.stewards : owners, by: authors)
      needs.append(asked)
      let gain = change.new != nil && own.contains { $0.bears(.definition) } ? scored(by: change.id, old) : []
      needs += secondOpinion(asked, gain, authors)
    }
    return needs + (isHandOver ? handOver(change, giver, taker, authors) : [])
  }

  /// Everybody whose score depends on a metric, and its owner.
  private func scored(by metric: String, _ old: Tree) -> Set<String> {
    var people: Set<String> = []
    for (path, file) in before.files where path.hasPrefix("okrs/") {
      let state = before.entity(.cycle, file.word("cycle"))?.word("state")
      guard state != "draft", state != "closed" else { continue }
      for result in (file["objectives"]?.items ?? []).flatMap({ $0["key_results"]?.items ?? [] })
      where result.word("metric") == metric {
        people.formUnion(
          [result.word("owner"), old.word("owner", "person")].compactMap(\.self) + before.leads(of: file.word("team")))
      }
    }
    return people
  }

  /// Somebody whose score may rise cannot be the only one who approves.
  private func secondOpinion(_ asked: Need, _ gainers: Set<String>, _ authors: Set<String>) -> [Need] {
    asked.people.contains(where: gainers.contains)
      ? [need(asked.people + before.stewards, by: authors, besides: gainers)] : []
  }

  private func handOver(_ change: Difference, _ giver: String?, _ taker: String?, _ authors: Set<String>) -> [Need] {
    let person = change.new?.word("owner", "person")
    let givers = [change.old?.word("owner", "person")].compactMap(\.self) + before.leads(of: giver)
    var takers = before.leads(of: taker)
    if let person, before.members(of: taker).contains(person) { takers.append(person) }
    func wrote(_ side: [String]) -> Bool {
      !authors.isEmpty && authors.allSatisfy { side.contains($0) && before.isPresent($0) }
    }
    let giving = need(givers, by: authors)
    guard taker != nil else { return [giving] }
    if giver == nil || wrote(givers) { return [need(takers, by: authors)] }
    if wrote(takers) { return [giving] }
    var taking = need(takers, by: authors)
    if giving.people.count == 1, giving.people == taking.people {
      taking = need(takers, by: authors, besides: Set(giving.people))
    }
    return [Need(people: giving.people, otherSide: taking.people, voices: giving.voices.union(taking.voices))]
  }
}

// OKRs.
extension PolicyReference {
  private func okrs(_ change: Difference, _ authors: Set<String>) -> [Need] {
    let team = change.id.last
    let state = before.entity(.cycle, change.id.first)?.word("state")
    let leads = before.leads(of: team)
    var (promised, consents) = (change.fields.filter { change.asks($0, .lead) }, [Difference.Field]())
    if change.new != nil { consents = change.fields.filter { change.asks($0, .consenting) } }
    let only = authors.count == 1 ? authors.first.flatMap { before.isPresent($0) ? $0 : nil } : nil
    if state == "closed" {
      let isAsked = change.new == nil || change.old == nil || !(promised + consents).isEmpty
      return isAsked ? [need(before.stewards, by: authors, besides: gainers(by: change, state))] : []
    }
    if state == "grading", let only, before.stewards.contains(only) {
      promised.removeAll { $0.bears(.grade) && $0.old == nil && change.old != nil }
    }
    var isLeads = only.map { leads.contains($0) } ?? false
    if isLeads, state != "draft" {
      let known = Set(change.old?.sayings(of: .okrs).values.map(\.item) ?? [])
      isLeads =
        change.old == nil
        || change.new != nil && promised.allSatisfy { $0.old == nil && ($0.bears(.grade) || !known.contains($0.item)) }
    }
    var needs: [Need] = []
    if !promised.isEmpty, !isLeads {
      let asked = need(leads, by: authors)
      needs = [asked] + secondOpinion(asked, gainers(by: change, state), authors)
    }
    let shared = consents.filter { $0.names.contains("shared_with") }
    consents.removeAll { $0.names.contains("shared_with") }
    return needs + agreements(change, consents, only, authors) + sharing(shared, only, authors)
  }

  /// Each team that a goal is shared with, or no longer, agrees by its lead.
  private func sharing(_ fields: [Difference.Field], _ only: String?, _ authors: Set<String>) -> [Need] {
    Set(fields.compactMap { ($0.new ?? $0.old)?.value }).sorted().compactMap { team in
      let leads = before.leads(of: team)
      return only.map { leads.contains($0) } ?? false ? nil : need(leads, by: authors)
    }
  }

  /// A consent belongs to the person who gives it, if they are in the agreeing team; otherwise to its lead.
  private func agreements(
    _ change: Difference, _ fields: [Difference.Field], _ only: String?, _ authors: Set<String>
  ) -> [Need] {
    Set(fields.map(\.item)).compactMap { item in
      let objective = { (tree: Tree?) in
        tree?["objectives"]?.items.first { item == "objectives[\($0.word("id") ?? "")]" }?["agreement"]
      }
      let agreement = objective(change.new)?.word("person") == nil ? objective(change.old) : objective(change.new)
      let (team, person) = (agreement?.word("team"), agreement?.word("person"))
      let leads = before.leads(of: team)
      let speaks = person.map { leads.contains($0) || before.members(of: team).contains($0) } ?? false
      let asked = speaks ? [person].compactMap(\.self) : leads
      return only.map { asked.contains($0) } ?? false ? nil : need(asked, by: authors)
    }
  }

  /// The owners of key results that get easier, and the team's lead.
  private func gainers(by change: Difference, _ state: String?) -> Set<String> {
    guard let old = change.old, change.new != nil, let state, state != "draft" else { return [] }
    var people: Set<String> = []
    for objective in old["objectives"]?.items ?? [] {
      for result in objective["key_results"]?.items ?? [] {
        let item = "objectives[\(objective.word("id") ?? "")].key_results[\(result.word("id") ?? "")]"
        let own = change.fields.filter { $0.item == item }
        if own.contains(where: { isEasier($0, result, state) }) {
          people.formUnion([result.word("owner")].compactMap(\.self) + before.leads(of: change.id.last))
        }
      }
    }
    return people
  }

  private func isEasier(_ field: Difference.Field, _ result: Tree, _ state: String) -> Bool {
    let name = field.names.last ?? ""
    let values = (field.old.flatMap { Double($0.value) }, field.new.flatMap { Double($0.value) })
    let rise: Double? = if case (let old?, let new?) = values { new - old } else { nil }
    if ["to-be-set", "unknown"].contains(field.old?.value) { return false }
    switch (name, result.word("type")) {
    case ("segment", _): return field.old != nil
    case ("score", _): return state == "closed" && rise ?? 1 > 0
    case ("weight", _): return true
    case ("title", "milestone"): return field.old != nil
    case ("target", "increase"), ("baseline", "increase"), ("lower", _): return field.old != nil && rise ?? -1 < 0
    case ("target", "decrease"), ("baseline", "decrease"), ("upper", _): return field.old != nil && rise ?? 1 > 0
    case ("target", _), ("baseline", _), ("metric", _), ("type", _): return field.old != nil
    default: return false
    }
  }

  func reporters(of id: String) -> Set<String> {
    let okrs = before.entity(.okrs, id)
    let owners = (okrs?["objectives"]?.items ?? []).flatMap { $0["key_results"]?.items ?? [] }.map { $0.word("owner") }
    return Set(
      owners.compactMap(\.self) + before.leads(of: id.last) + before.members(of: id.last) + before.stewards)
  }
}

extension String {
  /// The cycle and the team of OKRs and check-ins.
  fileprivate var first: String? { split(separator: "/").first.map(String.init) }
  fileprivate var last: String? { split(separator: "/").last.map(String.init) }
}
