internal import CLibGit2
internal import Glibc

extension GitEnvironment {
  /// Runs a command line of the user's in a shell that has our terminal, and waits for its end.
  ///
  /// The shell stays in our process group: a program in another one is stopped as soon as it asks for a key. Keys that
  /// interrupt or quit are for it alone.
  ///
  /// - Parameters:
  ///   - input: what it reads in place of our standard input, out of memory, so that it may end before it has read all.
  ///   - extra: variables beside those of this environment.
  ///   - operation: what it is for, in errors.
  /// - Returns: the exit status, or 128 plus the signal that ended it; 126 and 127 where the command cannot be run.
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
