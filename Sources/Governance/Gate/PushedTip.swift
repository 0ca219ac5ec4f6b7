import Diagnostics
import Git
import History
import Rules
import StrategyModel
import StrategyStore

/// What a protected branch would hold after a push.
struct PushedTip {
  private let loaded: LoadedStrategies
  private let folders: [String]
  private let commit: Commit
  private let repository: Repository
  private let session: Session

  init(_ commit: Commit, of reference: String, in repository: Repository, _ session: Session) throws {
    let source = Source.revision(commit, in: repository, label: reference.shortBranch)
    folders = try source.everyStrategyFolder()
    loaded = try LoadedStrategies(source, in: folders)
    (self.commit, self.repository, self.session) = (commit, repository, session)
    session.retained.keep(loaded)
  }

  /// The files whose path does not match their kind and id.
  var misplaced: Set<String> { Set(loaded.strategies.flatMap(\.misplacedPaths)) }

  /// The errors that were not there before; `nil` when there are none.
  ///
  /// - Parameter paths: of all files in which the two differ; the others are not read again.
  func findings(since old: Commit?, touched paths: Set<String>) throws -> Findings? {
    guard !folders.isEmpty else { return nil }
    var findings = try Findings(loaded, in: session)
    findings.keepErrors()
    if !findings.diagnostics.isEmpty, let old {
      let source = Source.revision(old, in: repository)
      let before = try source.everyStrategyFolder().flatMap { folder in
        let strategy = try strategy(in: folder, of: source, touched: paths)
        return Check(strategy, today: try session.today(in: strategy)).diagnostics
      }
      findings.remove(
        Findings(before, files: 0, toolVersion: ToolVersion.current, text: { _ in nil }),
        FormerSubjects(loaded.strategies))
    }
    return findings.diagnostics.isEmpty ? nil : findings
  }

  private func strategy(in folder: String, of source: Source, touched paths: Set<String>) throws -> Strategy {
    let kept = loaded.strategies.first { $0.folder == folder }?.files.filter { !paths.contains($0.path) }
    let files = try source.files(
      in: folder, named: [Kind.settingsFile], folders: Kind.folders, suffixes: Kind.suffixes
    ).filter { kept == nil || paths.contains($0.path) }
    let read = source.read(files, workers: 2) { file, bytes in StrategyFile(file, in: folder, bytes) }
    return Strategy(folder: folder, files: (kept ?? []) + read)
  }

  /// Faults that no single step shows.
  func refusals(since old: OldTip?, touched paths: Set<String>) throws -> [Refusal] {
    guard let old else { return [] }
    let known = old.targets.keys
    var refusals: [Refusal] = []
    for folder in folders where !known.contains(folder) {
      guard let other = known.first(where: { folder.isInside($0) || $0.isInside(folder) }) else { continue }
      refusals.append(
        Refusal(
          "a strategy would be inside another one and hide one of the two", in: commit,
          of: folder.isEmpty ? Kind.settingsFile : "\(folder)/\(Kind.settingsFile)",
          help: ["Put it next to the strategy in '\(other.isEmpty ? "." : other)', or in a repository of its own."]))
    }
    if folders.isEmpty, !known.isEmpty { refusals.append(Refusal("no strategy would remain", in: commit)) }
    return refusals + doubles(paths)
  }

  /// Entities that a touched file describes, and another one too.
  private func doubles(_ paths: Set<String>) -> [Refusal] {
    loaded.strategies.flatMap { strategy in
      let touched = Set(strategy.files.filter { paths.contains($0.path) }.compactMap(\.key))
      guard !touched.isEmpty else { return [Refusal]() }
      var seen: Set<EntityKey> = []
      return strategy.files.compactMap(\.key).filter { touched.contains($0) && !seen.insert($0).inserted }.map {
        Refusal("two files define this entity; keep one", in: commit, of: $0.description)
      }
    }
  }
}

extension StrategyFile {
  fileprivate var key: EntityKey? {
    guard let kind, let id else { return nil }
    return EntityKey(kind, id.value)
  }
}

extension String {
  /// Whether a folder is below another one.
  fileprivate func isInside(_ folder: String) -> Bool { StrategyPath(self, in: folder) != nil }
}
