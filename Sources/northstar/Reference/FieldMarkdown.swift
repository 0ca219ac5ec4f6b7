import StrategyModel
import StrategyStore

/// A kind or a field, for the reference page.
struct FieldMarkdown {
  let text: String

  init(_ topic: FieldTopic) {
    var lines = ["## `\(topic.name)`", "", topic.summary]
    if topic.field == nil { lines += ["", "File: `\(topic.kind.pathPattern)`"] }
    lines += ["", "| field | holds | meaning |", "| --- | --- | --- |"]
    lines += FieldMarkdown.rows(topic.fields, below: "")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ fields: [FieldDescription], below path: String) -> [String] {
    fields.flatMap { field in
      let name = path + field.name
      let holds = field.shape.choices.isEmpty ? field.shape.words : choices(field.shape)
      let example = field.example.map { " Example: `\($0)`." } ?? ""
      let row = "| `\(name)`\(field.isRequired ? " *" : "") | \(holds) | \(field.summary)\(example) |"
      return [row] + rows(field.shape.fields, below: name + ".")
    }
  }

  private static func choices(_ shape: Shape) -> String {
    shape.choices.map { "`\($0.value)`: \($0.summary)" }.joined(separator: "<br>")
  }
}
