internal import Foundation
internal import Glibc

/// How a program or a command line ended, and what it said.
package struct Outcome: Sendable {
  /// The exit status, or 128 plus the signal that ended it.
  package let status: Int32
  package let bytes: [UInt8]
  package let errors: String

  package init(status: Int32, bytes: [UInt8], errors: String) {
    (self.status, self.bytes, self.errors) = (status, bytes, errors)
  }

  package init(status: Int32, output: String, errors: String) {
    self.init(status: status, bytes: Array(output.utf8), errors: errors)
  }

  package var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Both streams, for tests that only ask whether something is said.
  package var text: String { output + errors }

  /// What it wrote, without the last line end.
  package var line: String { output.hasSuffix("\n") ? String(output.dropLast()) : output }

  package var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A program of the machine's. Foundation's `Process` takes fifty milliseconds to notice that a process has ended, which
/// is longer than most of git's commands run.
package struct Program {
  package struct Failure: Error { let text: String }

  private let words: [String]
  private let directory: String
  private let variables: [String: String]

  /// - Parameter words: the program, looked for on the variables' PATH, and its arguments.
  package init(_ words: [String], in directory: String, variables: [String: String]) {
    (self.words, self.directory, self.variables) = (words, directory, variables)
  }

  /// Runs it to its end, with no more signals blocked or ignored than a shell's programs have.
  package func run(input: [UInt8] = []) throws -> Outcome {
    // Files, not pipes: a pipe that nobody reads would stop the process, and a server keeps its own open.
    let folder = try TemporaryFolder()
    let (standardInput, output, errors) = ("\(folder.path)/in", "\(folder.path)/out", "\(folder.path)/err")
    if !input.isEmpty { try Data(input).write(to: URL(filePath: standardInput)) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input.isEmpty ? "/dev/null" : standardInput, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var status = try wait(for: unsafe start(with: &actions))
    status = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    let texts = try [output, errors].map { Array(try Data(contentsOf: URL(filePath: $0))) }
    return Outcome(status: status, bytes: texts[0], errors: String(decoding: texts[1], as: UTF8.self))
  }

  private func start(with actions: inout posix_spawn_file_actions_t) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let line = ["env", "-C", directory] + words
    var arguments = unsafe line.map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (arguments + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, "/usr/bin/env", &actions, &attributes, &arguments, &settings)
    guard status == 0 else { throw Failure(text: "\(words): \(unsafe String(cString: strerror(status)))") }
    return process
  }

  private func wait(for process: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(text: "\(words): it cannot be waited for") }
    }
    return status
  }
}
