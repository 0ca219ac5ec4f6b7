/// A page as self-contained HTML that is also XML: no external scripts, fonts or pictures; for screens of any width and
/// for A4 in black and white.
package struct PageHTML {
  private let page: Page

  package init(_ page: Page) { self.page = page }

  package var text: String {
    let title = PageHTML.escaped(page.title)
    let lead = page.lead.map { "<p class=\"lead\">\(PageHTML.escaped($0))</p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width"/>
      <title>\(title)</title>
      <style>
      \(PageHTML.style)
      @page { size: A4 \(page.sides.rawValue); margin: 14mm }
      </style>
      </head>
      <body class="\(page.sides.rawValue)">
      <h1>\(title)</h1>
      \(lead)\(page.blocks.map(PageHTML.text).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func text(of block: PageBlock) -> String {
    switch block {
    case .heading(let text, let level):
      let tag = "h\(min(max(level, 2), 6))"
      return "<\(tag)>\(escaped(text))</\(tag)>"
    case .paragraph(let text): return "<p>\(escaped(text))</p>"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>"
    case .table(let table): return text(of: table)
    case .chart(let chart): return "<figure>\n\(chart.svg)</figure>"
    case .note(let text): return "<p class=\"note\">\(escaped(text))</p>"
    }
  }

  private static func text(of table: PageTable) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      let shown = cells.enumerated().map { column, cell in
        "<\(tag)\(style(of: cell, isNumber: table.numeric.contains(column)))>\(escaped(cell))</\(tag)>"
      }
      return "<tr>\(shown.joined())</tr>"
    }
    return
      "<div class=\"\(table.rows.count <= mostWhole ? "wide whole" : "wide")\"><table><thead>\(row(table.columns, "th"))</thead><tbody>\n"
      + table.rows.map { row($0.map(\.shown), "td") + "\n" }.joined() + "</tbody></table></div>"
  }

  /// Days, ids of commits and the like are not broken at their dashes.
  private static func style(of cell: String, isNumber: Bool) -> String {
    isNumber ? " class=\"number\"" : cell.count <= 12 ? " class=\"short\"" : ""
  }

  /// Tables with up to so many rows are kept on one page.
  private static let mostWhole = 12

  private static func escaped(_ text: String) -> String { text.visible.xmlEscaped }

  private static let style = """
    body { font: 15px/1.5 "Segoe UI", "DejaVu Sans", Verdana, Arial, sans-serif; margin: 2em auto; max-width: 860px;
      padding: 0 1em; color: #111; background: #fff }
    body.landscape { max-width: 1200px }
    h1 { font-size: 1.7em; line-height: 1.25; margin-bottom: 0.2em }
    h2 { font-size: 1.25em; margin: 1.8em 0 0.4em; border-bottom: 2px solid #111; padding-bottom: 0.1em }
    h3 { font-size: 1.05em; margin: 1.2em 0 0.3em }
    p, li { max-width: 80ch; margin: 0.5em 0 }
    li { margin: 0.15em 0 }
    .lead { color: #444; margin-top: 0 }
    .wide { overflow-x: auto; margin: 0.7em 0 }
    table { border-collapse: collapse; width: 100%; font-size: 13px }
    th, td { text-align: left; padding: 3px 8px; border-bottom: 1px solid #ccc; vertical-align: top }
    th { border-bottom: 2px solid #555 }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    .short { white-space: nowrap }
    thead { display: table-header-group }
    tr, figure, .note, .whole { break-inside: avoid }
    h2, h3 { break-after: avoid }
    figure { margin: 1em 0 }
    figure svg { display: block; max-width: 100%; height: auto }
    .note { border-left: 4px solid #777; padding: 0.1em 0 0.1em 0.8em; background: #f4f4f4 }
    @media print {
      body, body.landscape { margin: 0; padding: 0; max-width: none; font-size: 11px }
      table { font-size: 10px }
      .wide { overflow: visible }
    }
    """
}
