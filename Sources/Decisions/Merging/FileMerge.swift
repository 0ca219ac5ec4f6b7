package import Git
import History
import StrictYAML

/// Merges three versions of one strategy file by meaning: two changes of different fields or items merge, even when
/// their lines touch.
///
/// When both sides changed the file, the result is our text with the other side's changes made in it, and with our
/// comments, order, quotes and line ends. Its meaning is always our meaning with the other side's changes.
package struct FileMerge: Sendable {
  package enum Outcome: Sendable, Equatable {
    /// `nil` when the file is removed.
    case merged([UInt8]?)
    /// Never empty.
    case conflict([MergeConflict])
  }

  package let outcome: Outcome
  private let path: String
  private let texts: Sides<[UInt8]>

  /// - Parameters:
  ///   - path: below the strategy's folder.
  ///   - base: `nil` on the sides that lack the file.
  package init(path: String, base: [UInt8]?, ours: [UInt8]?, theirs: [UInt8]?) {
    self.path = path
    texts = Sides(base: base, ours: ours, theirs: theirs)
    outcome = FileMerge.outcome(path, texts)
  }

  private static func outcome(_ path: String, _ texts: Sides<[UInt8]>) -> Outcome {
    if texts.ours == texts.base { return .merged(texts.theirs) }
    if texts.theirs == texts.base || texts.theirs == texts.ours { return .merged(texts.ours) }
    let meanings = texts.map { FileMeaning(path: path, text: $0) }
    if let conflict = conflictOfWholes(path, meanings) { return .conflict([conflict]) }
    let versions = meanings.map(\.entity)
    guard let key = versions.ours?.key ?? versions.theirs?.key else { return .merged(nil) }
    let merge = MeaningTreeMerge(parts(texts, key), of: key.kind, favouring: .ours)
    let conflicts = merge.conflicts.map { MergeConflict(path: path, entity: key, field: $0.field, $0.values) }
    guard conflicts.isEmpty else { return .conflict(conflicts) }
    guard let ours = texts.ours, texts.theirs != nil else { return .merged(nil) }
    let wanted = EntityChange(versions.base, versions.theirs).map { $0.applied(to: versions.ours) } ?? versions.ours
    func isWanted(_ text: [UInt8]) -> Bool { FileMeaning(path: path, text: text).entity == wanted }
    if let text = mergeLines(texts), isWanted(text) { return .merged(text) }
    if let text = edited(ours, merge.changes), isWanted(text) {
      return .merged(dressed(text, texts, key).flatMap { isWanted($0) ? $0 : nil } ?? text)
    }
    return .conflict([MergeConflict(path: path, entity: key, reason: "its changes cannot be written into one text")])
  }

  /// What prevents merging single fields; `nil` when nothing does.
  private static func conflictOfWholes(_ path: String, _ meanings: Sides<FileMeaning>) -> MergeConflict? {
    let all = [("base", meanings.base), ("ours", meanings.ours), ("theirs", meanings.theirs)]
    let key = meanings.ours?.entity?.key ?? meanings.theirs?.entity?.key ?? meanings.base?.entity?.key
    for (side, meaning) in all {
      if case .broken(let reason)? = meaning {
        return MergeConflict(path: path, entity: key, reason: "'\(side)' cannot be read: \(reason)")
      }
    }
    let keys = Set(all.compactMap { $0.1?.entity?.key }).sorted()
    guard keys.count > 1 else { return nil }
    let names = keys.map { "'\($0)'" }.joined(separator: " and ")
    return MergeConflict(path: path, entity: key, reason: "it describes \(names)")
  }

  private static func parts(_ texts: Sides<[UInt8]>, _ key: EntityKey) -> Sides<MeaningTree> {
    texts.map { MeaningTree(Document(parsing: $0), kind: key.kind) }
  }

  /// The text that git's own merge makes, with the comments of both sides; `nil` when lines are in conflict.
  private static func mergeLines(_ texts: Sides<[UInt8]>) -> [UInt8]? {
    guard let base = texts.base, let ours = texts.ours, let theirs = texts.theirs else { return nil }
    guard let merge = try? LineMerge(base: base, ours: ours, theirs: theirs), merge.isClean else { return nil }
    return merge.text
  }

  /// The merged text with the other side's comments and ways of writing, where no line of ours is in the way.
  ///
  /// The other side's text and the base with its changes differ only in these.
  private static func dressed(_ merged: [UInt8], _ texts: Sides<[UInt8]>, _ key: EntityKey) -> [UInt8]? {
    guard let base = texts.base, let theirs = texts.theirs else { return nil }
    let parts = parts(texts, key)
    let changes = MeaningTreeMerge(
      Sides(base: parts.base, ours: parts.base, theirs: parts.theirs), of: key.kind, favouring: .ours
    ).changes
    guard let plain = edited(base, changes) else { return nil }
    return LayoutDiff(plain: plain, own: theirs)?.adopted(by: merged)
  }

  private static func edited(_ text: [UInt8], _ changes: [Change]) -> [UInt8]? {
    try? Document(parsing: text).applying(changes).text
  }
}

extension FileMerge {
  /// The text for a person to resolve: everything that merges is merged, and only fields in conflict are between
  /// markers.
  ///
  /// Throws when an input is not text.
  package func marked(_ markers: LineMerge.Markers = LineMerge.Markers()) throws(GitError) -> LineMerge {
    if let texts = fieldwise {
      let marked = try LineMerge(base: texts.base, ours: texts.ours, theirs: texts.theirs, markers: markers)
      if !marked.isClean { return marked }
    }
    return try LineMerge(
      base: texts.base ?? [], ours: texts.ours ?? [], theirs: texts.theirs ?? [], markers: markers)
  }

  /// Texts that differ only in the fields in conflict.
  private var fieldwise: (base: [UInt8], ours: [UInt8], theirs: [UInt8])? {
    guard case .conflict(let conflicts) = outcome, conflicts.allSatisfy({ $0.field != nil }),
      let key = conflicts.first?.entity, let ours = texts.ours, texts.theirs != nil, texts.base != nil
    else { return nil }
    let parts = FileMerge.parts(texts, key)
    func text(_ favour: MeaningTreeMerge.Favour) -> [UInt8]? {
      FileMerge.edited(ours, MeaningTreeMerge(parts, of: key.kind, favouring: favour).changes)
    }
    guard let base = text(.base), let mine = text(.ours), let theirs = text(.theirs) else { return nil }
    return (base, mine, theirs)
  }
}
