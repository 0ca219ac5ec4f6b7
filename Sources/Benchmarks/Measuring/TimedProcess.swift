import Glibc

/// The cost of a whole process.
struct Cost {
  /// Wall time.
  var seconds: Double
  /// The peak memory of the process, in bytes.
  var peak: Int
  var status: Int32
}

/// A process that is measured from its start until it has been waited for.
struct TimedProcess {
  let words: [String]
  var directory = "."
  /// The file behind standard input.
  var input = "/dev/null"
  /// Runs before each round and is not measured.
  var before: () throws -> Void = {}

  /// Starts it with nothing in between, discards its output, and waits.
  func run() -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = CStringArray(words)
    let variables = CStringArray(CleanEnvironment.variables.map { "\($0)=\($1)" })
    var child: pid_t = 0
    chdir(directory)
    let start = ContinuousClock.now
    guard posix_spawnp(&child, words[0], &actions, nil, arguments.pointers, variables.pointers) == 0 else {
      return Cost(seconds: 0, peak: 0, status: -1)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    return Cost(seconds: (ContinuousClock.now - start).seconds, peak: usage.ru_maxrss * 1024, status: status)
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// A list of words in the form that C programs take.
private final class CStringArray {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) { pointers = words.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
