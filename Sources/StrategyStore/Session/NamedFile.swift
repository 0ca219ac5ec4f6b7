import FoundationEssentials
import Git
import Presentation

extension Session {
  /// The bytes of a file, relative to the current directory; at most 64 MB.
  package func bytes(ofFile name: String) throws(StrategyError) -> [UInt8] {
    let place = name.hasPrefix("/") ? name : "\(git.directory)/\(name)"
    let size: Int
    let bytes: [UInt8]
    do {
      size = try FileManager.default.attributesOfItem(atPath: place)[.size] as? Int ?? 0
      bytes = size <= 64 << 20 ? Array(try Data(contentsOf: URL(filePath: place))) : []
    } catch {
      throw .reading(name.visible, error)
    }
    guard size <= 64 << 20 else { throw StrategyError(message: "'\(name.visible)' is larger than 64 MB") }
    return bytes
  }
}

extension Session {
  /// Writes a file, relative to the current directory. A regular one is replaced in one step; anything else, such as a
  /// device or a symbolic link, is written through.
  package func write(_ bytes: [UInt8], toFile name: String) throws(StrategyError) {
    let place = name.hasPrefix("/") ? name : "\(git.directory)/\(name)"
    do {
      let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
      let isReplaced = type == nil || type == .typeRegular
      try Data(bytes).write(to: URL(filePath: place), options: isReplaced ? .atomic : [])
    } catch {
      throw .writing(name.visible, error)
    }
  }
}
