/// Writes a text as the bytes of a scalar.
extension ScalarForm {
  /// The scalar on one line: plain when that is safe and no other style is preferred, else quoted.
  func inline(in place: Place, preferring style: Node.Style = .plain) -> [UInt8] {
    switch style {
    case .singleQuoted where isPrintable && !text.contains(.lineFeed): singleQuoted
    case .doubleQuoted: doubleQuoted
    case _ where isPlain(in: place): text
    case .singleQuoted: doubleQuoted
    default: quoted
    }
  }

  /// Double quotes, or single ones when they save escapes.
  var quoted: [UInt8] {
    let needsEscapes = text.contains(.quote) || text.contains(.backslash)
    let allowsSingle = !text.contains(.apostrophe) && !text.contains(.lineFeed) && !text.contains(.tab) && isPrintable
    return needsEscapes && allowsSingle ? singleQuoted : doubleQuoted
  }

  private var singleQuoted: [UInt8] {
    [.apostrophe] + text.flatMap { $0 == .apostrophe ? [$0, $0] : [$0] } + [.apostrophe]
  }

  /// NUL and the byte order mark cannot be written and become U+FFFD.
  private var doubleQuoted: [UInt8] {
    var bytes: [UInt8] = [.quote]
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      bytes.append(contentsOf: Self.escaped(scalar).utf8)
    }
    return bytes + [.quote]
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\0", "\u{FEFF}": "\u{FFFD}"
    case _ where needsEscape(scalar): hexadecimal(scalar.value)
    default: String(Character(scalar))
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let width = value < 0x100 ? 2 : 4
    return (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

// MARK: Blocks

extension ScalarForm {
  /// A block scalar: the part on the line of its key, and the lines below, without indentation.
  struct Block {
    let header: [UInt8]
    let lines: [ArraySlice<UInt8>]
  }

  /// The text line by line after a `|`; nil when that would not read back.
  ///
  /// - Parameter increment: how much deeper than its parent the text will be.
  func literal(increment: Int) -> Block? {
    guard text.contains(where: { !$0.isBlankOrLineFeed }), isPrintable else { return nil }
    guard let (body, chomping) = chomped else { return nil }
    let lines = body.split(separator: .lineFeed, omittingEmptySubsequences: false)
    // Readers differ on a block with a number after its sign that ends in a line of spaces.
    if lines.last?.allSatisfy({ $0.isBlank }) == true { return nil }
    return header(.pipe, lines, increment, chomping).map { Block(header: $0, lines: lines) }
  }

  /// The text as prose after a `>`, in lines of `width` bytes if it has spaces; nil when it would not read back.
  func folded(increment: Int, width: Int) -> Block? {
    guard text.contains(where: { $0 != .lineFeed }), isPrintable else { return nil }
    guard let (body, chomping) = chomped else { return nil }
    let paragraphs = body.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard !paragraphs.contains(where: { $0.first == .space || $0.first == .tab }) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var hasText = false
    for paragraph in paragraphs {
      // One line feed between two lines of text is written as a blank line; a blank line is written as itself.
      if hasText, !paragraph.isEmpty { lines.append([]) }
      lines += Self.wrapped(paragraph, width: width)
      hasText = hasText || !paragraph.isEmpty
    }
    return header(.greater, lines, increment, chomping).map { Block(header: $0, lines: lines) }
  }

  /// The text without its last line feed, and how that is written; nil when it ends in several.
  ///
  /// Several line feeds at the end would absorb the blank lines that follow in the file.
  private var chomped: (body: ArraySlice<UInt8>, chomping: [UInt8])? {
    guard text.last == .lineFeed else { return (text[...], [.dash]) }
    let body = text.dropLast()
    return body.last == .lineFeed ? nil : (body, [])
  }

  private func header(
    _ indicator: UInt8, _ lines: [ArraySlice<UInt8>], _ increment: Int, _ chomping: [UInt8]
  ) -> [UInt8]? {
    let first = lines.first { !$0.isEmpty }?.first
    let needsIncrement = first == .space || first == .tab
    if needsIncrement, !(1...9).contains(increment) { return nil }
    return [indicator] + (needsIncrement ? Array(String(increment).utf8) : []) + chomping
  }

  private static func wrapped(_ paragraph: ArraySlice<UInt8>, width: Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = paragraph
    while rest.count > width {
      guard let place = breakPlace(rest, width: width) else { break }
      lines.append(rest[..<place])
      rest = rest[(place + 1)...]
    }
    return lines + [rest]
  }

  /// The last single space within the width, or the first one after it.
  private static func breakPlace(_ text: ArraySlice<UInt8>, width: Int) -> Int? {
    let limit = text.startIndex + width
    let isBreak = { (index: Int) in
      text[index] == .space && index > text.startIndex && index + 1 < text.endIndex
        && !text[index - 1].isBlank && !text[index + 1].isBlank
    }
    return text.indices.prefix(width + 1).last(where: isBreak) ?? (limit..<text.endIndex).first(where: isBreak)
  }
}
