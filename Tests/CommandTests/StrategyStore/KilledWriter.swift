import Foundation
import TestSupport
import Testing

@testable import northstar

/// A commit that is killed from outside at some moment.
struct KilledWriter {
  /// What is killed, and how.
  struct Blow: CustomTestStringConvertible, Sendable {
    let signal: Int32
    let isForGroup: Bool

    static let all = [
      Blow(signal: SIGKILL, isForGroup: false), Blow(signal: SIGKILL, isForGroup: true),
      Blow(signal: SIGTERM, isForGroup: false), Blow(signal: SIGINT, isForGroup: true),
    ]

    var testDescription: String { "signal \(signal) to \(isForGroup ? "the group" : "the process")" }
  }

  /// How the repository was found.
  enum State: Equatable {
    case old, new
    case between(String)
  }

  /// A command line, and who runs it.
  struct Command: CustomStringConvertible, Sendable {
    let words: [String]
    let person: String

    init(_ words: String..., by person: String = "ada") { (self.words, self.person) = (words, person) }

    var description: String { words.joined(separator: " ") }

    fileprivate var variables: [String: String] {
      [
        "GIT_AUTHOR_NAME": person, "GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "NORTHSTAR_TODAY": "2026-01-28",
        "GIT_EDITOR": "sed -i 's/^name: .*/name: Activation/'",
      ]
    }
  }

  static let commands =
    [
      Command("set", "activation-rate.description", "Other words"),
      Command("assign", "activation-rate", "onboarding", "--person", "grace"),
      Command("retire", "meeting-satisfaction"),
      Command("rename-team", "onboarding", "first-steps", "--name", "First steps"),
      Command("merge-team", "onboarding", "growth"),
      Command("add", "person", "mara", "name=Mara Lind", "discipline=design", "emails=[mara@huddle.example]"),
      Command("edit", "activation-rate"),
      Command("checkin", "onboarding/completion", "47", "-c", "0.6"),
      Command("measure", "add", "activation-rate", "2026-W03", "35.2"),
      Command("measure", "import", "../chart.csv", "--metric", "activation-rate"),
      Command(
        "okr", "new", "onboarding", "--input", "activation-rate", "--objective", "New teams come back on their own",
        "--kr", "completion: Raise completion metric=onboarding-completion 55..60 owner=grace"),
      Command(
        "cycle", "close", "2025-q4", "--score", "growth/workspaces=0.2: Fewer came", "--score",
        "growth/invitations=1: Everywhere", "--outcome", "growth/invited-by-colleagues=abandon: Nobody invites",
        "--retrospective", "growth=Calendars matter"),
      Command("review", "open", "new-workspaces"),
      Command("review", "decide", "rate", "keep", "--because", "It still leads", "--next", "2026-07-27"),
      Command("workshop", "new", "star", "--participants", "ada,lin"),
      Command("propose", "start", "more", "--title", "More", "--because", "Why not"),
      Command("propose", "approve", "words"),
      Command("propose", "land", "words"),
      Command("propose", "withdraw", "words", "--because", "Not now", by: "grace"),
      Command("propose", "reject", "words", "--because", "Not now"),
    ] + (Sandbox.has("sqlite3") ? [Command("measure", "pull")] : [])

  let sandbox: Sandbox

