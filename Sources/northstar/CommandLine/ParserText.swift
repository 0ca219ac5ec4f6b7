import Presentation

/// What the argument parser says, in the words and the width of northstar's own messages.
enum ParserText {
  /// A help text: its usage wrapped, its groups of commands named as they are.
  static func help(_ text: String, width: Int) -> String {
    lines(text) { line in
      if line.hasPrefix("USAGE: ") { return usage(line.replacing("<subcommand>", with: "<command>"), "USAGE: ", width) }
      return [
        line == "SUBCOMMANDS:"
          ? "COMMANDS:"
          : line.replacing(" SUBCOMMANDS:", with: ":").replacing("help <subcommand>'", with: "help <command>'")
      ]
    }
  }

  /// An error in northstar's style: the message, `help:` and git's `usage:`.
  static func error(_ text: String, width: Int) -> String {
    lines(text) { line in
      if line.hasPrefix("Error: ") { return ["northstar: " + sentence(line.dropFirst("Error: ".count))] }
      if line.hasPrefix("Help:  ") { return usage("help: " + line.dropFirst("Help:  ".count), "help: ", width) }
      return line.hasPrefix("Usage: ") ? usage("u" + line.dropFirst(), "usage: ", width) : [line]
    }
  }

  /// The parser begins its sentences with a capital letter.
  private static func sentence(_ text: Substring) -> String {
    text.dropFirst().first?.isLowercase == true ? text.prefix(1).lowercased() + text.dropFirst() : String(text)
  }

  private static func lines(_ text: String, _ change: (String) -> [String]) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { change(String($0)) }.joined(separator: "\n")
  }

  /// An option and its value stay on one line.
  private static func usage(_ line: String, _ title: String, _ width: Int) -> [String] {
    guard line.count > width else { return [line] }
    let glued = line.dropFirst(title.count).replacing(/(--[^ ]+) </) { "\($0.1)\u{1}<" }
    return wrapped(String(glued), to: width, first: title).map { $0.replacing("\u{1}", with: " ") }
  }
}
