import ArgumentParser
import Git
import History
import Insight
import Presentation
import StrategyStore

struct DiffCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed in meaning, and how risky it is",
    discussion: """
      Compares two revisions (A..B, or A...B from their merge base), a revision with the working tree (A), or the last \
      commit with the working tree. With --at, the strategy of that moment takes the place of the working tree. Formatting, order, comments, quoting and moved files do not count as changes.

      Each change is breaking (a definition, unit, direction or the NSM), risky (an owner, a limit, a target) or safe. \
      With --exit-code, exits with 1 when there is any change.

      Examples:
        northstar diff
        northstar diff main..proposal/count-only-long-meetings
        northstar diff main... --format markdown
      """)

  @Argument(help: "A revision, or two: A, A..B, A...B", completion: .revisions)
  var range: String?

  @Flag(help: "Compare with the content of the next commit")
  var staged = false

  @Flag(help: "Exit with 1 when there is any change")
  var exitCode = false

  @Option(help: "The output format")
  var format = DiffFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let sides = try sources(in: console)
    let old = try LoadedMeaning(sides.old, choosing: reading.strategy)
    let new = try LoadedMeaning(sides.new, choosing: reading.strategy)
    let changes = old.snapshot.changes(to: new.snapshot)
    for (side, meaning) in [(sides.old, old), (sides.new, new)] {
      for file in meaning.snapshot.broken {
        console.session.limits.add(["\(file.path) cannot be read in \(side.name): \(file.reason)"])
      }
    }
    if changes.isEmpty, format == .text {
      console.note("Nothing differs in meaning between \(sides.old.name) and \(sides.new.name).")
    }
    console.show(try format.render(changes, sides.old.name, sides.new.name, console.limits))
    return exitCode && !changes.isEmpty ? .findings : .clean
  }

  private func sources(in console: Console) throws -> (old: Source, new: Source) {
    let repository = try Repository.open(in: console.git)
    if let at = reading.at { return try sources(at: at, repository, in: console) }
    guard let range, let dots = range.firstRange(of: "..") else {
      let other = try staged ? Source.index(in: console.git) : .workingTree(in: console.git)
      return (try repository.source(range ?? "HEAD"), other)
    }
    if staged { throw StrategyError(.badRequest, message: "--staged goes with one revision, not with two") }
    let isSymmetric = range[dots.upperBound...].hasPrefix(".")
    let first = range[..<dots.lowerBound].orHead
    let second = range[dots.upperBound...].dropFirst(isSymmetric ? 1 : 0).orHead
    let new = try repository.source(second)
    guard isSymmetric else { return (try repository.source(first), new) }
    let base = try repository.mergeBase(first, second)
    return (.revision(base, in: repository, label: "where \(first) and \(second) parted"), new)
  }

  /// The strategy at a moment, compared with a revision, else with the commit before.
  private func sources(
    at moment: String, _ repository: Repository, in console: Console
  ) throws -> (old: Source, new: Source) {
    guard !staged, range?.contains("..") != true else {
      throw StrategyError(.badRequest, message: "--at goes with one revision or none, and not with --staged")
    }
    let commit = try console.session.commit(at: moment, in: repository).commit
    let new = Source.revision(commit, in: repository, label: moment)
    if let range { return (try repository.source(range), new) }
    guard let parent = commit.parents.first else {
      throw StrategyError(.refused, message: "nothing was committed before \(moment.visible)")
    }
    let label = "the commit before \(moment.visible)"
    return (.revision(try repository.commit(parent), in: repository, label: label), new)
  }
}

enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown

  fileprivate func render(_ changes: [EntityChange], _ old: String, _ new: String, _ notes: [String]) throws -> String {
    switch self {
    case .text: changes.map { ChangeReport.text($0).joined(separator: "\n") + "\n" }.joined()
    case .markdown:
      ChangeReport.markdown(changes, from: old, to: new)
        + notes.map { "\n> **Note:** \(Markdown.escaped($0))\n" }.joined()
    case .json:
      try encodeJSON(
        [
          "formatVersion": "1.0", "old": .string(old), "new": .string(new),
          "changes": .array(changes.map(ChangeReport.json)),
        ] as JSONValue, notes: notes)
    }
  }
}

extension Substring {
  fileprivate var orHead: String { isEmpty ? "HEAD" : String(self) }
}
