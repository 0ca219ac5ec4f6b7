/// A commit's message that may hold those of several commits, as git and hosts write them when they squash.
///
/// Source: `git merge --squash` indents each message below its `commit` line; GitHub and GitLab begin each with `* `,
/// and GitHub puts a line of dashes between them and the co-authors.
package struct SquashedMessage: Sendable {
  /// The message itself, then those it contains.
  private let messages: [String]

  package init(_ message: String) {
    messages = SquashedMessage.unfolded(message, depth: 0)
  }

  /// The values of a trailer in all of the messages.
  package subscript(key: String) -> [String] { messages.flatMap { Trailers($0)[key] } }

  /// A squash may have been squashed again.
  private static func unfolded(_ message: String, depth: Int) -> [String] {
    guard depth < 4 else { return [message] }
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
    }
    let parts =
      lines.firstIndex(of: "Squashed commit of the following:").map { indented(lines[($0 + 1)...]) }
      ?? listed(lines)
    return [message] + parts.flatMap { unfolded($0.joined(separator: "\n"), depth: depth + 1) }
  }

  /// `commit 1a2b…`, headers, an empty line, and the message behind four spaces.
  private static func indented(_ lines: ArraySlice<String>) -> [[String]] {
    var parts: [[String]] = []
    for line in lines {
      if line.hasPrefix("commit ") {
        parts.append([])
      } else if line.hasPrefix("    ") || line.isEmpty, !parts.isEmpty {
        parts[parts.count - 1].append(String(line.dropFirst(4)))
      }
    }
    return parts.map { Array($0.drop { $0.isEmpty }) }
  }

  /// Paragraphs that begin with `* `, each with those behind it, up to a line of dashes.
  private static func listed(_ lines: [String]) -> [[String]] {
    var parts: [[String]] = []
    var isOpen = false
    var isAtStart = true
    for (number, line) in lines.enumerated() {
      if isRule(line) {
        // The text above the co-authors is a message of its own.
        if parts.isEmpty { parts.append(Array(lines[..<number])) }
        isOpen = false
      } else if isAtStart, line.hasPrefix("* ") {
        parts.append([String(line.dropFirst(2))])
        isOpen = true
      } else if isOpen {
        parts[parts.count - 1].append(line)
      }
      isAtStart = line.isEmpty
    }
    return parts
  }

  /// Hosts write nine dashes; three have other uses.
  private static func isRule(_ line: String) -> Bool { line.utf8.count > 3 && line.utf8.allSatisfy { $0 == 0x2D } }
}
