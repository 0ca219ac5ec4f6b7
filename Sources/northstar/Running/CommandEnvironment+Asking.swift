import Diagnostics
import FoundationEssentials
import Git
import StrategyModel

extension CommandEnvironment {
  /// A person's answer, trimmed; "" for Enter alone. Throws at the end of the input: nothing is written then.
  ///
  /// If a key that is not text was pressed, such as an arrow, the answer is unclear and the question is repeated.
  func answer(to question: String) throws(StrategyError) -> String {
    while true {
      ask(question)
      guard let line = input.next() else {
        note("")
        throw StrategyError(message: "stopped; nothing was written")
      }
      if !line.unicodeScalars.contains(where: \.isRefusedControl) {
        return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      note("  The answer contains a key that is not text, such as an arrow. Type it again.")
    }
  }

  /// The bytes of a file, relative to the current directory; at most 64 MB.
  func bytes(ofFile name: String) throws(StrategyError) -> [UInt8] {
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
