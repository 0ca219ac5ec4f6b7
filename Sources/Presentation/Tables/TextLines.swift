extension String {
  /// Padded with spaces to a width.
  package func padded(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}

/// Text in lines of at most `width` characters; lines after the first are indented like it.
package func wrapped(_ text: String, to width: Int, first prefix: String = "") -> [String] {
  let room = max(20, width - prefix.count)
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: \.isWhitespace) {
    if !line.isEmpty, line.count + 1 + word.count > room {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " \(word)"
  }
  lines.append(line)
  let indent = String(repeating: " ", count: prefix.count)
  return lines.enumerated().map { ($0.offset == 0 ? prefix : indent) + $0.element }
}
