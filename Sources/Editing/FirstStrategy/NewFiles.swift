import FoundationEssentials
package import StrategyStore

/// Files that are written all or none, and never over an existing file.
package struct NewFiles {
  /// Paths below the folder, and texts.
  package let files: [(path: String, text: [UInt8])]

  package init(files: [(path: String, text: [UInt8])]) {
    self.files = files
  }

  /// The paths that already exist, even as a dangling link.
  package func inTheWay(in folder: String) -> [String] {
    files.map(\.path).filter { (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")) != nil }
  }

  /// Writes all of them next to their targets first, so that only renaming can still fail.
  package func write(in folder: String) throws(StrategyError) {
    var undo = Undo()
    let staged = "\(folder)/.northstar-init-\(UUID().uuidString)"
    do {
      try undo.createDirectories(to: staged)
      for (position, file) in files.enumerated() {
        try Data(file.text).write(to: URL(filePath: "\(staged)/\(position)"), options: .withoutOverwriting)
      }
      for (position, file) in files.enumerated() {
        let place = "\(folder)/\(file.path)"
        try undo.createDirectories(to: URL(filePath: place).deletingLastPathComponent().path)
        try FileManager.default.moveItem(atPath: "\(staged)/\(position)", toPath: place)
        undo.made.append(place)
      }
      try FileManager.default.removeItem(atPath: staged)
    } catch {
      undo.run(staged)
      throw .writing(folder, error)
    }
  }

  /// The folders and files made so far, oldest first.
  private struct Undo {
    var made: [String] = []

    mutating func createDirectories(to path: String) throws {
      var missing: [String] = []
      var directory = URL(filePath: path)
      while !FileManager.default.fileExists(atPath: directory.path), directory.path != "/" {
        missing.append(directory.path)
        directory.deleteLastPathComponent()
      }
      for path in missing.reversed() {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        made.append(path)
      }
    }

    func run(_ staged: String) {
      for path in [staged] + made.reversed() { try? FileManager.default.removeItem(atPath: path) }
    }
  }
}
