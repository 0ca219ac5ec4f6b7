/// What holds the place of something that is still to be decided: `TBD`, `???`, `XX`, `X %`, `N_`, `<number>`.
///
/// Names are never taken for one: `Xbox`, `N26`, `X-ray`, a question with its question mark.
enum Placeholder {
  /// The first placeholder of a title, as it is written there.
  static func first(in title: String) -> String? {
    guard let range = range(in: title.utf8.span) else { return nil }
    return String(decoding: title.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  private static func range(in bytes: Span<UInt8>) -> Range<Int>? {
    var before = 0..<0
    var position = 0
    while let token = token(in: bytes, from: position) {
      switch bytes[token.lowerBound] {
      case UInt8(ascii: "A")...UInt8(ascii: "K"), UInt8(ascii: "a")...UInt8(ascii: "k"), 0x30...0x39: break
      default:
        if let range = placeholder(bytes, token, after: before) { return range }
      }
      (before, position) = (token, token.upperBound)
    }
    return nil
  }

  /// The next run of bytes without white space, and without the brackets, quotes and signs of currency before it.
  private static func token(in bytes: Span<UInt8>, from position: Int) -> Range<Int>? {
    var start = position
    while start < bytes.count, isSpace(bytes[start]) || isOpening(bytes[start]) { start += 1 }
    guard start < bytes.count else { return nil }
    var end = start + 1
    while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func placeholder(_ bytes: Span<UInt8>, _ token: Range<Int>, after before: Range<Int>) -> Range<Int>? {
    let first = bytes[token.lowerBound]
    var end = token.lowerBound + 1
    while end < token.upperBound, bytes[end] == first { end += 1 }
    let run = token.lowerBound..<end
    let isPercentage = followsPercent(bytes, after: run.upperBound)
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "#"):
      if isPercentage { return throughPercent(bytes, run) }
      return run.count > 1 && isEnd(bytes, run.upperBound) ? run : nil
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "Y"), UInt8(ascii: "y"), UInt8(ascii: "Z"),
      UInt8(ascii: "z"):
      if isPercentage { return throughPercent(bytes, run) }
      guard first == UInt8(ascii: "N"), end < bytes.count, bytes[end] == UInt8(ascii: "_") else { return nil }
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0x20
      return WordScan.isWord(next) && !isDigit(next) ? nil : token.lowerBound..<end + 1
    case UInt8(ascii: "X"), UInt8(ascii: "x"):
      return placeholder(bytes, x: run, after: before)
    case UInt8(ascii: "T"), UInt8(ascii: "t"):
      if let word = words.first(where: { begins(bytes, run.lowerBound, $0) }) {
        return run.lowerBound..<run.lowerBound + word.utf8.count
      }
      let isNote = begins(bytes, run.lowerBound, "TODO", ignoringCase: false)
      return isNote && !isBeforeWord(bytes, run.lowerBound + 4) ? run.lowerBound..<run.lowerBound + 4 : nil
    case UInt8(ascii: "L"), UInt8(ascii: "l"):
      return begins(bytes, run.lowerBound, "lorem ipsum") ? run.lowerBound..<run.lowerBound + 11 : nil
    case UInt8(ascii: "<"), UInt8(ascii: "{"):
      return template(bytes, run)
    default: return nil
    }
  }

  private static let words = ["tbd", "tbc", "tba"]

  /// `XX`, `X%`, `€X`, `X.X`, `XXk`, and X between "from" and "to".
  private static func placeholder(_ bytes: Span<UInt8>, x run: Range<Int>, after before: Range<Int>) -> Range<Int>? {
    if followsPercent(bytes, after: run.upperBound) { return throughPercent(bytes, run) }
    var end = run.upperBound
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","),
      WordScan.lowercase(bytes[end + 1]) == UInt8(ascii: "x")
    {
      end += 2
      while end < bytes.count, WordScan.lowercase(bytes[end]) == UInt8(ascii: "x") { end += 1 }
      return isEnd(bytes, end) || bytes[end] == UInt8(ascii: "%") ? run.lowerBound..<end : nil
    }
    let hasCurrency = run.lowerBound > 0 && isCurrency(bytes[run.lowerBound - 1])
    if end < bytes.count, hasCurrency || run.count > 1, "km".utf8.contains(WordScan.lowercase(bytes[end])) { end += 1 }
    guard isEnd(bytes, end) else { return nil }
    if hasCurrency || run.count > 1 { return begins(bytes, before.lowerBound, "siglo") ? nil : run.lowerBound..<end }
    let isFrom = ["from", "von", "de", "del"].contains { begins(bytes, before.lowerBound, $0) }
    let isTo = ["to", "auf", "a", "al"].contains { begins(bytes, skippingSpace(bytes, end), $0) }
    return isFrom && isTo ? run : nil
  }

  /// `<number>`, `{{number}}`.
  private static func template(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Range<Int>? {
    let isBrace = bytes[run.lowerBound] == UInt8(ascii: "{")
    guard run.count == (isBrace ? 2 : 1), run.upperBound < bytes.count, WordScan.isWord(bytes[run.upperBound]),
      !isDigit(bytes[run.upperBound])
    else { return nil }
    for end in run.upperBound..<min(bytes.count, run.upperBound + 40)
    where bytes[end] == (isBrace ? UInt8(ascii: "}") : UInt8(ascii: ">")) {
      return run.lowerBound..<min(bytes.count, end + run.count)
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "~"),
      UInt8(ascii: "+"), UInt8(ascii: ":"):
      true
    default: isCurrency(byte)
    }
  }

  /// `$`, and the bytes of `€` and `£`.
  private static func isCurrency(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), 0xE2, 0x82, 0xAC, 0xC2, 0xA3: true
    default: false
    }
  }

  /// Whether a word ends at a position.
  private static func isEnd(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return !WordScan.isWord(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "'")
  }

  private static func skippingSpace(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    var position = position
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    return position
  }

  private static func followsPercent(_ bytes: Span<UInt8>, after position: Int) -> Bool {
    let next = skippingSpace(bytes, position)
    if next < bytes.count, bytes[next] == UInt8(ascii: "%") { return true }
    return next > position && ["percent", "per cent", "prozent", "por ciento"].contains { begins(bytes, next, $0) }
  }

  private static func throughPercent(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Range<Int> {
    let next = skippingSpace(bytes, run.upperBound)
    return run.lowerBound..<(bytes[next] == UInt8(ascii: "%") ? next + 1 : run.upperBound)
  }

  /// Whether another word follows, after white space only.
  private static func isBeforeWord(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let next = skippingSpace(bytes, position)
    return next < bytes.count && WordScan.isWord(bytes[next])
  }

  /// Whether a word, or words with one space between, begins at a position and ends where it ends.
  private static func begins(
    _ bytes: Span<UInt8>, _ position: Int, _ word: String, ignoringCase: Bool = true
  ) -> Bool {
    var position = position
    for byte in word.utf8 {
      guard position < bytes.count else { return false }
      guard byte == (ignoringCase ? WordScan.lowercase(bytes[position]) : bytes[position]) else { return false }
      position += 1
    }
    return position == bytes.count || !WordScan.isWord(bytes[position])
  }
}
