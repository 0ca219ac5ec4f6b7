import Diagnostics
import Foundation
import Git
import StrictYAML

/// Corrects the faults that have one safe correction, in the files of the working tree.
struct SafeFixes {
  private let environment: CommandEnvironment
  private let choice: String?

  init(_ environment: CommandEnvironment, choosing choice: String?) {
    self.environment = environment
    self.choice = choice
  }

  /// Writes each corrected file as a whole, or not at all; works out every text before it writes the first.
  func apply() throws {
    let loaded = try LoadedStrategies(.workingTree(in: environment.git), choosing: choice)
    let findings = try Findings(loaded, in: environment)
    var rewrites: [FileRewrite] = []
    for (path, diagnostics) in Dictionary(grouping: findings.diagnostics, by: \.location.path).sorted(by: {
      $0.key < $1.key
    }) {
      let edits = disjoint(diagnostics.compactMap { $0.fixes.first { $0.safety == .safe } }.flatMap(\.edits))
      guard !edits.isEmpty, let text = loaded.text(of: path) else { continue }
      rewrites.append(FileRewrite(path: path, old: text, new: try TextEdit.apply(edits, to: text)))
    }
    try rewrites.write(in: loaded.source)
    for rewrite in rewrites { environment.note("corrected \(rewrite.path)") }
  }

  /// Edits that do not touch each other, the first of those that do; the next run sees to the rest.
  private func disjoint(_ edits: [TextEdit]) -> [TextEdit] {
    var kept: [TextEdit] = []
    for edit in edits.sorted(by: { $0.range.lower < $1.range.lower })
    where kept.last.map({ $0.range.upper < edit.range.lower }) ?? true {
      kept.append(edit)
    }
    return kept
  }
}
