import Git
import History
import StrategyModel
import StrategyStore

/// A protected branch before a push: its policy, people and keys decide about the whole push.
struct OldTip {
  let commit: Commit
  /// The strategies that it holds, by their folders.
  let targets: [String: TargetBranch]

  /// - Parameters:
  ///   - paths: every path that the push touches; of files that do not affect decisions, only these are read.
  ///   - besideCommitments: whether no OKRs affect the decision about the push.
  init(
    _ commit: Commit, of reference: String, in repository: Repository, touching paths: Set<String>,
    besideCommitments: Bool, _ session: Session
  ) throws {
    self.commit = commit
    let source = Source.revision(commit, in: repository, label: reference.shortBranch)
    let folders = try source.everyStrategyFolder()
    let loaded = try LoadedStrategies(source, in: folders, reading: [])
    var targets: [String: TargetBranch] = [:]
    for strategy in loaded.strategies {
      let snapshot = try OldTip.snapshot(source, strategy.folder, touching: paths, besideCommitments)
      targets[strategy.folder] = TargetBranch(
        reference, at: commit, of: repository, strategy, snapshot, on: try session.today(in: strategy))
    }
    self.targets = targets
  }

  /// The name by which a strategy is chosen where there are several; `nil` for the only one.
  func name(of target: TargetBranch) -> String? {
    targets.count > 1 ? targets.values.map(\.strategy).choice(of: target.strategy) : nil
  }

  /// The people, the owners, the touched files, and commitments where they affect decisions.
  private static func snapshot(
    _ source: Source, _ folder: String, touching paths: Set<String>, _ besideCommitments: Bool
  ) throws -> Snapshot {
    var wanted: Set<Kind> = [.strategy, .person, .team, .cycle]
    if !besideCommitments { wanted.insert(.okrs) }
    // A metric's file says who may decide on it, and a decision does not change that.
    if paths.contains(where: { StrategyPath($0, in: folder)?.kind == .review }) { wanted.insert(.metric) }
    let files = try source.files(
      in: folder, named: [Kind.settingsFile], folders: Kind.folders, suffixes: Kind.suffixes
    ).filter { file in
      paths.contains(file.path) || StrategyPath(file.path, in: folder)?.kind.map(wanted.contains) == true
    }
    let read = source.read(files, workers: 2) { file, bytes in
      let path = StrategyPath(file.path, in: folder)?.inside ?? file.path
      return bytes.map { (path: path, meaning: FileMeaning(path: path, text: $0)) }.flatMapError { error in
        error.code == .notAFile ? .success((path: path, meaning: .broken(error.message))) : .failure(error)
      }
    }
    let snapshot = Snapshot(try read.map { try $0.get() })
    guard snapshot.entities.keys.contains(where: { $0.kind == .strategy }) else {
      throw StrategyError(
        message: "cannot tell who may change what: the settings in \(source.name) cannot be read",
        help: ["Let an administrator disable the gate and push the repair."])
    }
    return snapshot
  }
}
