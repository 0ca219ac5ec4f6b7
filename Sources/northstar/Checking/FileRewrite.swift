import Foundation
import Git

/// A file of the working tree that gets a new text.
struct FileRewrite {
  let path: String
  let old: [UInt8]
  let new: [UInt8]
}

extension [FileRewrite] {
  /// Replaces each file in one step, unless somebody changed it meanwhile.
  func write(in source: Source) throws {
    guard let top = source.directory else { throw CommandFailure(message: "\(source.name) can't be written to") }
    for rewrite in self {
      let file = URL(filePath: top).appending(path: rewrite.path)
      do {
        guard try Data(contentsOf: file) == Data(rewrite.old) else {
          throw CommandFailure(
            message: "'\(rewrite.path)' changed while it was being rewritten", help: ["Run the command again."])
        }
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        try Data(rewrite.new).write(to: file, options: .atomic)
        if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path) }
      } catch let error as CocoaError {
        throw CommandFailure(message: "cannot write '\(rewrite.path)': \(error.localizedDescription)")
      }
    }
  }
}
