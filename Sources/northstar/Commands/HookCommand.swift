import ArgumentParser
import Foundation
import Git

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Have git check the strategy at every commit, and merge it by meaning",
    discussion: """
      The hook runs 'northstar check --staged' and refuses a commit that would leave errors. 'git commit --no-verify' \
      goes past it, so let the server or CI check too.

      The merge driver lets git merge two changes of different fields of one file, though their lines touch.

      Examples:
        northstar hook install
        northstar hook install --merge-driver
        northstar hook status
      """,
    subcommands: [HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self])
}

struct HookInstallCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put the check into the pre-commit hook",
    discussion: """
      Looks for the hook where git does, core.hooksPath and linked worktrees included. A hook that is there keeps all \
      its lines: northstar's stand between two marks, and before the others. Running this again changes nothing.

      With --merge-driver, git merges, rebases and cherry-picks the strategy's files in this clone by meaning; the \
      check is left as it is. The driver is written into the clone's configuration and its info/attributes.

      Examples:
        northstar hook install
        northstar hook install --merge-driver
      """)

  @Flag(help: "Have git merge strategies by meaning, instead of checking them")
  var mergeDriver = false

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    if mergeDriver { return try installMergeDriver(in: environment) }
    let file = try HookFile(in: environment)
    let found = try file.read()
    guard found?.standing != .current else {
      environment.print("The check is in '\(file.path)' already.")
      return .clean
    }
    var script = found ?? HookScript()
    script.install()
    try file.write(script)
    environment.print(found == nil ? "Made '\(file.path)'." : "Put the check into '\(file.path)'; its own lines stay.")
    environment.print("From now on, git refuses a commit that would leave errors in the strategy.")
    if !environment.isOnPath {
      environment.note("note: there is no 'northstar' on the PATH yet; until there is, the hook refuses every commit")
    }
    if !file.isOwn { environment.print("core.hooksPath names that folder: all repositories that use it run the hook.") }
    return .clean
  }

  private func installMergeDriver(in environment: CommandEnvironment) throws -> ExitStatus {
    let driver = try MergeDriver(in: environment)
    guard try driver.standing() != .current else {
      environment.print("Git merges strategies by meaning already.")
      return .clean
    }
    try driver.install()
    environment.print("From now on, git merges the strategy's files in this clone by meaning.")
    if !environment.isOnPath {
      environment.note("note: there is no 'northstar' on the PATH yet; until there is, git merges line by line")
    }
    return .clean
  }

}

extension CommandEnvironment {
  /// Whether a hook would find this program.
  var isOnPath: Bool {
    (git["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/northstar")
    }
  }
}

struct HookUninstallCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take the check and the merge driver out again",
    discussion: """
      Removes the lines that 'northstar hook install' has put into the pre-commit hook, and the hook when nothing else \
      is in it; and the merge driver.

      Example:
        northstar hook uninstall
      """)

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let driver = try MergeDriver(in: environment)
    if try driver.standing() != .absent {
      try driver.uninstall()
      environment.print("Took out the merge driver.")
    }
    let file = try HookFile(in: environment)
    guard var script = try file.read(), script.standing != .absent else {
      environment.print("There is no check in '\(file.path)'.")
      return .clean
    }
    script.remove()
    try script.isEmpty ? file.delete() : file.write(script)
    environment.print(script.isEmpty ? "Removed '\(file.path)'." : "Took the check out of '\(file.path)'.")
    return .clean
  }
}

struct HookStatusCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say whether git checks the strategy and merges it by meaning",
    discussion: """
      Ends with 0 when the pre-commit hook checks the strategy, and with 1 when it does not.

      Example:
        northstar hook status || northstar hook install
      """)

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let file = try HookFile(in: environment)
    environment.print(try mergeDriver(in: environment))
    switch try file.read()?.standing {
    case .current:
      environment.print("The check is in '\(file.path)'.")
      return .clean
    case .other:
      environment.print("The check is in '\(file.path)', as another version wrote it: run 'northstar hook install'.")
      return .clean
    case .absent, .damaged, nil:
      environment.print("There is no check in '\(file.path)': run 'northstar hook install'.")
      return .findings
    }
  }

  private func mergeDriver(in environment: CommandEnvironment) throws -> String {
    switch try MergeDriver(in: environment).standing() {
    case .current: "Git merges strategies by meaning."
    case .other:
      "Git merges strategies as another version of northstar set it: run 'northstar hook install --merge-driver'."
    case .absent: "Git merges strategies line by line: 'northstar hook install --merge-driver' changes that."
    }
  }
}
