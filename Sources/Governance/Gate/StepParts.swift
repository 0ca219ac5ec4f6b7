import Git
import History
import StrategyModel
import StrategyStore

/// Who made which part of a step: in a merge, the authors on the side that it brings in, and the merger for everything
/// that differs from a plain merge of the two.
struct StepParts {
  struct Part {
    /// The commit whose author is responsible.
    let maker: Commit
    fileprivate(set) var changes: [EntityChange] = []
    fileprivate(set) var sheets: [TreePath] = []
  }

  /// In the order of the commits' ids.
  let parts: [Part]

  /// - Parameters:
  ///   - changes: of the step, in meaning.
  ///   - sheets: of readings that the step touches.
  init(_ step: PushedStep, _ changes: [EntityChange], _ sheets: [TreePath], by makers: Makers) throws {
    let found = try makers.makers(of: step)
    var parts: [ObjectID: Part] = [:]
    for change in changes {
      let groups = Dictionary(grouping: change.fields) { field in
        (found[.field(change.key, field.path)] ?? found[.field(change.formerKey, field.path)] ?? step.commit).id
      }
      if groups.isEmpty { parts[step.commit.id, default: Part(maker: step.commit)].changes.append(change) }
      for (id, fields) in groups {
        let paths = Set(fields.map(\.path))
        let maker = try makers.repository.commit(id)
        parts[id, default: Part(maker: maker)].changes.append(change.limited { paths.contains($0.path) })
      }
    }
    for sheet in sheets {
      let maker = found[.sheet(sheet)] ?? step.commit
      parts[maker.id, default: Part(maker: maker)].sheets.append(sheet)
    }
    self.parts = parts.values.sorted { $0.maker.id.description < $1.maker.id.description }
  }
}

/// Finds who made what, each commit once.
final class Makers {
  enum Place: Hashable {
    case field(EntityKey, String)
    case sheet(TreePath)
  }

  let repository: Repository
  private let folder: String
  private var known: [ObjectID: [Place: Commit]] = [:]

  init(in folder: String, of repository: Repository) { (self.folder, self.repository) = (folder, repository) }

  /// The commits that made the changes of a step; a change without another author is attributed to the step's own
  /// commit.
  func makers(of step: PushedStep) throws -> [Place: Commit] {
    if let found = known[step.commit.id] { return found }
    guard step.commit.parents.count == 2 else {
      let own = try places(from: step.parent, to: step.commit, at: Array(step.files.keys))
      let found = Dictionary(own.map { ($0, step.commit) }) { $1 }
      known[step.commit.id] = found
      return found
    }
    var found = try side(of: step)
    let remade = try RemadeMerge(step, in: folder, of: repository)
    for place in remade.others.places + remade.otherSheets.map(Place.sheet) { found[place] = step.commit }
    known[step.commit.id] = found
    return found
  }

  /// The changes of the commits that a merge brings in, along the first parents of its second parent.
  private func side(of step: PushedStep) throws -> [Place: Commit] {
    let tip = step.commit.parents[1]
    let brought = Set(try repository.commits(reachedBy: step.commit, notBy: [step.parent]).map(\.id))
    var line: [Commit] = []
    var next: ObjectID? = tip
    while let id = next, brought.contains(id) {
      let commit = try repository.commit(id)
      line.append(commit)
      next = commit.parents.first
    }
    var found: [Place: Commit] = [:]
    for commit in line.reversed() {
      guard let first = commit.parents.first else { continue }
      let made = try makers(of: PushedStep(repository.commit(first), commit, in: repository))
      found.merge(made) { $1 }
    }
    return found
  }

  private func places(from old: Commit, to new: Commit, at paths: [TreePath]) throws -> [Place] {
    let meaning = try RevisionChanges(from: old, to: new, at: paths.map(\.description), in: folder, of: repository)
    return meaning.changes.places + paths.filter { $0.isSheet(in: folder) }.map(Place.sheet)
  }
}

extension [EntityChange] {
  fileprivate var places: [Makers.Place] { flatMap { change in change.fields.map { .field(change.key, $0.path) } } }
}

extension TreePath {
  /// Whether a strategy reads the file as readings.
  func isSheet(in folder: String) -> Bool { StrategyPath(description, in: folder)?.isSheet ?? false }
}
