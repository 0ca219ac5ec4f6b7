import Presentation

/// The blocks of a Markdown text, each with its line: as much of CommonMark as goals need.
struct MarkdownBlocks {
  enum Kind: Equatable {
    /// Level 1 to 6.
    case heading(Int)
    /// - indent: the columns before the marker.
    case item(indent: Int)
    case paragraph(indent: Int)
    case tableRow
    /// Code, comments and other things that hold no goals.
    case other
  }

  struct Block {
    let kind: Kind
    /// From 1.
    let line: Int
    /// On one line, without the block's own signs.
    var text: String
    /// Whether the box in front of it is ticked; `nil` without one.
    var isTicked: Bool?
  }

  private(set) var blocks: [Block] = []
  private var fence: Substring?
  private var isComment = false
  /// Whether the next line can go on with the last block.
  private var isOpen = false

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isMarked = lines.first?.trimmed == "---"
    let matter =
      isMarked ? lines.prefix(MarkdownBlocks.longestMatter).dropFirst().firstIndex { $0.trimmed == "---" } : nil
    for (number, line) in lines.enumerated() where matter == nil || number != 0 && number != matter {
      read(line, line.drop { $0 == " " || $0 == "\t" }, number + 1, isMatter: number < matter ?? 0)
    }
  }

  /// The lines that fields at the top of a file take at most.
  private static let longestMatter = 50

  private mutating func read(_ line: Substring, _ body: Substring, _ number: Int, isMatter: Bool) {
    if let fence {
      if body.hasPrefix(fence) { self.fence = nil } else { add(.other, number, body) }
    } else if isComment || body.hasPrefix("<!--") {
      isComment = !body.contains("-->")
      let text = body.replacing("<!--", with: "").replacing("-->", with: "")
      if !text.trimmed.isEmpty { add(.other, number, text[...]) }
    } else if body.hasPrefix("```") || body.hasPrefix("~~~") {
      fence = body.prefix(3)
      isOpen = false
    } else if body.allSatisfy(\.isWhitespace) {
      isOpen = false
    } else if isMatter {
      add(.paragraph(indent: 0), number, body)
      isOpen = false
    } else {
      readText(line, body, number)
    }
  }

  private mutating func readText(_ line: Substring, _ body: Substring, _ number: Int) {
    let indent = line.prefix(line.count - body.count).reduce(0) { $1 == "\t" ? ($0 / 4 + 1) * 4 : $0 + 1 }
    if let heading = MarkdownBlocks.heading(body) {
      add(.heading(heading.level), number, heading.text)
    } else if let level = underline(body) {
      let last = blocks.removeLast()
      blocks.append(Block(kind: .heading(level), line: last.line, text: last.text))
      isOpen = false
    } else if MarkdownBlocks.isRule(body) {
      isOpen = false
    } else if body.hasPrefix("|") {
      add(.tableRow, number, body)
    } else if let item = MarkdownBlocks.item(body) {
      add(.item(indent: indent), number, item.text)
      guard !item.text.allSatisfy(\.isWhitespace) else { return }
      blocks[blocks.count - 1].isTicked = item.isTicked
      isOpen = !FieldLine.isLikely(String(item.text))
    } else if isOpen, let last = blocks.indices.last, !MarkdownBlocks.isItsOwn(body) {
      blocks[last].text += " " + String(body).onOneLine
    } else {
      let quote = body.hasPrefix(">") ? body.drop { $0 == ">" || $0 == " " } : body
      add(.paragraph(indent: indent), number, quote)
      isOpen = !FieldLine.isLikely(String(quote))
    }
  }

  private mutating func add(_ kind: Kind, _ line: Int, _ text: Substring) {
    let text = kind == .tableRow ? text.trimmed : String(text).onOneLine
    if !text.isEmpty { blocks.append(Block(kind: kind, line: line, text: text)) }
    isOpen = false
  }

  /// Whether a line does not go on with the text above it, as lines such as `Owner: Grace` never do.
  private static func isItsOwn(_ body: Substring) -> Bool {
    FieldLine.isLikely(String(body)) || GoalMark(String(body)) != nil
  }

  private func underline(_ body: Substring) -> Int? {
    guard isOpen, let last = blocks.last, case .paragraph = last.kind, body.count > 2 else { return nil }
    let text = body.trimmed
    return text.allSatisfy { $0 == "=" } ? 1 : text.allSatisfy { $0 == "-" } ? 2 : nil
  }

  private static func heading(_ body: Substring) -> (level: Int, text: Substring)? {
    let signs = body.prefix { $0 == "#" }
    let rest = body.dropFirst(signs.count)
    guard (1...6).contains(signs.count), rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
    var text = rest[...]
    while let last = text.last, last == "#" || last.isWhitespace { text = text.dropLast() }
    return (signs.count, text)
  }

  /// `---`, `***`, `___`.
  private static func isRule(_ body: Substring) -> Bool {
    let signs = body.filter { !$0.isWhitespace }
    return signs.count > 2 && Set(signs).count == 1 && "-*_".contains(signs.first ?? "x")
  }

  private static func item(_ body: Substring) -> (text: Substring, isTicked: Bool?)? {
    var rest = body
    if let first = rest.first, "-*+•–".contains(first) {
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix(while: \.isASCIIDigit)
      guard (1...4).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let sign = rest.first, sign == "." || sign == ")" else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.first?.isWhitespace == true else { return nil }
    let text = rest.drop(while: \.isWhitespace)
    for (box, isTicked) in [("[ ]", false), ("[x]", true), ("[X]", true)] where text.hasPrefix(box) {
      return (text.dropFirst(3), isTicked)
    }
    return (text, nil)
  }
}

/// A line that says one thing, or several, about the goal above it: `Owner: Grace | Status: on track`.
struct FieldLine {
  private(set) var fields: [(field: GoalField, text: String)] = []

  /// `nil` if any part of the line is something else.
  init?(_ text: String) {
    let plain = text.withoutEmphasis
    let parts = plain.split { $0 == "|" || $0 == "·" }.map { $0.trimmed }.filter { !$0.isEmpty }
    for part in parts {
      guard let field = FieldLine.field(part) else { return nil }
      fields.append(field)
    }
    if fields.isEmpty { return nil }
  }

  static func isLikely(_ text: String) -> Bool { text.contains(":") && FieldLine(text) != nil }

  private static func field(_ part: String) -> (field: GoalField, text: String)? {
    guard let colon = part.firstIndex(of: ":"), part.distance(from: part.startIndex, to: colon) <= 40,
      let field = GoalField.named(String(part[..<colon]).withoutEmphasis)
    else { return nil }
    let text = part[part.index(after: colon)...].trimmed.drop { $0 == "*" || $0 == "_" }.trimmed
    switch field {
    case .objective, .keyResult, .title, .level, .ignored: return nil
    default: return text.isEmpty ? nil : (field, text)
    }
  }
}
