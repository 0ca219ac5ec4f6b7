import Decisions

/// Options that had another name in the version before this one. They go on working until the next, with a note.
enum OldSpellings {
  /// A name of then and of now, for a command and those below it.
  struct Spelling: Equatable {
    /// `review decide`; empty for every command.
    let command: String
    let old: String
    /// The option, or the option with the beginning of its value: `--where outcome=`.
    let new: String
    /// Values that had another name.
    var values: [String: String] = [:]
  }

  static let all = [
    Spelling(command: "", old: "--message", new: "--because"),
    Spelling(command: "assign", old: "--since", new: "--on"),
    Spelling(command: "cycle carry", old: "--to", new: "--into"),
    Spelling(command: "cycle close", old: "--decided-by", new: "--by"),
    Spelling(command: "cycle close", old: "--from", new: "--answers"),
    Spelling(command: "decisions", old: "--outcome", new: "--where outcome=", values: DecisionTrailer.outcomes),
    Spelling(command: "measure import", old: "--from", new: "--tool"),
    Spelling(command: "measure pull", old: "--since", new: "--from"),
    Spelling(command: "propose start", old: "--why", new: "--because"),
    Spelling(command: "review decide", old: "--decided-by", new: "--by"),
    Spelling(command: "work", old: "--since", new: "--from"),
    Spelling(command: "workshop choose", old: "--decided-by", new: "--by"),
  ]

  /// Replaces old spellings, up to a `--`.
  ///
  /// - Returns: a note for each that was replaced.
  static func replace(in arguments: inout [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    guard arguments[..<end].contains(where: { $0.hasPrefix("--") }) else { return [] }
    let words = arguments.prefix(2)
    var notes: [String] = []
    for place in arguments[..<end].indices {
      if replaceTable(in: &arguments, at: place) {
        notes.append("'--format table' is now '--format text'")
        continue
      }
      let parts = arguments[place].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard arguments[place].hasPrefix("--"), let name = parts.first,
        let spelling = all.first(where: {
          $0.old == name && words.starts(with: $0.command.split(separator: " ").map(String.init))
        })
      else { continue }
      let value = parts.count == 2 ? String(parts[1]) : nil
      spelling.replace(value, in: &arguments, at: place)
      notes.append("'\(spelling.old)' is now '\(spelling.new)'")
    }
    return notes.map { "\($0); the old spelling works until the next version" }
  }

  /// `--format table`, which was the text format of lists.
  private static func replaceTable(in arguments: inout [String], at place: Int) -> Bool {
    if arguments[place] == "--format=table" {
      arguments[place] = "--format=text"
      return true
    }
    guard arguments[place] == "table", place > 0, arguments[place - 1] == "--format" else { return false }
    arguments[place] = "text"
    return true
  }
}

extension OldSpellings.Spelling {
  /// - Parameter value: after an equals sign; `nil` when it is the next argument.
  fileprivate func replace(_ value: String?, in arguments: inout [String], at place: Int) {
    let parts = new.split(separator: " ", maxSplits: 1).map(String.init)
    func current(_ value: String) -> String { (parts.count == 2 ? parts[1] : "") + (values[value] ?? value) }
    arguments[place] = parts[0] + (value.map { "=\(current($0))" } ?? "")
    if value == nil, place + 1 < arguments.endIndex { arguments[place + 1] = current(arguments[place + 1]) }
  }
}
