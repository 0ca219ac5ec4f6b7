package import Git
import Presentation
package import StrategyStore

/// The text of a commit: one line, reasons, and trailers for programs.
package struct CommitWording {
  /// The topic before the colon; `nil` if the line is a complete sentence.
  package let topic: String?
  package let what: String
  /// A shorter form for a line that is too long: the part to keep, and the part that may be cut.
  var brief: (head: String, rest: String)?
  /// Sentences that the command prints too.
  package var remarks: [String] = []
  /// What to do next; only for the author, so that it is left out of the message.
  package var advice: [Remedy] = []
  /// Paragraphs.
  package var reasons: [String] = []
  package var trailers: [(key: String, value: String)] = []

  package init(
    topic: String?, what: String, brief: (head: String, rest: String)? = nil, remarks: [String] = [],
    advice: [Remedy] = [], reasons: [String] = [], trailers: [(key: String, value: String)] = []
  ) {
    (self.topic, self.what, self.brief, self.remarks, self.advice, self.reasons, self.trailers) = (
      topic, what, brief, remarks, advice, reasons, trailers
    )
  }

  private static let width = 72

  /// The whole message; a line that is too long is cut and repeated in full below.
  package func message() throws(GitError) -> String {
    let line = onOneLine(topic.map { "\($0): \(what)" } ?? what)
    let subject = subject(line)
    var paragraphs = [subject]
    if subject != line { paragraphs.append(filled(line)) }
    paragraphs += (remarks + reasons).map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map { filled(String($0)) }
    }
    .map { $0.joined(separator: "\n") }
    return try TrailerBlock(trailers).appended(to: paragraphs.joined(separator: "\n\n") + "\n")
  }

  /// The line, or the first shorter one that still distinguishes it from others.
  private func subject(_ line: String) -> String {
    guard line.count > Self.width, let brief else { return line.cut(to: Self.width) }
    let heads = [topic.map { "\($0): \(brief.head)" }, brief.head].compactMap { $0.map(onOneLine) }
    let head = heads.first { $0.count < Self.width } ?? heads[heads.count - 1]
    return onOneLine("\(head) \(brief.rest)").cut(to: Self.width, keeping: head.count)
  }

  private func filled(_ text: String) -> String { wrapped(text, to: Self.width).joined(separator: "\n") }

  private func onOneLine(_ text: String) -> String {
    let controls: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
    let scalars = text.unicodeScalars.map { controls.contains($0.properties.generalCategory) ? " " : $0 }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }
}

extension String {
  /// The words that fit, with an ellipsis where some are left out.
  ///
  /// - Parameter least: at least so many characters are kept, if they fit, even if a word is cut.
  fileprivate func cut(to width: Int, keeping least: Int? = nil) -> String {
    guard count > width else { return self }
    let room = prefix(width - 1)
    let least = least ?? width / 2 + 1
    let end = room.lastIndex(of: " ").flatMap { room.distance(from: room.startIndex, to: $0) >= least ? $0 : nil }
    return room[..<(end ?? room.endIndex)] + "…"
  }
}
