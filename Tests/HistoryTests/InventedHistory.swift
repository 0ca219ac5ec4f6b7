import TestSupport

/// Commits of one branch for `git fast-import`: hand-overs, levers retired and removed, files moved, broken and
/// rewritten, teams renamed, merges, reverts, and clocks that go wrong.
struct InventedHistory {
  /// The content of one metric's file.
  private struct Metric {
    var role = "input"
    var lifecycle = "active"
    var team: String?
    var person: String?
    var since: String?
  }

  private let name: String
  private var chance: Chance
  private var writing: Writing
  private(set) var stream = ""
  private var mark: Int
  private var time = 1_750_000_000
  private var metrics: [String: Metric] = [:]
  private var paths: [String: String] = [:]
  /// How often each team was renamed.
  private var renames = ["growth": 0, "rooms": 0, "calls": 0]
  /// The files at the branch's tip, and at the tips before.
  private var files: [String: String] = [:]
  private var past: [(mark: Int, files: [String: String])] = []

  init(_ number: Int, firstMark: Int, commits: Int = 12) {
    name = "h\(number)"
    mark = firstMark
    chance = Chance(number)
    writing = Writing(number)
    for id in ["activation", "retention", "depth"] { addMetric(id) }
    var first = ["northstar.yaml": "kind: strategy\nid: huddle\nproduct: Huddle\ntimezone: UTC\n"]
    for path in paths.keys { first[path] = text(ofMetric: paths[path] ?? "") }
    for team in renames.keys.sorted() { first["teams/\(team).yaml"] = text(ofTeam: team) }
    commit(first, from: nil)
    for _ in 1..<commits { step() }
  }

  /// The mark that the next history may begin with.
  var nextMark: Int { mark }

  private mutating func addMetric(_ id: String) {
    metrics[id] = Metric(role: chance.happens(70) ? "input" : "driver")
    handOver(id)
    paths["metrics/\(id).yaml"] = id
  }

  private mutating func handOver(_ id: String) {
    var metric = metrics[id] ?? Metric()
    metric.team = chance.happens(85) ? teamName(chance.one(of: renames.keys.sorted())) : nil
    metric.person = chance.happens(70) ? chance.one(of: ["ada", "lin", "omar"]) : nil
    metric.since = chance.happens(60) ? day() : nil
    metrics[id] = metric
  }

  /// A day around the time of the commit, sometimes months before or after it.
  private mutating func day() -> String {
    let month = Int.random(in: 5...9, using: &chance)
    return "2025-0\(month)-\(Int.random(in: 10...28, using: &chance))"
  }

  private func teamName(_ team: String) -> String { team + String(repeating: "x", count: renames[team] ?? 0) }

  private mutating func step() {
    var next = files
    let path = chance.one(of: paths.keys.sorted())
    let id = paths[path] ?? ""
    switch Int.random(in: 0..<100, using: &chance) {
    case 0..<25: handOver(id)
    case 25..<31: metrics[id]?.lifecycle = chance.one(of: ["active", "deprecated", "retired", "draft"])
    case 31..<35: metrics[id]?.role = chance.one(of: ["input", "driver"])
    case 35..<43: return commit(moved(path, in: next), from: past.last?.mark)
    case 43..<51: next[path] = chance.one(of: ["owner: [\n", "", "kind: metric\nname: no id\n", "- \(id)\n"])
    case 51..<57: next[path] = nil
    case 57..<63: return renameTeam()
    case 63..<70: return revert()
    case 70..<80: return merge(path, id)
    case 80..<84: next["metrics/zz-\(id).yaml"] = text(ofMetric: id)
    case 84..<87: if paths.count < 5 { addMetric("late\(mark)") }
    case 87..<90: next["README.md"] = "\(mark)"
    default: break
    }
    if next == files { next[path] = text(ofMetric: id) }
    commit(next, from: past.last?.mark)
  }

