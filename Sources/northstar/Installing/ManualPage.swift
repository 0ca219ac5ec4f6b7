import StrategyStore

/// A command's manual page, in the `man` macros that the formatter of every system understands. Source: man-pages(7).
struct ManualPage {
  /// `northstar-check.1`
  let file: String
  let text: String

  init(_ command: CommandDescription) {
    let name = command.path.joined(separator: "-")
    file = name + ".1"
    var page = Roff()
    page.line(".TH \(name.uppercased()) 1 \"\" \"northstar \(ToolVersion.current)\" \"northstar manual\"")
    page.line(".nh\n.ad l")
    page.line(".SH NAME")
    page.line("\(Roff.escaped(name)) \\- \(Roff.escaped(command.abstract ?? ""))")
    page.line(".SH SYNOPSIS")
    page.line(".B " + Roff.escaped(command.path.joined(separator: " ")))
    if !command.usage.isEmpty { page.line(Roff.escaped(command.usage.joined(separator: " "))) }
    page.section("DESCRIPTION", command.text)
    page.list("ARGUMENTS", command.positionals.map { ($0.value, $0.meaning) })
    page.list(
      "OPTIONS",
      command.options.map { option in
        (option.spellings.joined(separator: ", ") + (option.kind == .option ? " " + option.value : ""), option.meaning)
      })
    page.list("COMMANDS", command.commands.map { ($0.commandName, $0.abstract ?? "") })
    page.list("EXIT STATUS", ManualPage.statuses)
    page.section("SEE ALSO", HelpText(ManualPage.neighbours(of: command).joined(separator: ", ")))
    text = page.text
  }

  /// The page that `git northstar --help` opens.
  static let alias = (file: "git-northstar.1", text: ".so man1/northstar.1\n")

  private static let statuses = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }

  private static func neighbours(of command: CommandDescription) -> [String] {
    let below = command.commands.map { $0.path.joined(separator: "-") }
    let above = command.path.indices.dropFirst().map { command.path[..<$0].joined(separator: "-") }
    return (above + below + ["git"]).map { $0 + "(1)" }
  }
}

/// Text for a `man` page, with characters escaped that roff would take for a request or a font.
private struct Roff {
  private(set) var text = ""

  private var isBelowHeading = false

  mutating func line(_ line: String) {
    text += line + "\n"
    isBelowHeading = line.hasPrefix(".SH")
  }

  mutating func section(_ title: String, _ content: HelpText) {
    guard !content.blocks.isEmpty else { return }
    line(".SH \(title)")
    for block in content.blocks {
      switch block {
      case .paragraph("Example:"), .paragraph("Examples:"): line(".SH EXAMPLES")
      case .paragraph(let words): paragraph([Roff.escaped(words)])
      case .literal(let lines): paragraph([".nf"] + lines.map(Roff.escaped) + [".fi"])
      }
    }
  }

  /// A heading begins a paragraph by itself.
  private mutating func paragraph(_ lines: [String]) {
    if !isBelowHeading { line(".PP") }
    for text in lines { line(text) }
  }

  mutating func list(_ title: String, _ items: [(term: String, meaning: String)]) {
    guard !items.isEmpty else { return }
    line(".SH \(title)")
    for item in items {
      line(".TP")
      line(".B " + Roff.escaped(item.term))
      line(Roff.escaped(item.meaning))
    }
  }

  /// A hyphen meant to be copied is `\-`; a line that begins with `.` or `'` would be a request.
  static func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq")
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
