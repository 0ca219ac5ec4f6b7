/// A page as common Markdown, with the tables that all hosts support; charts become words.
package struct PageMarkdown {
  private let page: Page

  package init(_ page: Page) { self.page = page }

  package var text: String {
    let head = ["# \(Markdown.escaped(page.title))"] + (page.lead.map { [PageMarkdown.paragraph($0)] } ?? [])
    return (head + page.blocks.map(PageMarkdown.text)).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func text(of block: PageBlock) -> String {
    switch block {
    case .heading(let text, let level):
      String(repeating: "#", count: min(max(level, 2), 6)) + " " + Markdown.escaped(text)
    case .paragraph(let text): paragraph(text)
    case .list(let items): items.map { "- " + paragraph($0) }.joined(separator: "\n")
    case .table(let table): text(of: table)
    case .chart(let chart):
      ([chart.sparkline.map(Markdown.code)].compactMap(\.self)
        + (chart.text.isEmpty ? [] : [paragraph(chart.text)]))
        .joined(separator: "\n\n")
    case .note(let text): "> **Note:** \(Markdown.escaped(text))"
    }
  }

  private static func text(of table: PageTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rules = table.columns.indices.map { table.numeric.contains($0) ? "---:" : "---" }
    return
      ([line(table.columns.map(Markdown.escaped)), line(rules)]
      + table.rows.map { line($0.map { Markdown.escaped($0.shown) }) }).joined(separator: "\n")
  }

  /// Escapes text at the start of a paragraph that would begin a list or a heading's rule.
  private static func paragraph(_ text: String) -> String {
    let text = Markdown.escaped(text)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") { return digits + "\\" + rest }
    return text.hasPrefix("-") || text.hasPrefix("+") || text.hasPrefix("=") || text.hasPrefix("~") ? "\\" + text : text
  }
}