  private mutating func moved(_ path: String, in files: [String: String]) -> [String: String] {
    var files = files
    let target = "metrics/\(chance.one(of: ["deep", "old", "a"]))/\(chance.one(of: ["one", "two", "three"])).yaml"
    guard files[target] == nil, let text = files.removeValue(forKey: path) else { return files }
    files[target] = text
    paths[target] = paths.removeValue(forKey: path)
    return files
  }

  private mutating func renameTeam() {
    let team = chance.one(of: renames.keys.sorted())
    let former = teamName(team)
    renames[team, default: 0] += 1
    var next = files
    next["teams/\(former).yaml"] = nil
    next["teams/\(teamName(team)).yaml"] = text(ofTeam: team)
    for (path, id) in paths.sorted(by: { $0.key < $1.key }) where metrics[id]?.team == former {
      let name = teamName(team)
      metrics[id]?.team = name
      if files[path] != nil { next[path] = text(ofMetric: id) }
    }
    commit(next, from: past.last?.mark)
  }

  private mutating func revert() {
    commit(chance.one(of: past).files, from: past.last?.mark)
  }

  /// A side branch from some way back with two commits, whose files the merge takes.
  private mutating func merge(_ path: String, _ id: String) {
    let base = chance.one(of: past)
    var side = base.files
    handOver(id)
    side[path] = text(ofMetric: id)
    let first = write(side, over: base.files, from: base.mark, branch: "side-\(name)")
    handOver(id)
    var last = side
    last[path] = text(ofMetric: id)
    let tip = write(last, over: side, from: first, branch: "side-\(name)")
    var next = files
    next[path] = last[path]
    commit(next, from: past.last?.mark, merging: tip)
  }

  private mutating func commit(_ next: [String: String], from parent: Int?, merging side: Int? = nil) {
    let mark = write(next, over: files, from: parent, branch: name, merging: side)
    files = next
    past.append((mark, files))
  }

  private mutating func write(
    _ next: [String: String], over old: [String: String], from parent: Int?, branch: String, merging side: Int? = nil
  ) -> Int {
    // Some clocks run days ahead, some days behind.
    time += Int.random(in: 0...900_000, using: &chance)
    let shown = chance.happens(15) ? time + Int.random(in: -2_000_000...2_000_000, using: &chance) : time
    stream += "commit refs/heads/\(branch)\nmark :\(mark)\ncommitter Ada <ada@huddle.example> \(shown) +0000\n"
    stream += "data 1\n.\n"
    if let parent { stream += "from :\(parent)\n" }
    if let side { stream += "merge :\(side)\n" }
    for path in old.keys.sorted() where next[path] == nil { stream += "D \(path)\n" }
    for (path, text) in next.sorted(by: { $0.key < $1.key }) where old[path] != text {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    mark += 1
    return mark - 1
  }

  private mutating func text(ofMetric id: String) -> String {
    let metric = metrics[id] ?? Metric()
    let parts = [("team", metric.team), ("person", metric.person), ("since", metric.since)]
    let owner: [(key: String, value: Content)] = parts.compactMap { part in part.1.map { (part.0, .text($0)) } }
    var fields: [(key: String, value: Content)] = [
      ("id", .text(id)), ("role", .text(metric.role)), ("lifecycle", .text(metric.lifecycle)),
      ("target", .number(["41", "41.0"])),
    ]
    if !owner.isEmpty { fields.append(("owner", .map(owner))) }
    return String(decoding: writing.text("metric", fields), as: UTF8.self)
  }

  private mutating func text(ofTeam team: String) -> String {
    let former = (0..<(renames[team] ?? 0)).map { Content.text(team + String(repeating: "x", count: $0)) }
    let fields: [(key: String, value: Content)] = [("id", .text(teamName(team))), ("formerly", .list(former))]
    return String(decoding: writing.text("team", fields), as: UTF8.self)
  }
}
