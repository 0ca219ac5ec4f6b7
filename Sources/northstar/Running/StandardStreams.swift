import CTerminal
import Diagnostics
import Foundation
import Git

extension CommandEnvironment {
  /// The surroundings of this process.
  static func current() -> CommandEnvironment {
    let git = GitEnvironment.current()
    return CommandEnvironment(
      git: git,
      terminal: Terminal(
        isInteractive: isatty(STDOUT_FILENO) == 1, canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
        width: terminalWidth(git.variables), color: .auto, variables: git.variables),
      now: Int64(Date().timeIntervalSince1970), output: FileSink(handle: .standardOutput),
      errors: FileSink(handle: .standardError), input: StandardInput())
  }
}

/// Writes to a file handle; a closed pipe ends the process by SIGPIPE, quietly, as git's own commands do.
private struct FileSink: TextSink {
  let handle: FileHandle

  func write(_ text: SafeText) {
    do {
      try handle.write(contentsOf: Data(text.text.utf8))
    } catch {
      exit(ExitStatus.failed.rawValue)
    }
  }
}

private struct StandardInput: LineSource {
  func next() -> String? { readLine() }
  func rest() -> [UInt8] { ((try? FileHandle.standardInput.readToEnd()) ?? nil).map { [UInt8]($0) } ?? [] }
}

/// COLUMNS, else the window, else 100: wide enough for a diagnostic, narrow enough to read.
private func terminalWidth(_ variables: [String: String]) -> Int {
  let window = Int(terminal_columns(STDOUT_FILENO))
  return min(400, max(40, variables["COLUMNS"].flatMap { Int($0) } ?? (window > 0 ? window : 100)))
}
