import ArgumentParser
import Decisions
import FoundationEssentials
import Git
import History
import StrategyModel
import StrategyStore

struct MergeDriverCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver",
    abstract: "Merge one file for git, by meaning",
    discussion: """
      Git runs this for files of a strategy once 'northstar hook install' has set it up. Changes to different fields \
      or items merge even if their lines touch. Conflicting changes are listed and put between git's usual markers. A \
      file that does not belong to a strategy is merged as git would merge it.

      The result replaces <ours>. Exits with 0 when everything is merged, with 1 when there are conflicts, and with \
      129 when it could not merge at all, so that git stops.

      Example:
        git config merge.northstar.driver 'northstar merge-driver %O %A %B %P %L'
      """,
    shouldDisplay: false)

  @Argument(help: "The common ancestor of the file, %O") var base: String
  @Argument(help: "Our file, which the result replaces, %A") var ours: String
  @Argument(help: "Their file, %B") var theirs: String
  @Argument(help: "The file's path in the repository, %P") var path: String
  @Argument(help: "The length of conflict markers, %L") var size = 7

  func run(in console: Console) throws -> ExitStatus {
    do {
      return try merge(in: console)
    } catch let failure as StrategyError {
      // Git takes any status up to 128 for a conflict that has been written to the file; the other side's work would be
      // lost.
      throw StrategyError(.badRequest, message: failure.message, help: failure.help)
    } catch let error as GitError {
      let failure = StrategyError(error)
      throw StrategyError(.badRequest, message: failure.message, help: failure.help)
    }
  }

  private func merge(in console: Console) throws -> ExitStatus {
    let here = URL(filePath: console.git.directory, directoryHint: .isDirectory)
    func file(_ name: String) -> URL { URL(filePath: name, relativeTo: here) }
    let old = try read(file(base))
    let (mine, other) = (try read(file(ours)), try read(file(theirs)))
    let place = place(in: console)
    if place?.isSheet == true, let text = SheetMerge(base: old.isEmpty ? nil : old, ours: mine, theirs: other).text {
      try write(text, to: file(ours))
      return .clean
    }
    // Git passes an empty file for one that did not exist.
    let merge = FileMerge(path: place?.inside ?? path, base: old.isEmpty ? nil : old, ours: mine, theirs: other)
    let isReadable = [old, mine, other].allSatisfy { text in
      text.isEmpty || FileMeaning(path: place?.inside ?? path, text: text).entity != nil
    }
    if place?.isDescription == true, case .merged(let text) = merge.outcome {
      try write(text ?? [], to: file(ours))
      return .clean
    }
    let labels = ConflictLabels(console.git)
    let marked = try merge.marked(LineMerge.Markers(ours: labels.ours, theirs: labels.theirs, size: size))
    try write(marked.text, to: file(ours))
    guard place?.isDescription == true, isReadable, case .conflict(let conflicts) = merge.outcome else {
      return marked.isClean ? .clean : .findings
    }
    for conflict in conflicts {
      console.note("conflict: \(path): \(conflict.summary(ours: labels.ours, theirs: labels.theirs))")
    }
    return .findings
  }

  /// In the strategy whose settings are on disk; without a working tree, nothing tells which of several it is.
  private func place(in console: Console) -> StrategyPath? {
    let candidates = StrategyPath.candidates(path)
    guard !candidates.isEmpty, let top = try? Repository.open(in: console.git).workTree else {
      return candidates.first
    }
    let directory = URL(filePath: top, directoryHint: .isDirectory)
    return candidates.first { place in
      let settings = StrategyPath(inside: Kind.settingsFile, of: place.folder).full
      return FileManager.default.fileExists(atPath: directory.appending(path: settings).path)
    }
  }

  private func read(_ file: URL) throws(StrategyError) -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: file)) } catch { throw .reading(file.path, error) }
  }

  /// Overwrites the file that git passed.
  private func write(_ text: [UInt8], to file: URL) throws(StrategyError) {
    do { try Data(text).write(to: file) } catch { throw .writing(file.path, error) }
  }
}
