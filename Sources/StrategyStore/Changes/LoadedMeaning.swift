package import Git
package import History
import StrategyModel

/// The meaning of the one strategy of a source.
package struct LoadedMeaning {
  package let snapshot: Snapshot

  package init(_ source: Source, choosing choice: String?) throws {
    let loaded = try LoadedStrategies(settingsOf: source, choosing: choice)
    self = try loaded.strategies.isEmpty ? LoadedMeaning() : LoadedMeaning(source, in: loaded.only().folder)
  }

  private init() { snapshot = Snapshot() }

  /// - Parameter folder: the strategy's.
  package init(_ source: Source, in folder: String) throws {
    let files = try source.files(in: folder, named: [Kind.settingsFile], folders: Kind.folders, suffixes: Kind.suffixes)
    let read = source.read(files, workers: 2) { file, bytes in
      let path = StrategyPath(file.path, in: folder)?.inside ?? file.path
      return bytes.map { (path: path, meaning: FileMeaning(path: path, text: $0)) }
    }
    snapshot = Snapshot(try read.map { try $0.get() })
  }
}
