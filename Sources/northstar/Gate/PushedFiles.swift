import Git
import StrategyModel

/// What a step does to files as files, whatever they mean.
struct PushedFiles {
  let step: PushedStep
  /// The strategy's.
  private let folder: String
  private let repository: Repository

  init(_ step: PushedStep, in folder: String, of repository: Repository) {
    self.step = step
    self.folder = folder
    self.repository = repository
  }

  /// Whether a step is a decision, which may do more than add.
  func refusals(isLanding: Bool) throws -> [Refusal] {
    try step.files.sorted { $0.key < $1.key }.compactMap { path, change in
      let name = path.description
      guard let inner = StrategyPath(name, in: folder)?.inside else { return nil }
      let isNew = try repository.file(path, in: step.parent.tree) == nil
      let reason = try flaw(inner, change, isNew: isNew) ?? (isLanding ? nil : shrinking(inner, path, change))
      return reason.map { Refusal($0, in: step.commit, of: name) }
    }
  }

  private func flaw(_ inner: String, _ change: FileChange, isNew: Bool) -> String? {
    if case .removal = change { return nil }
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let top = parts.first, let name = parts.last else { return nil }
    let places = Kind.folders + [Kind.settingsFile, ReadingSheet.folder]
    guard places.contains(top) else {
      let twin = places.first { $0.folded == top.folded }
      return twin.map { "on a disk that knows no case it would be in '\($0)'" }
    }
    if case .object(_, let mode) = change, mode != .regular, mode != .executable {
      return "a link or a submodule stands where the strategy has files"
    }
    let isStrategys = Kind.suffixes.contains { name.folded.hasSuffix($0) }
    guard isStrategys, isNew, top != ReadingSheet.folder else { return nil }
    if parts.contains(where: { $0.hasPrefix(".") }) {
      return "a name that begins with a dot hides it from the strategy"
    }
    let isPlain = inner.utf8.allSatisfy { byte in
      !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && (0x21...0x7E).contains(byte)
    }
    return isPlain ? nil : "its name is not in lower-case letters, digits and dashes"
  }

  /// Readings are measured once and never changed.
  private func shrinking(_ inner: String, _ path: TreePath, _ change: FileChange) throws -> String? {
    guard StrategyPath(inside: inner, of: folder).isSheet,
      let before = try repository.file(path, in: step.parent.tree)
    else { return nil }
    let old = try repository.contents(of: before)
    let isKept =
      switch change {
      case .object(let id, _): try PushedFiles.adds(repository.text(of: id), to: old)
      case .text(let text, _): PushedFiles.adds(text, to: old)
      case .removal: false
      }
    return isKept ? nil : "readings are only added to"
  }

  /// Whether a text is another one and further lines; a last line without an end must not grow.
  private static func adds(_ text: [UInt8], to old: [UInt8]) -> Bool {
    guard text.starts(with: old) else { return false }
    let added = text.dropFirst(old.count)
    guard let last = old.last, last != 0x0A, let next = added.first else { return true }
    return next == 0x0A || last != 0x0D && added.starts(with: [0x0D, 0x0A])
  }
}
