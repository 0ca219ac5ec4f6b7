internal import CLibGit2
internal import Glibc

/// A running `git update-ref` that holds the locks of the references that it will change.
///
/// When this value or its process ends before `commit`, git gives up and leaves everything as it was.
struct UpdateRefSession: ~Copyable {
  private var identifier: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var heard: [UInt8] = []
  private var complaints: [UInt8] = []

  private static let operation = "run 'git update-ref'"

  init(message: String, in environment: GitEnvironment) throws(GitError) {
    guard let program = ChildProcess.program("git", on: environment["PATH"]) else {
      throw GitError(.programMissing, Self.operation, "there is no 'git' on the PATH", advice: "Install git")
    }
    var pipes = ChildProcess.Pipes()
    var ends: [Int32] = [-1, -1]
    // Sending to a socket whose other end is closed raises no signal, unlike writing to a pipe.
    let isOpen = unsafe pipes.open([]) && socketpair(AF_UNIX, Self.socketType, 0, &ends) == 0
    guard isOpen else {
      let failure = GitError.system(Self.operation, errno)
      pipes.closeAll()
      throw failure
    }
    close(pipes.input)
    pipes.input = ends[1]
    let settings = ["-c", "core.fsync=reference,loose-object", "-c", "core.fsyncMethod=fsync"]
    let (status, child) = ChildProcess.spawn(
      program, settings + ["update-ref", "-m", message, "--stdin", "-z"],
      environment.setting(ChildProcess.quietGit), pipes.childEnds)
    pipes.closeChildEnds()
    guard status == 0 else {
      close(ends[0])
      pipes.closeAll()
      throw .system(Self.operation, status)
    }
    (identifier, input, output, errors) = (child, ends[0], pipes.output.0, pipes.errors.0)
  }

  deinit {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    if identifier > 0 { _ = ChildProcess.wait(for: identifier) }
  }

  /// Locks the references and checks that they have the expected values; throws what git says.
  mutating func prepare(_ updates: [ReferenceUpdate]) throws(GitError) {
    send(Array("start\0".utf8) + updates.flatMap(\.command) + Array("prepare\0".utf8))
    try hear("prepare: ok\n")
  }

  /// Makes the change and releases the locks.
  mutating func commit() throws(GitError) {
    send(Array("commit\0".utf8))
    try hear("commit: ok\n")
  }

  /// If something cannot be sent, git has ended and said why.
  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until git has given this answer.
  private mutating func hear(_ answer: String) throws(GitError) {
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    while !String(decoding: heard, as: UTF8.self).hasSuffix(answer) {
      guard polled.contains(where: { $0.fd >= 0 }) else {
        let status = ChildProcess.wait(for: identifier)
        identifier = 0
        throw .git("update the references", GitOutput(status: max(128, status), output: heard, errors: complaints))
      }
      guard unsafe poll(&polled, nfds_t(polled.count), -1) >= 0 else {
        if errno == EINTR { continue }
        throw .system(Self.operation, errno)
      }
      if polled[0].revents != 0, !Descriptor.take(from: output, into: &heard) { polled[0].fd = -1 }
      if polled[1].revents != 0, !Descriptor.take(from: errors, into: &complaints) { polled[1].fd = -1 }
    }
  }

  private static let socketType = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
}
