import Decisions
import Diagnostics
package import Git
import StrategyModel
import StrategyStore

/// The strategy after landing one proposal, in memory.
package struct OpenChange {
  let id: String
  /// The conflicts between it and the branch.
  let conflicts: [MergeConflict]
  /// New texts by path from the repository's top; `nil` for a file to remove.
  let texts: [String: [UInt8]?]
  /// The errors that it alone would add; known after `check`.
  private(set) var errors: [Diagnostic] = []
  let reach: ChangeReach
  /// The changed files, read once.
  private let files: [String: StrategyFile]

  package init(_ id: String, at tip: Commit, onto destination: TargetStrategy) throws {
    let repository = destination.target.repository
    guard let base = try repository.mergeBase(destination.target.tip.id, tip.id) else {
      throw StrategyError(message: "proposal '\(id)' and '\(destination.target.name)' have no commit in common")
    }
    let merge = try StrategyMerge(base: base, ours: destination.target.tip.id, theirs: tip.id, in: repository)
    var texts: [String: [UInt8]?] = [:]
    for (path, change) in merge.changes where destination.holds(path.description) {
      switch change {
      case .text(let text, _): texts[path.description] = text
      case .object(let id, _): texts[path.description] = try repository.text(of: id)
      case .removal: texts[path.description] = .some(nil)
      }
    }
    self.id = id
    self.texts = texts
    conflicts = merge.conflicts
    files = destination.files(texts)
    reach = ChangeReach(try destination.changes(texts), ids: destination.ids)
  }

  package mutating func check(on destination: TargetStrategy) {
    if conflicts.isEmpty { errors = destination.newErrors(destination.strategy(with: files, texts)) }
  }

  /// The result of landing two proposals.
  func meets(_ other: OpenChange, on destination: TargetStrategy) -> PairOutcome {
    var texts = self.texts.merging(other.texts) { mine, _ in mine }
    var conflicts: [MergeConflict] = []
    var merged: Set<String> = []
    for path in Set(self.texts.keys).intersection(other.texts.keys).sorted() {
      let merge = FileMerge(
        path: destination.inner(path), base: destination.text(path), ours: self.texts[path] ?? nil,
        theirs: other.texts[path] ?? nil)
      switch merge.outcome {
      case .merged(let text): (texts[path], _) = (text, merged.insert(path))
      case .conflict(let found): conflicts += found.map { $0.located(at: path) }
      }
    }
    guard conflicts.isEmpty else { return .textual(conflicts) }
    guard reach.touches(other.reach) || !merged.isEmpty else { return .clean }
    var files = self.files.merging(other.files) { mine, _ in mine }
    for (path, file) in destination.files(texts.filter { merged.contains($0.key) }) { files[path] = file }
    let known = Set((errors + other.errors).map(\.fault))
    let found = destination.newErrors(destination.strategy(with: files, texts)).filter { !known.contains($0.fault) }
    return found.isEmpty ? .clean : .semantic(found)
  }
}

/// How two proposals interact.
enum PairOutcome: Sendable {
  case clean
  /// Both change the same thing.
  case textual([MergeConflict])
  /// Each is valid alone, but together they break rules.
  case semantic([Diagnostic])
}

extension Diagnostic {
  /// The identity of a fault, regardless of its line.
  var fault: [String] { ["\(rule)", subject, message] }
}
