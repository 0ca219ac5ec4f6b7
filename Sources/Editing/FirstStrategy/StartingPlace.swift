import FoundationEssentials
package import Git
import StrategyStore

/// The folder in which a strategy is created.
package struct StartingPlace {
  /// Absolute; it may not exist yet.
  package let folder: String
  /// Whether a git repository is around it.
  package let isInRepository: Bool

  package init(_ folder: String?, in environment: GitEnvironment) throws {
    let here = URL(filePath: environment.directory, directoryHint: .isDirectory)
    let place = folder.map { URL(filePath: $0, directoryHint: .isDirectory, relativeTo: here) } ?? here
    self.folder = place.standardizedFileURL.path
    var around = place.standardizedFileURL
    while !FileManager.default.fileExists(atPath: around.path), around.path != "/" { around.deleteLastPathComponent() }
    let surroundings = GitEnvironment(directory: around.path, variables: environment.variables)
    isInRepository = try StartingPlace.findRepository(surroundings)
    if let outer = try Source.workingTree(in: surroundings).enclosingStrategyFolder() {
      throw StrategyError(
        message: outer.isEmpty ? "there is already a strategy here" : "there is already a strategy in '\(outer)'",
        help: ["Look at it with \(run: .tree), or create another next to it: \(run: .initialise(beside: true))."])
    }
  }

  /// Ready to show: the folder's name in words.
  package var name: String {
    let words = URL(filePath: folder).lastPathComponent.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.isEmpty || words == "/" ? "Our product" : words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func findRepository(_ environment: GitEnvironment) throws -> Bool {
    do {
      guard try Repository.open(in: environment).isBare else { return true }
    } catch  where error.code == .notARepository {
      return false
    }
    throw StrategyError(
      message: "a bare repository has no place for files", help: ["Run this in a clone that has a working tree."])
  }
}
