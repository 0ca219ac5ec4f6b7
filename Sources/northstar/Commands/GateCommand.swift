import ArgumentParser
import Git
import Governance
import Presentation
import StrategyStore

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Refuse pushes to a server that their authors are not entitled to make",
    discussion: """
      Judges what a push does to the protected branches: the main branch, in a bare repository also the branch of \
      HEAD, and the branches that 'git config --add northstar.protected <name or pattern>' names. Each commit must be \
      a safe change by somebody in people/, or the landing of a proposal that has its approvals. Policy, people and \
      keys are those of the branch before the push. The result must have no new errors.

      A push that takes longer than 60 seconds to judge is refused; 'git config northstar.gateTimeout <seconds>' in the \
      server's repository sets another limit.

      Exits with 0 when the push may pass and with 1 when it is refused; any other code means that the gate failed, \
      and the push must not pass.

      Examples:
        northstar gate install
        northstar gate verify origin/main..HEAD
      """,
    subcommands: [
      GatePreReceiveCommand.self, GateUpdateCommand.self, GateVerifyCommand.self, GateInstallCommand.self,
    ])
}

struct GatePreReceiveCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-receive",
    abstract: "Judge a push as git's pre-receive hook",
    discussion: """
      Reads the lines '<old> <new> <reference>' that git passes to the hook.

      Example:
        northstar gate pre-receive
      """)

  func run(in console: Console) throws -> ExitStatus {
    var moves: [ReferenceMove] = []
    while let line = console.input.next() {
      if !line.isEmpty { moves.append(try ReferenceMove(line: line)) }
    }
    return try console.judge(moves, by: Gate(in: console.session))
  }
}

struct GateUpdateCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Judge one reference of a push as git's update hook",
    discussion: """
      Example:
        northstar gate update "$1" "$2" "$3"
      """)

  @Argument(help: "The reference, in full")
  var reference: String

  @Argument(help: "The commit that it points to, or zeros")
  var old: String

  @Argument(help: "The commit that it would point to, or zeros")
  var new: String

  func run(in console: Console) throws -> ExitStatus {
    try console.judge([try ReferenceMove(reference, old: old, new: new)], by: Gate(in: console.session))
  }
}

struct GateVerifyCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Give the gate's verdict on local commits, for CI",
    discussion: """
      Judges A..B as a push that moves a protected branch from A to B. The clone needs the whole history between.

      Examples:
        northstar gate verify origin/main..HEAD
        northstar gate verify 1a2b3c4..main
      """)

  @Argument(help: "The commits: A..B", completion: .revisions)
  var range: String

  @Option(help: "The branch that they would land on (default: the main branch)", completion: .revisions)
  var branch: String?

  func run(in console: Console) throws -> ExitStatus {
    guard let dots = range.firstRange(of: ".."), !range[dots.upperBound...].hasPrefix(".") else {
      throw StrategyError(
        .badRequest, message: "'\(range)' is not a range of commits", help: ["Give two, as in 'origin/main..HEAD'."])
    }
    let gate = try Gate(in: console.session)
    let (old, new) = (String(range[..<dots.lowerBound]), String(range[dots.upperBound...]))
    let name = try branch ?? gate.repository.mainBranch()
    let reference =
      name.hasPrefix("refs/") ? name : "refs/heads/\(name.hasPrefix("origin/") ? String(name.dropFirst(7)) : name)"
    let move = ReferenceMove(
      reference, from: try gate.repository.resolve(old.isEmpty ? "HEAD" : old).id,
      to: try gate.repository.resolve(new.isEmpty ? "HEAD" : new).id)
    return try console.judge([move], by: gate, protecting: ProtectedBranches(only: reference))
  }
}

extension Console {
  /// Judges a push, and prints the refusals.
  fileprivate func judge(
    _ moves: [ReferenceMove], by gate: Gate, protecting branches: ProtectedBranches? = nil
  ) throws -> ExitStatus {
    let limit = try GateTimeLimit(of: gate.repository)
    let verdict = try limit.hold(gate) {
      Northstar.report($0, in: self).rawValue
    } _: {
      try gate.judge(moves, protecting: branches ?? ProtectedBranches(of: gate.repository))
    }
    return try report(verdict)
  }

  private func report(_ verdict: GateVerdict) throws -> ExitStatus {
    for (reference, refusals, findings) in verdict.refused {
      if let findings { ask(try CheckFormat.text.render(findings, in: self)) }
      note("northstar: '\(reference.shortBranch.visible)' is refused")
      for refusal in refusals { note("  \(refusal.line)") }
      var said: Set<String> = []
      for refusal in refusals {
        for help in refusal.help.map(PrintedCommands(strategy: refusal.strategy).words) where said.insert(help).inserted
        {
          note("help: \(help.visible)")
        }
      }
    }
    return verdict.refused.isEmpty ? .clean : .findings
  }
}
