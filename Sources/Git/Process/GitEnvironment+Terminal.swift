internal import CLibGit2
internal import Glibc

extension GitEnvironment {
  /// Runs a command line of the user's in a shell that has our terminal, and waits until it ends.
  ///
  /// The shell stays in our process group: a program in another one is stopped as soon as it reads a key. While it
  /// runs, the keys that interrupt or quit reach it alone.
  ///
  /// - Parameters:
  ///   - input: what it reads instead of our standard input, from memory, so that it may end before it has read
  ///     everything.
  ///   - extra: variables added to those of this environment.
  ///   - operation: what it is for, named in errors.
  /// - Returns: the exit status, or 128 plus the signal that ended it; 126 or 127 when the command cannot be run.
  package func runInTerminal(
    _ command: String, _ arguments: [String] = [], input: [UInt8]? = nil, setting extra: [String: String] = [:],
    to operation: String
  ) throws(GitError) -> Int32 {
    var files: [(Int32, Int32)] = []
    var memory: Int32 = -1
    defer { ChildProcess.Pipes.close(&memory) }
    if let input {
      memory = ChildProcess.Pipes.memory(holding: input)
      guard memory >= 0 else { throw .system(operation, errno) }
      files = [(memory, STDIN_FILENO)]
    }
    let (status, child) = ChildProcess.spawn("/bin/sh", ["-c", command] + arguments, setting(extra), files)
    guard status == 0 else { throw .system(operation, status) }
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    return ChildProcess.wait(for: child)
  }
}
