import ArgumentParser
import FoundationEssentials
import Git

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Have git check the strategy at every commit, and merge it by meaning",
    discussion: """
      The hook runs 'northstar check --staged --since HEAD' and refuses a commit that brings new errors; errors that \
      HEAD already has are ignored. 'git commit --no-verify' skips it, so let the server or CI check too.

      The merge driver lets git merge changes to different fields of one file even if their lines touch: two check-ins \
      of one day, for example.

      Examples:
        northstar hook install
        northstar hook status
      """,
    subcommands: [HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self])
}

struct HookInstallCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install the check and the merge driver in this clone",
    discussion: """
      Puts the check into the pre-commit hook where git looks for it, also with core.hooksPath and in linked \
      worktrees. An existing hook keeps all its lines: northstar's are between two marks, before the others.

      Git then also merges, rebases and cherry-picks the strategy's files in this clone by meaning. The driver is \
      written into the clone's configuration and its info/attributes. Running this again changes nothing.

      Examples:
        northstar hook install
        northstar hook install --merge-driver
      """)

  @Flag(help: "Install the merge driver only, not the check")
  var mergeDriver = false

  func run(in console: Console) throws -> ExitStatus {
    if !mergeDriver { try installCheck(in: console) }
    try installMergeDriver(in: console)
    return .clean
  }

  private func installCheck(in console: Console) throws {
    let file = try HookFile(in: console)
    let found = try file.read()
    guard found?.installation != .current else {
      console.print("The check is already in '\(file.path)'.")
      return
    }
    var script = found ?? HookScript()
    script.install()
    try file.write(script)
    console.print(found == nil ? "Made '\(file.path)'." : "Put the check into '\(file.path)'; its own lines stay.")
    console.print("From now on, git refuses a commit that brings new errors into the strategy.")
    if !console.isOnPath {
      console.note("note: there is no 'northstar' on the PATH yet; until there is, the hook refuses every commit")
    }
    if !file.isOwn { console.print("core.hooksPath names that folder: all repositories that use it run the hook.") }
  }

  private func installMergeDriver(in console: Console) throws {
    let driver = try MergeDriver(in: console)
    guard try driver.installation() != .current else {
      console.print("Git already merges strategies by meaning.")
      return
    }
    try driver.install()
    console.print("From now on, git merges the strategy's files in this clone by meaning.")
    if !console.isOnPath {
      console.note("note: there is no 'northstar' on the PATH yet; until there is, git merges line by line")
    }
  }
}

extension Console {
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
    abstract: "Remove the check and the merge driver",
    discussion: """
      Removes the merge driver and the lines that 'northstar hook install' put into the pre-commit hook, and the hook \
      itself when nothing else is in it.

      Example:
        northstar hook uninstall
      """)

  func run(in console: Console) throws -> ExitStatus {
    let driver = try MergeDriver(in: console)
    if try driver.installation() != .absent {
      try driver.uninstall()
      console.print("Removed the merge driver.")
    }
    let file = try HookFile(in: console)
    guard var script = try file.read(), script.installation != .absent else {
      console.print("There is no check in '\(file.path)'.")
      return .clean
    }
    script.remove()
    try script.isEmpty ? file.delete() : file.write(script)
    console.print(script.isEmpty ? "Removed '\(file.path)'." : "Removed the check from '\(file.path)'.")
    return .clean
  }
}

struct HookStatusCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show whether git checks the strategy and merges it by meaning",
    discussion: """
      Exits with 0 when the pre-commit hook checks the strategy and git merges it by meaning, otherwise with 1.

      Example:
        northstar hook status || northstar hook install
      """)

  func run(in console: Console) throws -> ExitStatus {
    let file = try HookFile(in: console)
    let driver = try MergeDriver(in: console).installation()
    console.print(mergeDriver(driver))
    switch try file.read()?.installation {
    case .current:
      console.print("The check is in '\(file.path)'.")
      return driver == .absent ? .findings : .clean
    case .other:
      console.print("The check is in '\(file.path)', as another version wrote it: run 'northstar hook install'.")
      return driver == .absent ? .findings : .clean
    case .absent, .damaged, nil:
      console.print("There is no check in '\(file.path)': run 'northstar hook install'.")
      return .findings
    }
  }

  private func mergeDriver(_ installation: MergeDriver.Installation) -> String {
    switch installation {
    case .current: "Git merges strategies by meaning."
    case .other: "Git merges strategies as another version of northstar set it: run 'northstar hook install'."
    case .absent: "Git merges strategies line by line: run 'northstar hook install'."
    }
  }
}
