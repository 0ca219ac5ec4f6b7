import Insight

/// A command, for the reference page.
struct CommandMarkdown {
  let text: String

  init(_ command: CommandDescription) {
    var lines = ["## `\(command.path.joined(separator: " "))`", "", (command.abstract ?? "") + "."]
    lines += ["", "```", CommandMarkdown.usage(command), "```"]
    for block in command.text.blocks { lines += CommandMarkdown.lines(block) }
    let arguments = command.positionals.map { ($0.value, $0.meaning) }
    let options = command.options.filter { $0.name != "--help" }.map { option in
      (option.spellings.joined(separator: ", ") + (option.kind == .option ? " " + option.value : ""), option.meaning)
    }
    if !(arguments + options).isEmpty { lines.append("") }
    lines += (arguments + options).map { "- `\($0)`: \($1)" }
    let name = command.path.dropFirst().joined(separator: " ")
    if let schema = OutputSchema.all.first(where: { $0.command == name }) {
      lines += ["", "JSON: [`\(schema.path)`](../../\(schema.path))"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func usage(_ command: CommandDescription) -> String {
    (command.path + command.usage).joined(separator: " ")
  }

  private static func lines(_ block: HelpText.Block) -> [String] {
    switch block {
    case .paragraph(let words): ["", words.replacing("<", with: "\\<")]
    case .literal(let lines): ["", "```sh"] + lines + ["```"]
    }
  }
}
