import ArgumentParser
import Diagnostics
import Git
import Rules
import StrategyModel

struct CheckCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything in the strategy that does not hold together",
    discussion: """
      Reads the working tree, or with --staged what the next commit would hold, or any revision, in a bare \
      repository too. Nothing is written, unless --fix is given.

      Ends with 0 when nothing fails, 1 when there are errors, 128 when it could not run, 129 when called wrongly. \
      'northstar explain <rule>' says more about a rule.

      Examples:
        northstar check                       the files as they are
        northstar check --staged              what 'git commit' would record
        northstar check main                  a branch, a tag, a commit
        northstar check --since main          only what main did not have
        northstar check --format sarif        for code scanning
      """)

  @Argument(help: "The revision to check; the working tree unless given", completion: .revisions)
  var revision: String?

  @Flag(help: "Check what the next commit would hold")
  var staged = false

  @Option(help: "Report only what this revision did not have", completion: .revisions)
  var since: String?

  @Option(help: "How to print")
  var format = CheckFormat.text

  @Option(help: "The least severity that makes the check fail")
  var failOn = Severity.error

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @Flag(name: .shortAndLong, help: "Print findings only, no summary")
  var quiet = false

  @Flag(help: "Succeed where there is no strategy to check")
  var allowEmpty = false

  func validate() throws {
    if revision != nil && staged { throw ValidationError("a revision and --staged exclude each other") }
  }

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let loaded = try LoadedStrategies(try source(in: environment), choosing: strategy)
    if allowEmpty, loaded.strategies.isEmpty { return .clean }
    var findings = try Findings(loaded, in: environment)
    if let since { findings.remove(try earlierFindings(since, in: environment)) }
    environment.output.write(try format.render(findings, in: environment))
    if !quiet, format == .text { environment.note(findings.summary) }
    return findings.diagnostics.contains { $0.severity >= failOn } ? .findings : .clean
  }

  private func source(in environment: CommandEnvironment) throws -> Source {
    if let revision { return try Repository.open(in: environment.git).source(revision) }
    return staged ? try .index(in: environment.git) : try .workingTree(in: environment.git)
  }

  private func earlierFindings(_ since: String, in environment: CommandEnvironment) throws -> Findings {
    let source = try Repository.open(in: environment.git).source(since)
    return try Findings(try LoadedStrategies(source, choosing: strategy), in: environment)
  }
}

extension Repository {
  /// The files of a revision as the user named it.
  func source(_ revision: String) throws(GitError) -> Source {
    .revision(try resolve(revision), in: self, label: revision)
  }
}

extension Severity: ExpressibleByArgument {}
