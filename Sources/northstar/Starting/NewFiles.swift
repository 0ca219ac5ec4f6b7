import FoundationEssentials

/// Files that are written all together or not at all, and never over another.
struct NewFiles {
  /// Paths below the folder, and texts.
  let files: [(path: String, text: [UInt8])]

  /// The paths at which there is something already, be it a link to nowhere.
  func inTheWay(in folder: String) -> [String] {
    files.map(\.path).filter { (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")) != nil }
  }

  /// Writes all of them beside their places first, so that only renaming is left to go wrong.
  func write(in folder: String) throws(StrategyError) {
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

  /// What has been made so far, oldest first.
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
