package import Git
import History
package import StrategyModel
package import StrategyStore
package import StrictYAML

/// A strategy at a branch's tip with changes in memory; paths are relative to the strategy's folder.
package struct StrategyDraft {
  /// The strategy at the tip.
  package let strategy: Strategy
  package let tip: Commit
  package let today: Day
  /// References to change in the same step as the branch.
  package var references: [ReferenceUpdate] = []
  /// Parents after the tip, for a merge.
  package var otherParents: [ObjectID] = []
  /// Files outside the strategy that change together with it.
  package var others: [TreePath: FileChange] = [:]
  /// Whether a commit is made even if no file changes.
  var mayBeEmpty = false
  /// New texts; `nil` for a removed file.
  private(set) var texts: [String: [UInt8]?] = [:]
  private let loaded: LoadedStrategies
  /// Files of readings at the tip, as far as they were opened.
  private var sheets: [String: [UInt8]] = [:]

  init(_ loaded: LoadedStrategies, _ strategy: Strategy, tip: Commit, today: Day) {
    (self.loaded, self.strategy, self.tip, self.today) = (loaded, strategy, tip, today)
  }

  /// The content of a file as changed so far; `nil` when there is no such file.
  package func text(of path: String) -> [UInt8]? {
    if let changed = texts[path] { return changed }
    return tipText(of: path)
  }

  /// The content of a file at the tip; `nil` when there is no such file, or it has not been opened.
  package func tipText(of path: String) -> [UInt8]? { sheets[path] ?? loaded.text(of: fullPath(path)) }

  /// Reads a file of readings, so that it can be changed; throws when it exists but cannot be read.
  mutating func openSheet(_ path: String) throws {
    guard sheets[path] == nil else { return }
    sheets[path] = try loaded.sheetText(of: fullPath(path), in: strategy)
  }

  /// The strategy at the tip with everything that was measured.
  package func measured() throws -> Strategy {
    try loaded.withReadings().strategies.first { $0.folder == strategy.folder } ?? strategy
  }

  /// Replaces the text of a file, or creates it; a file of readings is opened first.
  package mutating func write(_ text: [UInt8], to path: String) {
    texts[path] = text == tipText(of: path) ? nil : .some(text)
  }

  package mutating func remove(_ path: String) {
    texts[path] = tipText(of: path) == nil ? nil : .some(nil)
  }

  /// Moves a file; throws if there is already a file at the new path.
  mutating func move(_ path: String, to other: String) throws(StrategyError) {
    guard path != other, let text = text(of: path) else { return }
    try requireFree(other)
    remove(path)
    write(text, to: other)
  }

  /// Changes one file and leaves every unaffected byte alone.
  package mutating func edit(_ path: String, _ changes: [Change]) throws(StrategyError) {
    let document = Document(parsing: text(of: path) ?? [])
    do {
      write(try document.applying(changes).text, to: path)
    } catch {
      let help: [Remedy] =
        error.code == .faultyText ? ["Fix the file first; \(run: .check) shows what is wrong."] : []
      throw StrategyError(message: "cannot edit '\(fullPath(path))': \(error.message)", help: help)
    }
  }

  /// Throws when a file exists, ignoring case: not every file system distinguishes it.
  package func requireFree(_ path: String) throws(StrategyError) {
    let wanted = fullPath(path).lowercased()
    let taken = strategy.files.first { $0.path.lowercased() == wanted && text(of: innerPath($0.path)) != nil }
    if let taken { throw StrategyError(message: "there is already a file '\(taken.path)'") }
  }

  /// From the repository's top.
  func fullPath(_ path: String) -> String { StrategyPath(inside: path, of: strategy.folder).full }

  /// Below the strategy's folder, of one of the strategy's files.
  package func innerPath(_ path: String) -> String { StrategyPath(path, in: strategy.folder)?.inside ?? path }
}

extension StrategyDraft {
  /// The strategy with the changes made.
  package func changed() -> Strategy {
    let changedPaths = Set(texts.keys.map(fullPath))
    let kept = strategy.files.filter { !changedPaths.contains($0.path) }
    let new = texts.compactMap { path, text in
      text.flatMap { text in
        Self.isDescription(path) ? StrategyFile(path: fullPath(path), in: strategy.folder, text: text) : nil
      }
    }
    var changed = Strategy(folder: strategy.folder, files: kept + new)
    changed.readings = Readings(changedSheets { $0.text(of: $1) }, calendar: changed.calendar)
    return changed
  }

  /// The changed files of readings as they were at the tip; only those are read.
  func tipReadings() -> Readings {
    Readings(changedSheets { $0.tipText(of: $1) }, calendar: strategy.calendar)
  }

  private func changedSheets(_ text: (StrategyDraft, String) -> [UInt8]?) -> [ReadingsFile] {
    texts.keys.filter(Self.isSheet).sorted().compactMap { path in
      text(self, path).map { text in
        ReadingsFile(
          path: fullPath(path), text: text, calendar: strategy.calendar,
          grain: strategy.grain(of: ReadingsFile.metric(of: path)))
      }
    }
  }

  /// What changes in meaning.
  func changes() -> [EntityChange] {
    let paths = texts.keys.filter(Self.isDescription)
    let old = Snapshot(paths.compactMap { path in meaning(path, tipText(of: path)) })
    let new = Snapshot(paths.compactMap { path in meaning(path, text(of: path)) })
    return old.changes(to: new)
  }

  /// For the tree of the commit.
  package func fileChanges() throws(GitError) -> [TreePath: FileChange] {
    var changes = others
    for (path, text) in texts { changes[try TreePath(fullPath(path))] = text.map { .text($0) } ?? .removal }
    return changes
  }

  /// The text of a checked path, for excerpts.
  func checkedText(of path: String) -> [UInt8]? { text(of: innerPath(path)) }

  private func meaning(_ path: String, _ text: [UInt8]?) -> (path: String, meaning: FileMeaning)? {
    text.map { (path, FileMeaning(path: path, text: $0)) }
  }

  private static func isSheet(_ path: String) -> Bool { StrategyPath(inside: path, of: "").isSheet }

  private static func isDescription(_ path: String) -> Bool { StrategyPath(inside: path, of: "").isDescription }
}
