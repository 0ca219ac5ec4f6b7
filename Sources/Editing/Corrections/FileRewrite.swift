import FoundationEssentials
package import Git
import StrategyStore

/// A file of the working tree whose text is replaced.
package struct FileRewrite {
  package let path: String
  package let old: [UInt8]
  package let new: [UInt8]

  package init(path: String, old: [UInt8], new: [UInt8]) {
    (self.path, self.old, self.new) = (path, old, new)
  }
}

extension [FileRewrite] {
  /// Replaces all the files or none, and never one that somebody has changed in the meantime.
  ///
  /// Every text is on disk next to its target before the first file is replaced, so that only renaming can still fail.
  package func write(in source: Source) throws {
    guard let top = source.directory else { throw StrategyError(message: "\(source.name) cannot be written to") }
    var staged: [(place: String, text: String)] = []
    defer { for file in staged { try? FileManager.default.removeItem(atPath: file.text) } }
    for rewrite in self {
      let place = "\(top)/\(rewrite.path)"
      staged.append((place, "\(place).northstar-\(UUID().uuidString)"))
      try rewrite.stage(at: staged[staged.count - 1].text, for: place)
    }
    for file in staged { try replaceFile(at: file.place, with: file.text) }
  }
}

extension FileRewrite {
  /// Writes the new text next to the file, with the file's mode.
  fileprivate func stage(at path: String, for place: String) throws {
    do {
      guard try Data(contentsOf: URL(filePath: place)) == Data(old) else {
        throw StrategyError(
          message: "'\(self.path)' changed while it was being rewritten", help: ["Run the command again."])
      }
      let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions]
      try Data(new).write(to: URL(filePath: path), options: .withoutOverwriting)
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
    } catch let failure as StrategyError {
      throw failure
    } catch {
      throw StrategyError.writing(self.path, error)
    }
  }
}
