internal import CLibGit2
internal import Glibc

extension ChildProcess {
  /// The child's three standard files, our ends and the child's; -1 when closed.
  struct Pipes {
    var input: Int32 = -1
    var output: (Int32, Int32) = (-1, -1)
    var errors: (Int32, Int32) = (-1, -1)

    /// Opens all of them; on failure some may be left open.
    mutating func open(_ input: [UInt8]) -> Bool {
      self.input = input.isEmpty ? unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) : Self.memory(holding: input)
      return self.input >= 0 && Self.pipe(&output) && Self.pipe(&errors)
    }

    /// The child's ends, with the descriptors they become.
    var childEnds: [(Int32, Int32)] {
      [(input, STDIN_FILENO), (output.1, STDOUT_FILENO), (errors.1, STDERR_FILENO)]
    }

    mutating func closeChildEnds() {
      Self.close(&input)
      Self.close(&output.1)
      Self.close(&errors.1)
    }

    mutating func closeAll() {
      closeChildEnds()
      Self.close(&output.0)
      Self.close(&errors.0)
    }

    private static func pipe(_ ends: inout (Int32, Int32)) -> Bool {
      var descriptors: [Int32] = [-1, -1]
      guard unsafe northstar_pipe(&descriptors) == 0 else { return false }
      ends = (descriptors[0], descriptors[1])
      return true
    }

    /// A file in memory, read from its beginning; -1 when it cannot be made.
    static func memory(holding bytes: [UInt8]) -> Int32 {
      var file = northstar_memory_file()
      guard file >= 0 else { return -1 }
      guard Descriptor.write(bytes, to: file) else {
        close(&file)
        return -1
      }
      lseek(file, 0, SEEK_SET)
      return file
    }

    static func close(_ descriptor: inout Int32) {
      if descriptor >= 0 { Glibc.close(descriptor) }
      descriptor = -1
    }
  }

  /// Starts a program; the status is 0 or an `errno`.
  ///
  /// - Parameters:
  ///   - files: pairs of our descriptor and the child's descriptor that it becomes.
  ///   - apart: whether the child gets a session of its own (default: it stays in our process group).
  static func spawn(
    _ program: String, _ arguments: [String], _ environment: GitEnvironment, _ files: [(Int32, Int32)],
    apart: Bool = false
  ) -> (Int32, pid_t) {
    let name = String(program.split(separator: "/").last ?? "")
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    if apart { _ = unsafe northstar_spawn_in_session(&attributes) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (ours, its) in files { unsafe posix_spawn_file_actions_adddup2(&actions, ours, its) }
    unsafe northstar_spawn_in(&actions, environment.directory)
    var identifier: pid_t = 0
    let status = unsafe CStrings.withArray([name] + arguments) { arguments in
      unsafe CStrings.withArray(environment.variables.map { "\($0.key)=\($0.value)" }) { variables in
        unsafe posix_spawn(&identifier, program, &actions, &attributes, arguments, variables)
      }
    }
    return (status, identifier)
  }

  /// Git takes no lock to save what it found while reading, never asks for a password in the middle of a check, and
  /// writes its messages in the language in which we search them.
  static let quietGit = ["GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"]

  /// The path of a program found on the PATH.
  static func program(_ name: String, on path: String?) -> String? {
    (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 }
  }
}
