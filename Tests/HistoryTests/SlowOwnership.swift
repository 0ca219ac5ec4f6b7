import StrategyModel
import Yams

/// Who owned what, put together from whole snapshots and painted day by day, without any of the program's history code.
struct SlowOwnership {
  /// A range of days with one owner.
  struct Stretch: Equatable {
    let team: String?
    let person: String?
    let from: Int
    /// `nil` when it continues.
    let to: Int?
    let commit: String
  }

  private struct Fact: Equatable {
    var id = ""
    var kind = ""
    var team: String?
    var person: String?
    var since: Day?
    var isInUse = false
    var isInput = false
    var isOwned: Bool { team != nil || person != nil }
    var formerly: [String] = []
  }

  private struct Paint {
    var team: String?
    let person: String?
    let isInUse: Bool
    var from: Int
    let recorded: Int
    var isOwned: Bool { team != nil || person != nil }
    let commit: String
  }

  private var facts: [String: Fact?] = [:]
  private var names: [Set<String>] = []

  /// By lever.
  mutating func stretches(_ line: [WholeSnapshots.Moment], _ snapshots: WholeSnapshots) -> [String: [Stretch]] {
    let states = states(along: line, snapshots)
    let levers = Set(
      states.flatMap { state in
        state.filter { $0.kind == "metric" && ($0.isOwned || $0.isInput && $0.isInUse) }.map(\.id)
      })
    return Dictionary(
      uniqueKeysWithValues: levers.map { lever in
        let own = states.map { $0.first { $0.kind == "metric" && $0.id == lever } }
        return (lever, painted(own, line))
      })
  }

  /// What counts after each commit: a broken file keeps its earlier content; of two files the lesser path counts.
  private mutating func states(along line: [WholeSnapshots.Moment], _ snapshots: WholeSnapshots) -> [[Fact]] {
    var good: [String: Fact] = [:]
    names = []
    return line.map { moment in
      good = good.filter { moment.files[$0.key] != nil }
      for (path, blob) in moment.files where path.hasSuffix(".yaml") {
        if let fact = read(path, blob, snapshots) { good[path] = fact }
      }
      var seen: Set<[String]> = []
      let state = good.sorted { $0.key < $1.key }.map(\.value).filter { seen.insert([$0.kind, $0.id]).inserted }
      for team in state where team.kind == "team" { join([team.id] + team.formerly) }
      return state
    }
  }

  private mutating func read(_ path: String, _ blob: String, _ snapshots: WholeSnapshots) -> Fact? {
    if let known = facts[blob] { return known }
    var fact: Fact?
    if let map = snapshots.mapping(blob), let id = map["id"]?.scalar?.string {
      let owner = map["owner"]?.mapping
      let isInUse = ["active", "deprecated"].contains(map["lifecycle"]?.scalar?.string ?? "")
      fact = Fact(
        id: id, kind: map["kind"]?.scalar?.string ?? "", team: owner?["team"]?.scalar?.string,
        person: owner?["person"]?.scalar?.string, since: owner?["since"]?.scalar.flatMap { Day($0.string) },
        isInUse: isInUse, isInput: map["role"]?.scalar?.string == "input",
        formerly: map["formerly"]?.sequence?.compactMap { $0.scalar?.string } ?? [])
    }
    facts[blob] = .some(fact)
    return fact
  }

  private mutating func join(_ ids: [String]) {
    let touched = names.filter { !$0.isDisjoint(with: ids) }
    names.removeAll { !$0.isDisjoint(with: ids) }
    names.append(touched.reduce(into: Set(ids)) { $0.formUnion($1) })
  }

  private func areSame(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a == b || names.contains { $0.contains(a) && $0.contains(b) }
  }

  private func painted(_ states: [Fact?], _ line: [WholeSnapshots.Moment]) -> [Stretch] {
    let begin = states.firstIndex { $0.map { $0.isOwned || $0.isInput && $0.isInUse } ?? false } ?? states.endIndex
    let wasEverInUse = states[begin...].contains { $0?.isInUse == true }
    var paints: [Paint] = []
    var last: Fact??
    for position in begin..<states.endIndex {
      let state = states[position]
      if let last, Self.saysTheSame(last, state) { continue }
      last = .some(state)
      // When clocks went wrong, a commit counts as landed no later than those after it.
      let day = Self.day(line[position...].map(\.time).min() ?? 0)
      let counts = state?.isInUse == true || !wasEverInUse
      let next = Paint(
        team: counts ? state?.team : nil, person: counts ? state?.person : nil, isInUse: state?.isInUse == true,
        from: (counts ? state?.since?.number : nil) ?? day, recorded: day, commit: line[position].commit)
      if let old = paints.last, areSame(old.team, next.team), old.person == next.person,
        next.team != nil || old.isInUse == next.isInUse
      {
        guard next.isOwned else { continue }
        paints[paints.count - 1].team = next.team
        if counts, state?.since != nil { paints[paints.count - 1].from = next.from }
      } else {
        paints.append(next)
      }
    }
    return runs(paints)
  }

  private static func saysTheSame(_ a: Fact?, _ b: Fact?) -> Bool {
    a?.team == b?.team && a?.person == b?.person && a?.since == b?.since
      && (a?.isInUse ?? false) == (b?.isInUse ?? false) && (a?.isInput ?? false) == (b?.isInput ?? false)
  }

  private static func day(_ time: Int) -> Int { time / 86_400 }

  /// Each record paints all days from its first one on, over whatever was there. A record that begins on the same day
  /// keeps that day too, if the new one was recorded on it.
  private func runs(_ paints: [Paint]) -> [Stretch] {
    guard let first = paints.map(\.from).min(), let last = paints.map(\.from).max() else { return [] }
    var days = [Int](repeating: -1, count: last - first + 1)
    var beside: [Int] = []
    for (number, paint) in paints.enumerated() {
      let isOfItsDay = paint.recorded == paint.from
      beside.removeAll { paints[$0].from > paint.from || paints[$0].from == paint.from && !isOfItsDay }
      let before = days[paint.from - first]
      if before >= 0, isOfItsDay, paints[before].from == paint.from, paints[before].isOwned { beside.append(before) }
      for day in (paint.from - first)..<days.count { days[day] = number }
    }
    return paints.indices.compactMap { number in
      let paint = paints[number]
      func stretch(_ from: Int, _ to: Int?) -> Stretch {
        Stretch(team: paint.team, person: paint.person, from: from, to: to, commit: paint.commit)
      }
      if beside.contains(number) { return stretch(paint.from, paint.from) }
      guard let begin = days.firstIndex(of: number), let end = days.lastIndex(of: number) else { return nil }
      return stretch(begin + first, end == days.count - 1 ? nil : end + first)
    }.sorted { $0.from < $1.from }
  }
}
