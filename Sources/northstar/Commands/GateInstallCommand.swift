import ArgumentParser
import Git

struct GateInstallCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install the gate as a hook of a server's repository",
    discussion: """
      Writes the pre-receive hook, which judges a push as a whole, where git looks for it. An existing hook keeps all \
      its lines: northstar's are between two marks, before the others. Running this again changes nothing.

      Sets receive.fsckObjects as well, so that git refuses objects that it would never write itself.

      With --update, writes the update hook, which judges reference by reference: some may pass while others are \
      refused.

      Examples:
        northstar -C /srv/git/strategy.git gate install
        northstar gate install --update
      """)

  @Flag(help: "Judge reference by reference, in the update hook")
  var update = false

  func run(in console: Console) throws -> ExitStatus {
    let duty = update ? HookDuty.gateOfReference : .gate
    let file = try HookFile(for: duty, in: console)
    try requireSoundObjects(in: console)
    let found = try file.read()
    guard found?.installation != .current else {
      console.print("The gate is already in '\(file.path)'.")
      return .clean
    }
    var script = found ?? HookScript(for: duty)
    script.install()
    try file.write(script)
    console.print(found == nil ? "Made '\(file.path)'." : "Put the gate into '\(file.path)'; its own lines stay.")
    console.print(
      "From now on, git refuses a push to a protected branch by somebody who is not entitled to its changes.")
    if !console.isOnPath {
      console.note("note: there is no 'northstar' on the PATH yet; until there is, every push is refused")
    }
    if !file.isOwn { console.print("core.hooksPath names that folder: all repositories that use it run the hook.") }
    return .clean
  }

  private func requireSoundObjects(in console: Console) throws {
    let repository = try Repository.open(in: console.git)
    let name = "receive.fsckObjects"
    guard repository.setting(name) == nil else { return }
    let answer = try repository.git(["config", name, "true"])
    guard answer.succeeded else { throw GitError.git("set \(name)", answer) }
    console.print("Set \(name), so that git itself refuses damaged objects.")
  }
}
