import Diagnostics
import StrategyModel

/// A kind or a field, for a terminal.
struct FieldText {
  let text: String

  init(_ topic: FieldTopic, width: Int) {
    var lines = [topic.name, "", topic.summary]
    if let field = topic.field {
      lines += ["", "  " + field.shape.words + (field.isRequired ? ", required" : ", optional")]
      if let example = field.example { lines.append("  for example: \(field.name): \(example)") }
      for choice in field.shape.choices { lines.append("  \(choice.value.padded(14)) \(choice.summary)") }
    } else {
      lines += ["", "  " + topic.kind.pathPattern]
    }
    let widest = topic.fields.map(\.name.count).max() ?? 0
    if !topic.fields.isEmpty { lines.append("") }
    for field in topic.fields {
      let mark = field.isRequired ? "*" : " "
      lines += wrapped(field.summary, to: width, first: "  \(mark) \(field.name.padded(widest))  ")
    }
    if topic.fields.contains(where: \.isRequired) { lines += ["", "  * required"] }
    text = lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// Padded with spaces to a width.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}

/// Text in lines of at most `width` characters; lines after the first are indented like it.
func wrapped(_ text: String, to width: Int, first prefix: String = "") -> [String] {
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
