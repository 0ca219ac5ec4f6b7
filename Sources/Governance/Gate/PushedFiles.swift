import Git
import History
import StrategyModel
import StrictYAML

/// What a step does to files as files, regardless of their meaning.
struct PushedFiles {
  let step: PushedStep
  /// The strategy's.
  private let folder: String
  private let repository: Repository
  private let twins: NameTwins

  init(_ step: PushedStep, in folder: String, of repository: Repository) {
    self.step = step
    self.folder = folder
    self.repository = repository
    twins = NameTwins(step, in: repository)
  }

  func refusals(in calendar: PeriodCalendar) throws -> [Refusal] {
    try step.files.sorted { $0.key < $1.key }.compactMap { path, change in
      let name = path.description
      guard let inner = StrategyPath(name, in: folder)?.inside else { return nil }
      let isNew = try repository.file(path, in: step.parent.tree) == nil
      let reason =
        try flaw(inner, change, isNew: isNew) ?? nameFlaw(inner, path, change, isNew: isNew)
        ?? misplacement(inner, path, change)
        ?? growth(of: path, in: calendar).flaw
      return reason.map { Refusal($0, in: step.commit, of: name) }
    }
  }

  /// What the step does to readings; nothing to other files.
  func growth(of path: TreePath, in calendar: PeriodCalendar) throws -> SheetGrowth {
    guard path.isSheet(in: folder), let change = step.files[path] else {
      return SheetGrowth(from: nil, to: nil, in: calendar)
    }
    let old = try repository.file(path, in: step.parent.tree).map { try repository.contents(of: $0) }
    return SheetGrowth(from: old, to: try repository.text(of: change), in: calendar)
  }

  /// Deciders are looked up by path: an entity at another path would be missed.
  private func misplacement(_ inner: String, _ path: TreePath, _ change: FileChange) throws -> String? {
    guard StrategyPath(inside: inner, of: folder).isDescription, let key = key(inner, try repository.text(of: change))
    else { return nil }
    let home = key.kind.home(of: key.id)
    guard !inner.isExactly(home) else { return nil }
    let before = try repository.file(path, in: step.parent.tree).map { try repository.contents(of: $0) }
    return key == self.key(inner, before) ? nil : "it is \(key), which belongs in '\(home)'"
  }

  private func key(_ inner: String, _ text: [UInt8]?) -> EntityKey? {
    text.flatMap { FileMeaning(path: inner, text: $0, fields: []).entity?.key }
  }

  /// Why a colleague on another system would get a different file or no clone at all; `nil` when nothing is wrong.
  private func nameFlaw(_ inner: String, _ path: TreePath, _ change: FileChange, isNew: Bool) throws -> String? {
    guard isNew, change != .removal else { return nil }
    guard String(validating: path.bytes, as: UTF8.self) != nil else { return "its name is not UTF-8" }
    if let flaw = PortableName.flaw(of: inner) { return flaw }
    return try twins.twin(of: path).map { "some file systems cannot tell it from '\($0)'" }
  }

  private func flaw(_ inner: String, _ change: FileChange, isNew: Bool) -> String? {
    if case .removal = change { return nil }
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let top = parts.first, let name = parts.last else { return nil }
    let places = Kind.folders + [Kind.settingsFile, ReadingsFile.folder]
    guard places.contains(top) else {
      let twin = places.first { $0.folded == top.folded }
      return twin.map { "on a case-insensitive file system it would be in '\($0)'" }
    }
    if case .object(_, let mode) = change, mode != .regular, mode != .executable {
      return "a link or a submodule is in a place for the strategy's files"
    }
    let isStrategys = Kind.suffixes.contains { name.folded.hasSuffix($0) }
    guard isStrategys, isNew, top != ReadingsFile.folder else { return nil }
    if parts.contains(where: { $0.hasPrefix(".") }) {
      return "its name begins with a dot, which hides it from the strategy"
    }
    let isPlain = inner.utf8.allSatisfy { byte in
      !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && (0x21...0x7E).contains(byte)
    }
    return isPlain ? nil : "its name is not in lower-case letters, digits and dashes"
  }

  /// The sheets that the step touches.
  var sheets: [TreePath] { step.files.keys.filter { $0.isSheet(in: folder) }.sorted() }
}
