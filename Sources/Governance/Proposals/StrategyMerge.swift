import Decisions
import Git
import History
import StrategyModel

/// Two lines of work on a repository merged in memory: files of strategies by meaning, others line by line.
///
/// Nothing is moved and no reference changed. An entity whose file one side moved also gets the other side's changes.
struct StrategyMerge {
  /// The edits to our tree that cause no conflict.
  private(set) var changes: [TreePath: FileChange]
  /// By path, then by field.
  private(set) var conflicts: [MergeConflict] = []

  private let repository: Repository
  private let trees: (base: ObjectID?, ours: ObjectID, theirs: ObjectID)
  /// The places of files that each side added.
  private var added: (ours: [Owner: TreePath], theirs: [Owner: TreePath]) = ([:], [:])

  /// An entity of one of the strategies.
  private struct Owner: Hashable {
    let folder: String
    let key: EntityKey
  }

  /// - Parameter base: the merge base; `nil` where the lines have nothing in common.
  init(base: ObjectID?, ours: ObjectID, theirs: ObjectID, in repository: Repository) throws(GitError) {
    self.repository = repository
    trees = (
      base: try base.map { (id) throws(GitError) in try repository.commit(id).tree },
      ours: try repository.commit(ours).tree, theirs: try repository.commit(theirs).tree
    )
    let merge = try TreeMerge(base: trees.base, ours: trees.ours, theirs: trees.theirs, in: repository)
    changes = merge.changes
    if !merge.contested.isEmpty || !merge.changes.isEmpty { try findAdded() }
    for file in merge.contested { try settle(file) }
    try settleTwins()
    conflicts.sort { ($0.path, $0.field ?? "") < ($1.path, $1.field ?? "") }
  }

  // MARK: Contested files

  private mutating func settle(_ file: TreeMerge.Contested) throws(GitError) {
    let sides = [file.base, file.ours, file.theirs].compactMap(\.self)
    guard !file.isFolder, sides.allSatisfy(\.isText) else {
      return note(file.path, "both sides changed it")
    }
    let texts = try Texts(file, repository)
    guard let place = try strategyPath(file.path) else { return try settleLines(file, texts) }
    if try followMove(file, texts, place) { return }
    let merge = FileMerge(path: place.inside, base: texts.base, ours: texts.ours, theirs: texts.theirs)
    settle(merge, at: file.path, mode: file.mode, hasOurs: file.ours != nil)
  }

  private mutating func settle(_ merge: FileMerge, at path: TreePath, mode: FileMode? = nil, hasOurs: Bool) {
    switch merge.outcome {
    case .merged(let text?): changes[path] = .text(text, mode: mode)
    case .merged(nil): changes[path] = hasOurs ? .removal : nil
    case .conflict(let found): conflicts += found.map { $0.located(at: path.description) }
    }
  }

  private mutating func settleLines(_ file: TreeMerge.Contested, _ texts: Texts) throws(GitError) {
    guard let ours = texts.ours, let theirs = texts.theirs else {
      return note(file.path, "one side removed it and the other changed it")
    }
    if try repository.strategyPath(file.path, in: [trees.ours, trees.theirs])?.isSheet == true {
      if let text = SheetMerge(base: texts.base, ours: ours, theirs: theirs).text {
        changes[file.path] = .text(text, mode: file.mode)
        return
      }
      return note(file.path, "both sides added different values, or one changed rows that were there")
    }
    guard let merge = try? LineMerge(base: texts.base ?? [], ours: ours, theirs: theirs), merge.isClean else {
      return note(file.path, "both sides changed it")
    }
    changes[file.path] = .text(merge.text, mode: file.mode)
  }

  private mutating func note(_ path: TreePath, _ reason: String) {
    conflicts.append(MergeConflict(path: path.description, entity: nil, reason: reason))
  }

  // MARK: Moved files

