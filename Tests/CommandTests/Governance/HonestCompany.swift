import Diagnostics
import Git
import Governance
import Rules
import StrategyModel
import TestSupport

@testable import northstar

/// A company at work on a server with the gate: each push brings what somebody may do, in the way that is meant for it.
struct HonestCompany {
  /// `repo` has everybody's work and `server.git` what was pushed; neither has a working tree.
  private let sandbox: Sandbox
  private var random: Chance
  private var day = SmallStrategy.today
  private var number = 0
  /// What each reference of the server names.
  private var pushed: [String: String] = [:]
  private var proposals: [OpenProposal] = []
  /// The open one of each metric.
  private var reviews: [String: String] = [:]
  private var checkedIn: [String: Day] = [:]
  private var weeks = ["activation-rate": 0, "new-workspaces": 0]
  private var promised: Set<String> = []
  /// With how many pushes it closes its cycle.
  private let life: Int

  private struct OpenProposal {
    let id: String
    let author: String
    let field: String
    var asked: [String]
  }

  init(seed: Int, life: Int) throws {
    (random, self.life) = (Chance(seed), life)
    sandbox = try Sandbox(isRepository: false)
    let begun = try HonestCompany.begun.get().path
    try sandbox.git("clone", "-q", "--bare", "\(begun)/repo", "repo", in: ".")
    try sandbox.git("clone", "-q", "--bare", "--shared", "repo", "server.git", in: ".")
    pushed = try references()
  }

  private static let begun = Result {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    for metric in ["activation-rate", "new-workspaces"] {
      try sandbox.replace(
        "window: calendar week", "window: calendar week\n  grain: week", in: "metrics/\(metric).yaml")
    }
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try sandbox.commit("Begin")
    return sandbox
  }

  /// Lets somebody do something and push it, and gives what they did and why it is refused, which it should not be.
  mutating func push() throws -> (what: String, refusals: [String]) {
    number += 1
    if random.happens(28) { day = day + 1 }
    var what: String?
    // A steward grades by what the branch says of the cycle, so that both are pushes of their own.
    if number == life - 1 { what = try gradeCycle() } else if number == life { what = try closeCycle() }
    while what == nil { what = try act() }
    let before = pushed
    pushed = try references()
    let moves = try Set(before.keys).union(pushed.keys).sorted().filter { before[$0] != pushed[$0] }.map { name in
      let zeros = String(repeating: "0", count: 40)
      return try ReferenceMove(name, old: before[name] ?? zeros, new: pushed[name] ?? zeros)
    }
    let gate = try Gate(in: sandbox.console(in: "server.git", today: day.description).session)
    let verdict = try gate.judge(moves, protecting: ProtectedBranches(of: gate.repository))
    let refusals = verdict.refused.flatMap { refused in
      refused.refusals.map { "\(refused.reference) \($0.line)" }
        + (refused.findings?.diagnostics.map { "\($0.location.path): \($0.message)" } ?? [])
    }
    if refusals.isEmpty { try sandbox.git("fetch", "-q", "--prune", "../repo", "+refs/*:refs/*", in: "server.git") }
    return ("\(day) \(what ?? "")", moves.isEmpty ? ["nothing is pushed"] : refusals)
  }

  private func references() throws -> [String: String] {
    let lines = try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)").split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], words[1])
      })
  }

  private func variables(_ person: String) -> [String: String] {
    [
      "GIT_AUTHOR_NAME": person, "GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_COMMITTER_NAME": person,
      "GIT_COMMITTER_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_DATE": "\(day)T10:00:00Z",
      "GIT_COMMITTER_DATE": "\(day)T10:00:00Z", "NORTHSTAR_TODAY": day.description,
    ]
  }

  /// Runs a command as somebody, which has to succeed.
  @discardableResult
  private func run(_ person: String, _ words: String...) throws -> String { try run(person, words) }

  private func run(_ person: String, _ words: [String]) throws -> String {
    let outcome = try sandbox.northstar(words, today: day.description, variables: variables(person))
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "\(day) \(person): \(words): \(outcome.text)") }
    return "\(person): \(words.joined(separator: " "))"
  }

  /// Has the shell do what no command of ours does.
  private func shell(_ person: String, _ script: String, _ words: String...) throws -> String {
    let outcome = try sandbox.run(["sh", "-ec", script, "sh"] + words, variables: variables(person))
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "\(script): \(outcome.text)") }
    return "\(person): \(script.prefix { $0 != "\n" })"
  }
}

// What people do.
extension HonestCompany {
  private static let people = ["ada", "grace", "lin", "omar"]
  private static let stewards = ["ada", "lin"]
  private static let metrics = [
    "activation-rate", "new-workspaces", "meetings-per-workspace", "onboarding-completion", "support-load",
    "meeting-satisfaction", "recurring-revenue",
  ]

