internal import CLibGit2

/// How this process was called, asked of the system's loader: `/proc` is not mounted everywhere.
package enum CommandArguments {
  /// Everything after the program's name.
  package static func afterName() -> [String] {
    (1..<max(1, northstar_argument_count())).compactMap { number in
      unsafe northstar_argument(number).map { unsafe String(cString: $0) }
    }
  }

  /// The path of the running program.
  static var program: String {
    // The file that is open now: an update may have put another one in its place.
    let running = "/proc/self/exe"
    guard Disk.kind(running) == nil else { return running }
    return Paths.join(Paths.currentDirectory(), unsafe northstar_program().map { unsafe String(cString: $0) } ?? "")
  }
}
