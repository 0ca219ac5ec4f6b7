import ArgumentParser
import Foundation
import Git

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Have git check the strategy at every commit",
    discussion: """
      The hook runs 'northstar check --staged' and refuses a commit that would leave errors. 'git commit --no-verify' \
      goes past it, so let the server or CI check too.

      Examples:
        northstar hook install
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

      Example:
        northstar hook install
      """)

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
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
    if !isOnPath(environment.git["PATH"] ?? "") {
      environment.note("note: there is no 'northstar' on the PATH yet; until there is, the hook refuses every commit")
    }
    if !file.isOwn { environment.print("core.hooksPath names that folder: all repositories that use it run the hook.") }
    return .clean
  }

  private func isOnPath(_ path: String) -> Bool {
    path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/northstar") }
  }
}

struct HookUninstallCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take the check out of the pre-commit hook again",
    discussion: """
      Removes the lines that 'northstar hook install' has put there, and the hook when nothing else is in it.

      Example:
        northstar hook uninstall
      """)

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
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
    abstract: "Say whether the pre-commit hook checks the strategy",
    discussion: """
      Ends with 0 when it does, and with 1 when it does not.

      Example:
        northstar hook status || northstar hook install
      """)

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let file = try HookFile(in: environment)
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
}
