/// Plain scalars, which end on their line.
extension YAMLScanner {
  struct Plain {
    let end: Int
    /// Where the scan stopped: at a colon before a blank, at the line feed, or at a comment.
    let stop: Int
  }

  /// Scans a plain scalar that will be read, and reports a tab in it.
  @inline(__always)
  mutating func takePlain(_ text: Span<UInt8>, _ start: Int) -> Plain {
    let plain = scanPlain(text, start)
    if hasTabs { reportTabs(text, start, plain.stop) }
    return plain
  }

  @inline(__always)
  func scanPlain(_ text: Span<UInt8>, _ start: Int) -> Plain {
    let stop = plainStop(text, start)
    var end = stop
    while end > start, text[end - 1].isBlank { end -= 1 }
    return Plain(end: end, stop: stop)
  }

  @inline(__always)
  private func plainStop(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position <= text.count &- 8 {
      let word = text.word(at: position)
      var found = word.bytes(equalTo: .lineFeed) | word.bytes(equalTo: .colon) | word.bytes(equalTo: .hash)
      while found != 0 {
        let candidate = position &+ found.firstByte
        if endsPlain(text, candidate) { return candidate }
        found &= found &- 1
      }
      position &+= 8
    }
    while !endsPlain(text, position) { position &+= 1 }
    return position
  }

  /// Whether a plain scalar ends before this byte.
  @inline(__always)
  private func endsPlain(_ text: Span<UInt8>, _ position: Int) -> Bool {
    switch text[position] {
    case .lineFeed: true
    case .colon: text[position &+ 1].isBlankOrLineFeed
    case .hash: position > 0 && text[position &- 1].isBlank
    default: false
    }
  }
}