  /// One push's work; `nil` where there is no occasion for it.
  private mutating func act() throws -> String? {
    switch random.below(100) {
    case 0..<22: try checkIn()
    case 22..<34: try measure()
    case 34..<44: try describe()
    case 44..<48: try explainObjective()
    case 48..<52: try promise()
    case 52..<78: try propose()
    case 78..<86: try review()
    case 86..<89: try begin()
    case 89..<92: try waive()
    case 92..<97: try merge()
    default: try writeReadme()
    }
  }

  private mutating func checkIn() throws -> String? {
    let (result, reporters, values) = random.one(of: [
      ("onboarding/completion", ["grace", "ada", "lin"], 41...54),
      ("onboarding/activation", ["ada", "grace"], 34...39),
      ("growth/workspaces", ["lin", "omar", "ada"], 900...1190), ("growth/invitations", ["omar", "lin"], 0...1),
    ])
    guard checkedIn[result] != day else { return nil }
    checkedIn[result] = day
    return try run(
      random.one(of: reporters), "checkin", result, "\(Int.random(in: values, using: &random))", "-c",
      "0.\(1 + random.below(9))")
  }

  private mutating func measure() throws -> String? {
    let (metric, values) = random.one(of: [("activation-rate", 33...41), ("new-workspaces", 900...1200)])
    let week = weeks[metric, default: 0]
    guard let monday = Day("2026-01-05"), monday + 7 * (week + 1) <= day else { return nil }
    weeks[metric] = week + 1
    return try run(
      random.one(of: HonestCompany.people), "measure", "add", metric, "2026-W\(week + 2 < 10 ? "0" : "")\(week + 2)",
      "\(Int.random(in: values, using: &random))")
  }

  private mutating func describe() throws -> String? {
    try run(
      random.one(of: HonestCompany.people), "set", "\(random.one(of: HonestCompany.metrics)).description",
      "What people ask for most, in words of the \(number)th time")
  }

  /// A lead's own, while the cycle is a draft.
  private mutating func explainObjective() throws -> String? {
    let (person, team) = random.one(of: [("ada", "onboarding"), ("lin", "growth")])
    guard promised.contains(team) else { return nil }
    return try run(
      person, "set", "okrs/2026-q2/\(team).objectives[back].why", "It matters most, as we said \(number) times")
  }

  private mutating func promise() throws -> String? {
    let (person, team, input, result) = random.one(of: [
      (
        "ada", "onboarding", "activation-rate",
        "completion: Raise completion metric=onboarding-completion 55..60 owner=grace"
      ),
      ("lin", "growth", "new-workspaces", "workspaces: More workspaces metric=new-workspaces 1200..1300 owner=omar"),
    ])
    guard promised.insert(team).inserted else { return nil }
    return try run(
      person, "okr", "new", team, "--cycle", "2026-q2", "--id", "back", "--input", input, "--objective",
      "New teams come back on their own every week", "--kr", result)
  }

  private mutating func begin() throws -> String? {
    let person = random.one(of: HonestCompany.people)
    if random.happens(50) {
      return try run(person, "workshop", "new", "star-\(number)", "--participants", "ada,lin,omar")
    }
    return try run(
      person, "add", "initiative", "tour-\(number)", "name=Tour \(number)", "team=growth", "input=new-workspaces",
      "state=running")
  }

  private mutating func waive() throws -> String? {
    let person = random.one(of: HonestCompany.stewards)
    return try run(
      person, "add", "waiver", "w-\(number)", "rule=NS301", "entity=metric/\(random.one(of: HonestCompany.metrics))",
      "because=It is looked at in the summer", "approved_by=\(person)", "granted=\(day)", "expires=\(day + 60)")
  }

  private mutating func review() throws -> String? {
    let (metric, owner) = random.one(of: [
      ("new-workspaces", "lin"), ("activation-rate", "ada"), ("meetings-per-workspace", "omar"),
    ])
    guard let id = reviews[metric] else {
      reviews[metric] = "r-\(number)"
      return try run(random.one(of: HonestCompany.stewards + [owner]), "review", "open", metric, "--id", "r-\(number)")
    }
    reviews[metric] = nil
    return try run(
      random.one(of: HonestCompany.stewards + [owner]), "review", "decide", id, "keep", "--because", "It still leads",
      "--judged", "now",
      "--next", "\(day + 180)")
  }