  /// A repository in `template/` with files of the user's beside a strategy, a proposal, and work in every state.
  init() throws {
    sandbox = try Sandbox(isRepository: false)
    try sandbox.git("init", "-q", "-b", "main")
    try sandbox.writeStrategy()
    try sandbox.write("notes.txt", "notes\n")
    try sandbox.write(
      "metrics/activation-rate.yaml",
      sandbox.text("metrics/activation-rate.yaml").replacing(
        "  window: calendar week", with: "  window: calendar week\n  grain: week")
        + "readings:\n  from: warehouse\n  query: select '2026-W03' as period, 36.5 as value\n")
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try sandbox.write(
      "cycles/2025-q4.yaml",
      "kind: cycle\nid: 2025-q4\nstarts: 2025-10-01\nends: 2025-12-31\nstate: grading\nactivated: 2025-10-01\n")
    try sandbox.write(
      "okrs/2025-q4/growth.yaml",
      sandbox.text("okrs/2026-q1/growth.yaml").replacing("cycle: 2026-q1", with: "cycle: 2025-q4"))
    try sandbox.write("chart.csv", "period,value\n2026-W03,35.2\n", in: ".")
    try sandbox.git("config", "--global", "northstar.source.warehouse.preset", "sqlite3")
    try sandbox.git("config", "--global", "northstar.source.warehouse.database", "\(sandbox.path)/stats.db")
    try sandbox.write("stats.db", "", in: ".")
    try sandbox.commit()
    let first = [
      Command("review", "open", "activation-rate", "--id", "rate"),
      Command("propose", "start", "words", "--title", "Words", "--because", "Clearer", by: "grace"),
    ]
    let fields = ["activation-rate", "new-workspaces", "support-load"].map { metric in
      Command("set", "\(metric).description", "What \(metric) is, in clearer words", by: "grace")
    }
    for command in first + fields {
      let outcome = try sandbox.northstar(command.words, variables: command.variables)
      try #require(outcome.status == 0, "\(command): \(outcome.text)")
    }
    try sandbox.git("switch", "-q", "main")
    try sandbox.write("notes.txt", "changed\n")
    try sandbox.write("staged.txt", "staged\n")
    try sandbox.git("add", "staged.txt")
    try sandbox.write("untracked.txt", "untracked\n")
    try FileManager.default.moveItem(atPath: "\(sandbox.path)/repo", toPath: "\(sandbox.path)/template")
  }

  /// How long a command takes, in seconds; the test fails if it fails.
  func duration(of command: Command) throws -> Double {
    try reset()
    let start = ContinuousClock.now
    let outcome = try sandbox.run([Sandbox.program] + command.words, variables: command.variables)
    let taken = ContinuousClock.now - start
    try #require(outcome.status == 0, "\(command): \(outcome.text)")
    return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
  }

  /// Runs a command, kills it after so many seconds, and returns the state of the repository when all processes have
  /// ended.
  func strike(_ blow: Blow, at seconds: Double, _ command: Command) throws -> State {
    try reset()
    let before = try references()
    let process = try start(command)
    Thread.sleep(forTimeInterval: seconds)
    kill(blow.isForGroup ? -process : process, blow.signal)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    for _ in 0..<2000 {
      guard try isBusy() else { break }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return try state(since: before)
  }

  /// Whether a process that the command has started still runs in the repository.
  private func isBusy() throws -> Bool {
    let files = FileManager.default
    let repository = "\(sandbox.path)/repo"
    return try files.contentsOfDirectory(atPath: "/proc").contains { process in
      let directory = try? files.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
      return directory.map { $0 == repository || $0.hasPrefix("\(repository)/") } ?? false
    }
  }

  /// Starts the program in a group of its own, where every signal arrives: Foundation's processes inherit the signal
  /// mask of the thread that starts them, which blocks most of them.
  private func start(_ command: Command) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    let line = "cd \"$1\"; shift; exec \"$@\" </dev/null >/dev/null 2>&1"
    let arguments = ["sh", "-c", line, "sh", "\(sandbox.path)/repo", Sandbox.program] + command.words
    let variables = sandbox.variables.merging(command.variables) { $1 }.map { "\($0.key)=\($0.value)" }
    var strings = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer { unsafe (strings + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, &strings, &settings)
    try #require(status == 0)
    return process
  }

  private func reset() throws {
    try? FileManager.default.removeItem(atPath: "\(sandbox.path)/repo")
    let copied = try sandbox.run(["cp", "-a", "template", "repo"], in: ".")
    try #require(copied.status == 0, "\(copied.text)")
  }

  private func references() throws -> String { try sandbox.git("for-each-ref", "--format=%(refname) %(objectname)") }

  /// Reports anything that is neither state.
  private func state(since before: String) throws -> State {
    let left = try sandbox.run([
      "find", ".git", "-name", "*.lock", "!", "-name", "northstar.lock", "-o", "-name", "northstar.move", "-o", "-name",
      "northstar.hold", "-o", "-name", "*_HEAD", "!", "-name", "ORIG_HEAD", "-o", "-name", "MERGE_*",
    ]).output
    guard left.isEmpty else { return .between("left: \(left)") }
    let status = try sandbox.git("status", "--porcelain")
    guard status == " M notes.txt\nA  staged.txt\n?? untracked.txt" else { return .between(status) }
    let fsck = try sandbox.run(["git", "fsck", "--strict", "--no-dangling", "--no-progress"]).text
    guard fsck.isEmpty else { return .between(fsck) }
    return try references() == before ? .old : .new
  }
}
