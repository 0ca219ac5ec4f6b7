/// Trailers to be written at the end of a message.
package struct TrailerBlock: Sendable {
  private var lines: [String] = []

  package init() {}

  package init(_ trailers: [(key: String, value: String)]) throws(GitError) {
    for (key, value) in trailers { try add(key, value) }
  }

  /// Adds one; line ends in the value become spaces. Throws when no reader would find the key.
  package mutating func add(_ key: String, _ value: String) throws(GitError) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isKey = key.utf8.allSatisfy { letters ~= $0 | 32 || digits ~= $0 || $0 == UInt8(ascii: "-") }
    guard isKey, !key.isEmpty else {
      throw GitError(
        .notAllowed, "write the trailer '\(key)'", "its key may contain only letters, digits and '-'")
    }
    lines.append("\(key): \(Self.onOneLine(value))")
  }

  /// Replaces everything that a program could take for a line end or a terminal control.
  private static func onOneLine(_ value: String) -> String {
    let scalars = value.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: Unicode.Scalar(UInt8(ascii: " "))
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  /// The message followed by the block.
  ///
  /// The block is a paragraph of its own, so that no line of the message's text is mistaken for a trailer.
  package func appended(to message: String) throws(GitError) -> String {
    guard !lines.isEmpty else { return message }
    return try CommitMessage.cleaned(message) + "\n" + lines.joined(separator: "\n") + "\n"
  }
}