  /// Two people's work of one day, put together by a third.
  private mutating func merge() throws -> String? {
    let two = Array(HonestCompany.metrics.shuffled(using: &random).prefix(2))
    try sandbox.git("branch", "-q", "side", "main")
    try run(
      random.one(of: HonestCompany.people), "set", "\(two[0]).description", "On the side, \(number)", "--branch", "side"
    )
    try run(random.one(of: HonestCompany.people), "set", "\(two[1]).description", "On the branch, \(number)")
    return try shell(
      random.one(of: HonestCompany.people),
      """
      git update-ref refs/heads/main $(git commit-tree $(git merge-tree --write-tree main side) -p main -p side -m Merge)
      git branch -q -D side
      """)
  }

  /// A stranger's, which is not the strategy's.
  private mutating func writeReadme() throws -> String? {
    try shell(
      "stranger",
      """
      git update-ref refs/heads/main $(git commit-tree $( {
        git ls-tree main | grep -v README.md
        printf '100644 blob %s\\tREADME.md\\n' $(echo "$1" | git hash-object -w --stdin)
      } | git mktree) -p main -m Words)
      """, "Hello \(number)")
  }

  private mutating func gradeCycle() throws -> String? {
    day = Day("2026-04-02") ?? day
    return try run(random.one(of: HonestCompany.stewards), "cycle", "grade", "2026-q1")
  }

  private mutating func closeCycle() throws -> String? {
    let late = ["onboarding/completion", "onboarding/activation", "growth/workspaces", "growth/invitations"]
    return try run(
      random.one(of: HonestCompany.stewards),
      ["cycle", "close", "2026-q1"] + late.flatMap { ["--score", "\($0)=0.5: Half of it was done"] } + [
        "--outcome", "onboarding/first-meeting-obvious=keep: Half way", "--outcome",
        "growth/invited-by-colleagues=abandon: Nobody invites", "--retrospective", "onboarding=We start too much",
        "--retrospective", "growth=Calendars matter",
      ])
  }
}

// Proposals.
extension HonestCompany {
  /// What is proposed, and what it becomes.
  private static let proposed = [
    ("activation-rate.definition.window", ["calendar month", "calendar week", "calendar day"]),
    ("support-load.definition.source", ["tickets", "help desk", "mail"]),
    ("support-load.threshold.at_most", ["14", "13", "12", "11"]),
    ("okrs/2026-q1/growth.objectives[invited-by-colleagues].key_results[workspaces].target", ["1200", "1250", "1300"]),
    ("okrs/2026-q1/onboarding.objectives[first-meeting-obvious].key_results[completion].target", ["55", "52", "57"]),
    ("weekly-hosted-meetings.definition.excludes", ["Meetings of one minute", "Meetings of two minutes", "Tests"]),
    ("team/growth.name", ["Growth", "Reach", "Spread"]),
    ("meetings-per-workspace.owner.person", ["lin", "omar"]),
  ]

  private mutating func propose() throws -> String? {
    let place = random.below(4)
    guard place < proposals.count else { return try open() }
    if random.happens(8) { return try end(place) }
    let proposal = proposals[place]
    guard let person = proposal.asked.first else { return try land(place) }
    proposals[place].asked.removeFirst()
    return try run(person, "propose", "approve", proposal.id)
  }

  private mutating func open() throws -> String? {
    let (field, values) = random.one(of: HonestCompany.proposed)
    guard !proposals.contains(where: { $0.field == field }) else { return nil }
    let (id, author) = ("p-\(number)", random.one(of: HonestCompany.people))
    try run(author, "propose", "start", id, "--title", "Change it", "--because", "It is better")
    let changed = try values.shuffled(using: &random).contains { value in
      try run(author, "set", field, value, "--branch", "proposal/\(id)")
      return try sandbox.git("rev-list", "--count", "main..proposal/\(id)") == "2"
    }
    guard changed else { throw Sandbox.Failure(text: "nothing changes \(field)") }
    let others = HonestCompany.people.filter { $0 != author }
    proposals.append(OpenProposal(id: id, author: author, field: field, asked: others.shuffled(using: &random)))
    return "\(author) proposes \(field) as \(id)"
  }

  private mutating func land(_ place: Int) throws -> String? {
    let proposal = proposals.remove(at: place)
    return try run(random.one(of: HonestCompany.people), "propose", "land", proposal.id)
  }

  private mutating func end(_ place: Int) throws -> String? {
    let proposal = proposals.remove(at: place)
    let others = HonestCompany.stewards.filter { $0 != proposal.author }
    return random.happens(50)
      ? try run(proposal.author, "propose", "withdraw", proposal.id, "--because", "Overtaken")
      : try run(random.one(of: others), "propose", "reject", proposal.id, "--because", "It was better before")
  }
}
