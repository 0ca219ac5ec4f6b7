/// The text of a hook; the lines between two marks are northstar's.
struct HookScript: Equatable {
  private var lines: [String]
  private let ownLines: [String]

  /// - Parameters:
  ///   - text: an existing hook; a new one begins as an empty shell script.
  ///   - duty: what northstar's lines do.
  init(_ text: String = "#!/bin/sh\n", for duty: HookDuty = .check) {
    ownLines = duty.lines
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The program after `#!`, without its folder; `nil` when the first line names none.
  var interpreter: String? {
    guard let first = lines.first, first.hasPrefix("#!") else { return nil }
    var words = first.dropFirst(2).split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
    if words.first?.split(separator: "/").last == "env" {
      words = words.dropFirst().drop { $0.hasPrefix("-") }
    }
    return words.first?.split(separator: "/").last.map(String.init)
  }

  /// Whether our lines, which are for `sh`, work in it.
  var isShell: Bool { interpreter.map(HookScript.shells.contains) ?? false }

  /// Whether only comments are left.
  var isEmpty: Bool { lines.allSatisfy { $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) } }

  var installation: Installation {
    switch block {
    case nil where lines.contains { MarkedLines.marks.contains($0) }: .damaged
    case nil: .absent
    case .some(let block): Array(lines[block]) == ownLines ? .current : .other
    }
  }

  enum Installation {
    /// Our lines are there as they should be.
    case current
    /// They are there but differ, because another version wrote them.
    case other
    case absent
    /// One mark is there without the other.
    case damaged
  }

  /// Replaces the lines of another version with ours, else puts ours first: a hook may end with `exec`.
  mutating func install() {
    remove()
    lines.insert(contentsOf: ownLines, at: min(1, lines.count))
  }

  mutating func remove() {
    if let block { lines.removeSubrange(block) }
  }

  private var block: ClosedRange<Int>? { MarkedLines.block(in: lines) }

  private static let shells: Set<String> = ["sh", "bash", "dash", "ash", "ksh", "zsh"]
}
