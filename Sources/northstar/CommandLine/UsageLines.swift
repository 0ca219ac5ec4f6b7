import Presentation

/// The usage lines of a help text, which the parser does not wrap.
enum UsageLines {
  static func wrapped(_ text: String, to width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard line.count > width, let title = ["USAGE: ", "Usage: ", "Help:  "].first(where: line.hasPrefix) else {
        return [String(line)]
      }
      // An option and its value stay on one line.
      let glued = line.dropFirst(title.count).replacing(/(--[^ ]+) </) { "\($0.1)\u{1}<" }
      return Presentation.wrapped(String(glued), to: width, first: title).map { $0.replacing("\u{1}", with: " ") }
    }.joined(separator: "\n")
  }
}
