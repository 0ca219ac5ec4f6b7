/// The paragraphs of a help text, with its examples separated from its sentences.
struct HelpText {
  enum Block: Equatable {
    case paragraph(String)
    /// Preformatted lines, without their indentation.
    case literal([String])
  }

  let blocks: [Block]

  init(_ text: String) {
    var blocks: [Block] = []
    var isNew = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isNew = true
      } else if line.hasPrefix("  ") {
        blocks.append(line: String(line.dropFirst(2)), isNew: isNew)
        isNew = false
      } else {
        blocks.append(words: String(line), isNew: isNew)
        isNew = false
      }
    }
    self.blocks = blocks
  }
}

extension [HelpText.Block] {
  fileprivate mutating func append(line: String, isNew: Bool) {
    if !isNew, case .literal(let lines) = last {
      self[endIndex - 1] = .literal(lines + [line])
    } else {
      append(.literal([line]))
    }
  }

  fileprivate mutating func append(words: String, isNew: Bool) {
    if !isNew, case .paragraph(let text) = last {
      self[endIndex - 1] = .paragraph(text + " " + words)
    } else {
      append(.paragraph(words))
    }
  }
}
