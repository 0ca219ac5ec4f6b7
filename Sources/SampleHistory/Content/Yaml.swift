/// Text as a YAML value on one line, quoted only when necessary.
func scalar(_ text: String) -> String {
  let special: Set<Character> = ["\"", "'", "#", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "-", "?"]
  let isPlain =
    text.first.map { !special.contains($0) && !$0.isWhitespace } ?? false
    && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":") && Double(text) == nil
  guard !isPlain else { return text }
  return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

/// Text after its key: on one line, or folded below it when that would be too long to read.
func prose(_ text: String, indent: Int) -> String {
  text.count + indent < 104 ? scalar(text) : folded(text, indent: indent)
}

/// Text as a folded block that begins after `key: `, with its lines indented.
func folded(_ text: String, indent: Int, width: Int = 96) -> String {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, indent + line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  lines.append(line)
  let margin = String(repeating: " ", count: indent)
  return ">-\n" + lines.map { margin + $0 }.joined(separator: "\n")
}

/// A commit's paragraph, wrapped for mail readers and terminals.
func wrapped(_ text: String) -> String {
  folded(text, indent: 0, width: 72).replacing(">-\n", with: "", maxReplacements: 1)
}