  /// Merges into the place to which one side has moved the entity; false if neither has.
  private mutating func followMove(
    _ file: TreeMerge.Contested, _ texts: Texts, _ place: StrategyPath
  ) throws(GitError) -> Bool {
    guard let base = texts.base, (file.ours == nil) != (file.theirs == nil),
      let key = FileMeaning(path: place.inside, text: base).entity?.key
    else { return false }
    let owner = Owner(folder: place.folder, key: key)
    let moved = file.ours == nil ? added.ours[owner] : added.theirs[owner]
    guard let moved, let target = try strategyPath(moved) else { return false }
    let tree = file.ours == nil ? trees.ours : trees.theirs
    let text = try repository.file(moved, in: tree).map { (file) throws(GitError) in try repository.contents(of: file) }
    let merge = FileMerge(
      path: target.inside, base: base, ours: file.ours == nil ? text : texts.ours,
      theirs: file.theirs == nil ? text : texts.theirs)
    settle(merge, at: moved, hasOurs: file.ours == nil)
    if file.ours != nil { changes[file.path] = .removal }
    return true
  }

  /// An entity that both sides put into files of different names stays at our path.
  private mutating func settleTwins() throws(GitError) {
    for (owner, theirs) in added.theirs {
      guard let ours = added.ours[owner], ours != theirs, let place = try strategyPath(ours) else { continue }
      let texts = try Texts(
        base: baseText(of: owner), ours: text(ours, in: trees.ours), theirs: text(theirs, in: trees.theirs))
      changes[theirs] = nil
      settle(
        FileMerge(path: place.inside, base: texts.base, ours: texts.ours, theirs: texts.theirs), at: ours, hasOurs: true
      )
    }
  }

  private func text(_ path: TreePath, in tree: ObjectID) throws(GitError) -> [UInt8]? {
    try repository.file(path, in: tree).map { (file) throws(GitError) in try repository.contents(of: file) }
  }

  /// The entity's state before both sides moved it.
  private func baseText(of owner: Owner) throws(GitError) -> [UInt8]? {
    guard let base = trees.base else { return nil }
    let gone = try TreeMerge(base: base, ours: base, theirs: trees.ours, in: repository).changes
    for (path, change) in gone where change == .removal {
      guard let place = try strategyPath(path), place.folder == owner.folder, let text = try text(path, in: base) else {
        continue
      }
      if FileMeaning(path: place.inside, text: text).entity?.key == owner.key { return text }
    }
    return nil
  }

  private mutating func findAdded() throws(GitError) {
    added.ours = try added(by: trees.ours)
    added.theirs = try added(by: trees.theirs)
  }

  private func added(by tree: ObjectID) throws(GitError) -> [Owner: TreePath] {
    guard let base = trees.base else { return [:] }
    var found: [Owner: TreePath] = [:]
    for (path, change) in try TreeMerge(base: base, ours: base, theirs: tree, in: repository).changes {
      guard case .object(_, let mode) = change, mode == .regular || mode == .executable,
        let place = try strategyPath(path), try repository.file(path, in: base) == nil,
        let text = try text(path, in: tree), let key = FileMeaning(path: place.inside, text: text).entity?.key
      else { continue }
      found[Owner(folder: place.folder, key: key)] = path
    }
    return found
  }

  private func strategyPath(_ path: TreePath) throws(GitError) -> StrategyPath? {
    let place = try repository.strategyPath(path, in: [trees.ours, trees.theirs] + [trees.base].compactMap(\.self))
    return place?.isDescription == true ? place : nil
  }
}

/// The three texts of a file.
private struct Texts {
  let base: [UInt8]?
  let ours: [UInt8]?
  let theirs: [UInt8]?
}

extension Texts {
  init(_ file: TreeMerge.Contested, _ repository: Repository) throws(GitError) {
    func text(_ version: TreeMerge.Version?) throws(GitError) -> [UInt8]? {
      guard let version else { return nil }
      return try repository.contents(of: version)
    }
    self.init(base: try text(file.base), ours: try text(file.ours), theirs: try text(file.theirs))
  }
}

extension TreeMerge.Version {
  fileprivate var isText: Bool { mode == .regular || mode == .executable }
}

extension Repository {
  /// A file's path within its strategy: the topmost one whose settings are in one of the trees.
  func strategyPath(_ path: TreePath, in trees: [ObjectID]) throws(GitError) -> StrategyPath? {
    guard let text = String(validating: path.bytes, as: UTF8.self) else { return nil }
    for place in StrategyPath.candidates(text) {
      let settings = try TreePath(StrategyPath(inside: Kind.settingsFile, of: place.folder).full)
      for tree in trees where try file(settings, in: tree) != nil { return place }
    }
    return nil
  }
}
