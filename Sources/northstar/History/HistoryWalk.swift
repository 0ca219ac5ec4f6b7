import Git
import History
import StrategyModel

/// Reads the part of a strategy's history that an index does not have yet, and adds it there.
struct HistoryWalk {
  /// What was walked, up to what the index had already.
  let line: FirstParentLine
  let folders: StrategyFolders
  /// Whether a shallow clone leaves out how it began.
  let isCut: Bool

  init(
    from tip: Commit, _ strategy: Strategy, _ kinds: [Kind], _ fields: Set<String>?, beyond index: inout HistoryIndex,
    _ repository: Repository
  ) throws {
    let last = index.commits.last?.id
    line = try repository.firstParentLine(from: tip.id) { $0 == last }
    // History that does not lead to what was known is another one.
    if case .known = line.end {} else { index = HistoryIndex() }
    let id = strategy.settings?.id?.value
    let found = try repository.strategyLine(
      line, folder: strategy.folder, named: [Kind.settingsFile], folders: kinds.compactMap(\.folder),
      suffixes: Kind.suffixes, workers: 2
    ) { text in FileMeaning(path: Kind.settingsFile, text: text).entity?.key.id == id }
    folders = found.folders
    isCut = line.end == .cut
    let newest = index.commits.count + line.commits.count - 1
    index.commits += line.commits.reversed().map { ($0.id, $0.time) }
    try HistoryWalk.read(found, fields, newest: newest, tip, repository, into: &index)
  }

  /// Reads every version of every file once, and keeps it where it says something else than the one before.
  private static func read(
    _ line: StrategyLine, _ fields: Set<String>?, newest: Int, _ tip: Commit, _ repository: Repository,
    into index: inout HistoryIndex
  ) throws {
    let source = Source.revision(tip, in: repository)
    let read = source.read(line.events.map(\.file), workers: 2) { file, bytes in
      bytes.map { FileMeaning(path: file.path, text: $0, fields: fields) }
    }
    var said: [String: FileMeaning] = [:]
    for step in index.steps { for (path, meaning) in step.changes { said[path] = meaning } }
    var changes: [(path: String, meaning: FileMeaning?)] = []
    for position in line.events.indices.reversed() {
      let event = line.events[position]
      let path = event.file.path
      let meaning = event.isRemoved ? nil : try HistoryWalk.meaning(read[position])
      if said[path] != meaning { changes.append((path, meaning)) }
      said[path] = meaning
      let isLast = position == 0 || line.events[position - 1].position != event.position
      guard isLast, !changes.isEmpty else { continue }
      index.steps.append(HistoryIndex.Step(ordinal: newest - event.position, changes: changes))
      changes = []
    }
  }

  /// A link or submodule is a broken file; an object that can't be read is an error, never the end of history.
  static func meaning(_ read: Result<FileMeaning, GitError>) throws -> FileMeaning {
    do {
      return try read.get()
    } catch {
      guard error.code == .notAFile else { throw error }
      return .broken(error.message)
    }
  }
}
