import Diagnostics
import FoundationEssentials
import Git
import StrategyModel

extension CommandEnvironment {
  /// What a person answers, without needless space; "" for Enter alone. Throws at the end of the input: nothing is
  /// written then.
  ///
  /// Where a key that is no text was pressed, such as an arrow, nobody can say what was meant: the question comes again.
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
      note("  That has a key in it that is not text, such as an arrow. Type the answer again.")
    }
  }

  /// The bytes of a file that somebody named, counted from the current directory; at most 64 MB.
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
