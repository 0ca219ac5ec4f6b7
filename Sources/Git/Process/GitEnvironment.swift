internal import Glibc

/// The parts of the process's environment that matter to git; tests pass their own.
package struct GitEnvironment: Sendable {
  /// The current directory, absolute.
  package let directory: String
  package let variables: [String: String]
  /// The path of this program, which finishes its writes in a process of their own; with `nil` they are done in this
  /// one.
  package let program: String?

  package init(directory: String, variables: [String: String], program: String? = nil) {
    self.directory = directory
    self.variables = variables
    self.program = program
  }

  /// The environment of this process, in its current directory or in another one.
  ///
  /// As with `git -C`, relative `GIT_…` paths count from `directory`.
  package static func current(directory: String? = nil) -> GitEnvironment {
    let here = Paths.currentDirectory()
    return GitEnvironment(
      directory: directory.map { Paths.join(here, $0) } ?? here,
      variables: processVariables(), program: CommandArguments.program)
  }

  /// The value of a variable that is set and not empty.
  package subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// The absolute path that a variable names.
  func path(_ name: String) -> String? {
    self[name].map { Paths.join(directory, $0) }
  }

  /// The folder for files that programs can make again; `nil` without a home folder.
  ///
  /// Source: XDG Base Directory Specification, "Environment variables".
  package var cacheFolder: String? {
    if let folder = self["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder }
    return self["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
  }

  private static func processVariables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let parts = unsafe String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      unsafe entry += 1
    }
    return variables
  }
}
