import Presentation
import StrategyModel
import StrategyStore

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
