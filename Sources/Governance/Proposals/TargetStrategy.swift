import Diagnostics
import Git
import History
import Rules
import StrategyModel
import StrategyStore

/// The strategy on which proposals would land, read once.
package struct TargetStrategy {
  let target: TargetBranch
  let strategy: Strategy
  let ids: Set<String>
  private let loaded: LoadedStrategies
  private let errors: Set<[String]>

  package init(_ target: TargetBranch, choosing choice: String?) throws {
    self.target = target
    let source = Source.revision(target.tip, in: target.repository, label: target.name)
    loaded = try LoadedStrategies(source, choosing: choice)
    strategy = try loaded.only()
    ids = Set(target.snapshot.entities.keys.map(\.id))
    errors = Set(Check(strategy, today: target.today).diagnostics.filter { $0.severity == .error }.map(\.fault))
  }

  /// Whether a path belongs to this strategy.
  func holds(_ path: String) -> Bool { StrategyPath(path, in: strategy.folder)?.isDescription == true }

  func inner(_ path: String) -> String { StrategyPath(path, in: strategy.folder)?.inside ?? path }

  func text(_ path: String) -> [UInt8]? { loaded.text(of: path) }

  func files(_ texts: [String: [UInt8]?]) -> [String: StrategyFile] {
    texts.reduce(into: [:]) { files, entry in
      files[entry.key] = entry.value.map { StrategyFile(path: entry.key, in: strategy.folder, text: $0) }
    }
  }

  /// The strategy with some files replaced by changed ones.
  func strategy(with files: [String: StrategyFile], _ texts: [String: [UInt8]?]) -> Strategy {
    let kept = strategy.files.filter { texts[$0.path] == nil }
    return Strategy(folder: strategy.folder, files: kept + files.filter { texts[$0.key] != .some(nil) }.map(\.value))
  }

  /// The errors that the branch does not have.
  func newErrors(_ changed: Strategy) -> [Diagnostic] {
    Check(changed, today: target.today).diagnostics.filter { $0.severity == .error && !errors.contains($0.fault) }
  }

  func changes(_ texts: [String: [UInt8]?]) throws -> [EntityChange] {
    let paths = texts.keys.sorted()
    let old = Snapshot(paths.compactMap { path in meaning(path, text(path)) })
    let new = Snapshot(paths.compactMap { path in meaning(path, texts[path] ?? nil) })
    return old.changes(to: new)
  }

  private func meaning(_ path: String, _ text: [UInt8]?) -> (path: String, meaning: FileMeaning)? {
    text.map { (inner(path), FileMeaning(path: inner(path), text: $0)) }
  }
}
