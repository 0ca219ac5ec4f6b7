import CTerminal
import Git
import Glibc
import Presentation
import StrategyStore

extension Console {
  /// The surroundings of this process.
  static func current() -> Console {
    let git = GitEnvironment.current()
    return Console(
      session: Session(git: git, now: Int64(time(nil))),
      terminal: Terminal(
        isInteractive: isatty(STDOUT_FILENO) == 1, canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
        width: terminalWidth(git.variables), color: .auto, variables: git.variables),
      output: FileSink(descriptor: STDOUT_FILENO),
      errors: FileSink(descriptor: STDERR_FILENO), input: StandardInput())
  }
}

/// Writes to a descriptor; a closed pipe ends the process by SIGPIPE, quietly, as git's own commands do.
private struct FileSink: TextSink {
  let descriptor: Int32

  func write(_ text: SafeText) {
    guard Descriptor.write(Array(text.text.utf8), to: descriptor) else { exit(ExitStatus.failed.rawValue) }
  }
}

private struct StandardInput: LineSource {
  func next() -> String? { readLine() }
  func rest() -> [UInt8] { Descriptor.rest(of: STDIN_FILENO) }
}

/// COLUMNS, else the window, else 100: wide enough for a diagnostic, narrow enough to read.
private func terminalWidth(_ variables: [String: String]) -> Int {
  let window = Int(terminal_columns(STDOUT_FILENO))
  return min(400, max(40, variables["COLUMNS"].flatMap { Int($0) } ?? (window > 0 ? window : 100)))
}
