import Git

/// What a commit says: one line, reasons, and trailers for programs.
struct CommitWording {
  /// What it is about, in front of the colon; `nil` where the line is a sentence of its own.
  let topic: String?
  let what: String
  /// Sentences that the command prints too.
  var remarks: [String] = []
  /// Paragraphs.
  var reasons: [String] = []
  var trailers: [(key: String, value: String)] = []

  private static let width = 72

  /// The whole message; a line that is too long is cut, and then said in full below.
  func message() throws(GitError) -> String {
    let line = onOneLine(topic.map { "\($0): \(what)" } ?? what)
    let subject = line.cut(to: Self.width)
    var paragraphs = [subject]
    if subject != line { paragraphs.append(filled(line)) }
    paragraphs += (remarks + reasons).map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map { filled(String($0)) }
    }
    .map { $0.joined(separator: "\n") }
    return try TrailerBlock(trailers).appended(to: paragraphs.joined(separator: "\n\n") + "\n")
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
  fileprivate func cut(to width: Int) -> String {
    guard count > width else { return self }
    let room = prefix(width - 1)
    let end = room.lastIndex(of: " ").flatMap { room.distance(from: room.startIndex, to: $0) > width / 2 ? $0 : nil }
    return room[..<(end ?? room.endIndex)] + "…"
  }
}
