internal import CLibGit2
internal import Glibc

/// What a finished `git` returned.
package struct GitOutput: Sendable {
  /// The exit status, or 128 plus the signal that ended it.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]

  package var succeeded: Bool { status == 0 }

  /// The signal that ended it, with its name, for example "signal 9 (Killed)".
  var signal: String? {
    // Git exits with 129 when it was called wrongly.
    guard status > 129, let name = unsafe strsignal(status - 128) else { return nil }
    return unsafe "signal \(status - 128) (\(String(cString: name)))"
  }
}

/// A running program of the user's, usually `git`, that is ended and reaped when this value goes away.
///
/// Its standard input is a file in memory, so that feeding it can neither block nor raise SIGPIPE.
struct ChildProcess: ~Copyable {
  private var identifier: pid_t
  private var output: Int32
  private var errors: Int32
  private let operation: String

  /// `git` with these arguments.
  init(
    _ arguments: [String], in environment: GitEnvironment, input: [UInt8] = [], isApart: Bool = false
  ) throws(GitError) {
    let operation = "run 'git \(arguments.joined(separator: " "))'"
    guard let program = Self.program("git", on: environment["PATH"]) else {
      throw GitError(.programMissing, operation, "there is no 'git' on the PATH", advice: "Install git")
    }
    try self.init(
      program, arguments, in: environment.setting(Self.quietGit), input: input, operation: operation, isApart: isApart)
  }

  /// - Parameters:
  ///   - program: its path on disk.
  ///   - isApart: whether it gets a session of its own, which no signal to our process group reaches.
  ///   - shared: one of our descriptors that it gets too, as the first after the standard ones.
  init(
    _ program: String, _ arguments: [String], in environment: GitEnvironment, input: [UInt8], operation: String,
    isApart: Bool = false, sharing shared: Int32? = nil
  ) throws(GitError) {
    self.operation = operation
    var pipes = Pipes()
    guard pipes.open(input) else {
      let failure = GitError.system(operation, errno)
      pipes.closeAll()
      throw failure
    }
    let files = pipes.childEnds + (shared.map { [($0, STDERR_FILENO + 1)] } ?? [])
    let (status, child) = Self.spawn(program, arguments, environment, files, apart: isApart)
    pipes.closeChildEnds()
    guard status == 0 else {
      pipes.closeAll()
      throw .system(operation, status)
    }
    (identifier, output, errors) = (child, pipes.output.0, pipes.errors.0)
  }

  deinit {
    if output >= 0 { close(output) }
    if errors >= 0 { close(errors) }
    if identifier > 0 {
      Self.end(identifier)
    }
  }

  /// Asks the program to end, and kills it after a second.
  private static func end(_ identifier: pid_t) {
    kill(identifier, SIGTERM)
    var status: Int32 = 0
    for _ in 0..<100 {
      if unsafe waitpid(identifier, &status, WNOHANG) != 0 { return }
      usleep(10_000)
    }
    kill(identifier, SIGKILL)
    _ = wait(for: identifier)
  }

  /// Reads everything it writes and waits until it ends.
  ///
  /// - Parameter seconds: how long it may take before it is killed.
  consuming func finish(within seconds: Int? = nil) throws(GitError) -> GitOutput {
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    var collected: ([UInt8], [UInt8]) = ([], [])
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    while polled.contains(where: { $0.fd >= 0 }) {
      let ready = unsafe poll(&polled, nfds_t(polled.count), deadline.map { Self.milliseconds(until: $0) } ?? -1)
      if ready == 0, let seconds { throw GitError(.overtime, operation, "it took longer than \(seconds) s") }
      guard ready >= 0 else {
        if errno == EINTR { continue }
        throw GitError.system(operation, errno)
      }
      if polled[0].revents != 0, !Descriptor.take(from: output, into: &collected.0) { polled[0].fd = -1 }
      if polled[1].revents != 0, !Descriptor.take(from: errors, into: &collected.1) { polled[1].fd = -1 }
    }
    let status = Self.wait(for: identifier)
    identifier = 0
    return GitOutput(status: status, output: collected.0, errors: collected.1)
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let rest = deadline - .now
    return rest > .zero
      ? Int32(clamping: rest.components.seconds * 1000 + 1 + rest.components.attoseconds / 1_000_000_000_000_000) : 0
  }

  /// The exit status, or 128 plus the signal that ended it.
  static func wait(for identifier: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { return 128 }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
