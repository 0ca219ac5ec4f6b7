import Foundation
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

  /// The command lines to run, each with the branches that it may change.
  static let commands = [
    ["set", "activation-rate.description", "Other words"],
    ["assign", "activation-rate", "onboarding", "--person", "grace"],
    ["retire", "meeting-satisfaction"],
    ["rename-team", "onboarding", "first-steps", "--name", "First steps"],
    ["merge-team", "onboarding", "growth"],
    ["add", "person", "mara", "name=Mara Lind", "discipline=design", "emails=[mara@huddle.example]"],
    ["checkin", "onboarding/completion", "47", "-c", "0.6"],
    ["measure", "add", "activation-rate", "2026-W03", "35.2"],
    ["propose", "land", "words"],
    ["propose", "withdraw", "words", "--because", "Not now"],
    ["propose", "start", "more", "--title", "More", "--why", "Why not"],
  ]

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
        "  window: calendar week", with: "  window: calendar week\n  grain: week"))
    try sandbox.commit()
    let started = try sandbox.northstar("propose", "start", "words", "--title", "Words", "--why", "Clearer")
    try #require(started.status == 0, "\(started.text)")
    for field in ["activation-rate", "new-workspaces", "support-load"] {
      let set = try sandbox.northstar("set", "\(field).description", "What \(field) is, in clearer words")
      try #require(set.status == 0, "\(set.text)")
    }
    try sandbox.git("switch", "-q", "main")
    try sandbox.write("notes.txt", "changed\n")
    try sandbox.write("staged.txt", "staged\n")
    try sandbox.git("add", "staged.txt")
    try sandbox.write("untracked.txt", "untracked\n")
    try FileManager.default.moveItem(atPath: "\(sandbox.path)/repo", toPath: "\(sandbox.path)/template")
  }

  /// How long a command takes, in seconds; the test fails if it fails.
  func duration(of command: [String]) throws -> Double {
    try reset()
    let start = ContinuousClock.now
    let outcome = try sandbox.run([Sandbox.program] + command)
    let taken = ContinuousClock.now - start
    try #require(outcome.status == 0, "\(command): \(outcome.text)")
    return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
  }

  /// Runs a command, kills it after so many seconds, and returns the state of the repository when all processes have
  /// ended.
  func strike(_ blow: Blow, at seconds: Double, _ command: [String]) throws -> State {
    try reset()
    let before = try references()
    let process = try start(command)
    Thread.sleep(forTimeInterval: seconds)
    kill(blow.isForGroup ? -process : process, blow.signal)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    _ = try sandbox.run(["flock", "-w", "20", ".git/northstar.lock", "true"])
    return try state(since: before)
  }

  /// Starts the program in a group of its own, where every signal arrives: Foundation's processes inherit the signal
  /// mask of the thread that starts them, which blocks most of them.
  private func start(_ command: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    let line = "cd \"$1\"; shift; exec \"$@\" </dev/null >/dev/null 2>&1"
    let arguments = ["sh", "-c", line, "sh", "\(sandbox.path)/repo", Sandbox.program] + command
    let variables = sandbox.variables.merging(["NORTHSTAR_TODAY": "2026-01-28"]) { $1 }.map { "\($0.key)=\($0.value)" }
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
