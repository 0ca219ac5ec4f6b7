import Git

/// Finds names that a file system could confuse with one that a step adds, so that only one of the two would exist
/// there.
final class NameTwins {
  private let step: PushedStep
  private let repository: Repository
  private var folders: [[ArraySlice<UInt8>]: Folder] = [:]

  init(_ step: PushedStep, in repository: Repository) { (self.step, self.repository) = (step, repository) }

  /// The other name, of the file or of a folder around it; `nil` where there is none.
  func twin(of path: TreePath) throws -> String? {
    let names = path.names
    for depth in names.indices {
      let folder = try folder(Array(names[..<depth]))
      if let twin = folder.twin(of: Array(names[depth])) { return twin }
    }
    return nil
  }

  private func folder(_ names: [ArraySlice<UInt8>]) throws -> Folder {
    if let known = folders[names] { return known }
    let folder = Folder(
      before: try repository.names(in: names, of: step.parent.tree),
      after: try repository.names(in: names, of: step.commit.tree))
    folders[names] = folder
    return folder
  }

  private struct Folder {
    let known: Set<[UInt8]>
    let alike: [String: [[UInt8]]]

    init(before: [[UInt8]], after: [[UInt8]]) {
      known = Set(before)
      alike = Dictionary(grouping: after) { String(decoding: $0, as: UTF8.self).folded }
    }

    /// Two names that both existed before are not a fault of the push.
    func twin(of name: [UInt8]) -> String? {
      guard !known.contains(name) else { return nil }
      let others = alike[String(decoding: name, as: UTF8.self).folded, default: []]
      return others.first { $0 != name }.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
