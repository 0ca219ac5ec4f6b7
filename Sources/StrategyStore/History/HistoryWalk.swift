import Git
import History
import StrategyModel

/// The events in a strategy's files along first parents, from a commit back to the beginning or to the part that is
/// already known.
struct HistoryWalk {
  /// Where an earlier walk ended.
  struct Known {
    let last: ObjectID
    let count: Int
    /// The content of each file after the last commit.
    let said: () -> [String: FileMeaning]?
  }

  /// The commits that were walked, newest first, up to the known part.
  let line: FirstParentLine
  let folders: StrategyFolders
  /// Whether a shallow clone leaves out the beginning.
  let isCut: Bool
  /// Whether the walk reached the known part; if not, that part belongs to another history.
  var continues: Bool { if case .known = line.end { true } else { false } }
  /// One for each commit that changed the content of the files, oldest first.
  private(set) var steps: [(ordinal: Int, changes: [(path: String, meaning: FileMeaning?)])] = []

  /// - Parameters:
  ///   - kinds: the kinds to read; everything else is skipped.
  ///   - fields: the top-level fields to read (default: all).
  ///   - word: read a file only from where it mentions this word (default: read all files).
  init(
    from tip: Commit, _ strategy: Strategy, _ kinds: [Kind], _ fields: Set<String>?, mentioning word: String? = nil,
    upTo known: Known? = nil, _ repository: Repository
  ) throws {
    var line = try repository.firstParentLine(from: tip.id) { $0 == known?.last }
    var said: [String: FileMeaning]? = [:]
    if case .known = line.end { said = known?.said() }
    if said == nil { line = try repository.firstParentLine(from: tip.id) }
    self.line = line
    let id = strategy.settings?.id?.value
    let found = try repository.strategyLine(
      line, folder: strategy.folder, named: [Kind.settingsFile], folders: kinds.compactMap(\.folder),
      suffixes: Kind.suffixes, workers: 2
    ) { text in FileMeaning(path: Kind.settingsFile, text: text).entity?.key.id == id }
    folders = found.folders
    isCut = line.end == .cut
    let newest = (continues ? known?.count ?? 0 : 0) + line.commits.count - 1
    let reading = Reading(fields: fields, word: word.map { Array($0.utf8) }, source: .revision(tip, in: repository))
    try read(found, reading, newest: newest, said ?? [:])
  }

  /// Reads every version of every file once, and keeps it if its content differs from the previous version.
  private mutating func read(
    _ line: MainlineFiles, _ reading: Reading, newest: Int, _ saidBefore: [String: FileMeaning]
  ) throws {
    let read = reading.source.read(line.events.map(\.file), workers: 2) { file, bytes in
      bytes.map {
        reading.passesOver($0, file.path) ? nil : FileMeaning(path: file.path, text: $0, fields: reading.fields)
      }
    }
    var said = saidBefore
    var changes: [(path: String, meaning: FileMeaning?)] = []
    for position in line.events.indices.reversed() {
      let event = line.events[position]
      let path = event.file.path
      var meaning = event.isRemoved ? nil : try HistoryWalk.meaning(read[position])
      if !event.isRemoved, meaning == nil, said[path] != nil {
        // A file that was about the entity stays relevant, whatever it says now.
        meaning = FileMeaning(path: path, text: try reading.source.read(event.file), fields: reading.fields)
      }
      if said[path] != meaning { changes.append((path, meaning)) }
      said[path] = meaning
      let isLast = position == 0 || line.events[position - 1].position != event.position
      guard isLast, !changes.isEmpty else { continue }
      steps.append((newest - event.position, changes))
      changes = []
    }
  }

  /// A link or submodule is a broken file; an object that cannot be read is an error, never the end of history.
  static func meaning(_ read: Result<FileMeaning?, GitError>) throws -> FileMeaning? {
    do {
      return try read.get()
    } catch {
      guard error.code == .notAFile else { throw error }
      return .broken(error.message)
    }
  }
}

extension HistoryWalk {
  /// The parts to read of each file.
  private struct Reading: Sendable {
    let fields: Set<String>?
    let word: [UInt8]?
    let source: Source

    /// Whether a text cannot be about the requested entity. An id may be written with escapes, and a team's file names
    /// its former ids.
    func passesOver(_ text: [UInt8], _ path: String) -> Bool {
      guard let word, !path.hasPrefix("\(Kind.team.folder ?? "")/") else { return false }
      return !text.holds(word) && !text.contains(UInt8(ascii: "\\"))
    }
  }
}
