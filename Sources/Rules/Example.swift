package import StrategyModel

/// Files laid over the small strategy (`SmallStrategy`), which has no faults of its own.
///
/// In a wrong example, `↓` comes before the first character of each place that the rule reports.
package struct Example: Sendable {
  package struct File: Sendable {
    package let path: String
    /// The text with its marks.
    package let marked: String
    /// Instead of a text: why the file cannot be read. A wrong example is reported at its beginning.
    package let problem: StrategyFile.Problem?

    package var text: String { marked.replacing("↓", with: "") }
    /// The lines that matter, with their marks: the whole text, or what differs from the small strategy's file.
    package var excerpt: String { Example.excerpt(of: marked, path: path) }
  }

  package let files: [File]
  /// Files of the small strategy that the example removes.
  package let removed: [String]
  /// Texts to be replaced that do not occur exactly once in the small strategy's file. Always empty: a test checks it.
  package let stale: [String]

  /// - Parameter text: the file's text; it gets a final line end.
  package init(_ path: String, _ text: String, removing removed: [String] = []) {
    self.init([(path, text)], removing: removed)
  }

  package init(_ files: [(path: String, text: String)], removing removed: [String] = []) {
    self.init(
      files.map { File(path: $0.path, marked: $0.text + "\n", problem: nil) },
      removing: removed)
  }

  /// The small strategy with one text of one file replaced.
  package init(_ path: String, replacing old: String, with new: String, removing removed: [String] = []) {
    self.init([(path, old, new)], removing: removed)
  }

  /// The small strategy with one text replaced in each of some files.
  package init(replacing changes: [(path: String, old: String, new: String)], removing removed: [String] = []) {
    self.init(changes, removing: removed)
  }

  /// Files of its own, and the small strategy with one text replaced in each of some files.
  package init(
    _ files: [(path: String, text: String)], replacing changes: [(path: String, old: String, new: String)]
  ) {
    let own = Example(files)
    let changed = Example(replacing: changes)
    self.init(own.files + changed.files, removing: [], stale: changed.stale)
  }

  /// A file that cannot be read as text.
  package init(_ path: String, unreadable problem: StrategyFile.Problem) {
    self.init([File(path: path, marked: "", problem: problem)], removing: [])
  }

  private init(_ changes: [(path: String, old: String, new: String)], removing removed: [String]) {
    var texts: [(path: String, text: String)] = []
    var stale: [String] = []
    for change in changes {
      let position = texts.firstIndex { $0.path == change.path }
      let before = position.map { texts[$0].text } ?? SmallStrategy.files[change.path] ?? ""
      if before.ranges(of: change.old).count != 1 { stale.append("\(change.path): \(change.old)") }
      let after = before.replacing(change.old, with: change.new)
      if let position {
        texts[position].text = after
      } else {
        texts.append((change.path, after))
      }
    }
    files = texts.map { File(path: $0.path, marked: $0.text, problem: nil) }
    self.removed = removed
    self.stale = stale
  }

  private init(_ files: [File], removing removed: [String], stale: [String] = []) {
    self.files = files
    self.removed = removed
    self.stale = stale
  }
}
