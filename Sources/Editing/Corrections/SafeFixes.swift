import Diagnostics
import Git
package import StrategyStore
import StrictYAML

/// Corrects the faults that have one safe correction, in the files of the working tree.
package struct SafeFixes {
  private let session: Session
  private let choice: String?

  package init(_ session: Session, choosing choice: String?) {
    self.session = session
    self.choice = choice
  }

  /// A corrected name may reveal faults below it, so there are several passes; a few are enough for text of any depth.
  static let passes = 20

  /// Returns the paths of the corrected files, each once.
  package func apply() throws -> [String] {
    var corrected: [String] = []
    for _ in 0..<SafeFixes.passes {
      let paths = try applyOnce()
      if paths.isEmpty { break }
      corrected += paths
    }
    return corrected.unique
  }

  /// Writes each corrected file as a whole, or not at all; computes every text before it writes the first.
  private func applyOnce() throws -> [String] {
    let loaded = try LoadedStrategies(.workingTree(in: session.git), choosing: choice)
    let findings = try Findings(loaded, in: session)
    var rewrites: [FileRewrite] = []
    for (path, diagnostics) in Dictionary(grouping: findings.diagnostics, by: \.location.path).sorted(by: {
      $0.key < $1.key
    }) {
      guard let text = loaded.text(of: path) else { continue }
      let new = try SafeFixes.text(text, correcting: diagnostics)
      if new != text { rewrites.append(FileRewrite(path: path, old: text, new: new)) }
    }
    try rewrites.write(in: loaded.source)
    return rewrites.map(\.path)
  }

  /// The text of a file after one pass.
  ///
  /// - Parameter diagnostics: those of this file.
  static func text(_ text: [UInt8], correcting diagnostics: [Diagnostic]) throws -> [UInt8] {
    let edits = disjoint(diagnostics.compactMap { $0.fixes.first { $0.safety == .safe } }.flatMap(\.edits))
    return edits.isEmpty ? text : try TextEdit.apply(edits, to: text)
  }

  /// Edits that do not overlap; of overlapping ones the first. The next run applies the rest.
  private static func disjoint(_ edits: [TextEdit]) -> [TextEdit] {
    var kept: [TextEdit] = []
    for edit in edits.sorted(by: { $0.range.lower < $1.range.lower })
    where kept.last.map({ $0.range.upper < edit.range.lower }) ?? true {
      kept.append(edit)
    }
    return kept
  }
}
