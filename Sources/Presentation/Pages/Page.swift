/// A document for people, as Markdown for a message or as one page for screen and print.
package struct Page {
  package enum Sides: String { case portrait, landscape }

  let title: String
  /// The subject and the day, below the title.
  var lead: String?
  var sides = Sides.portrait
  private(set) var blocks: [PageBlock] = []

  package init(_ title: String, lead: String? = nil, sides: Sides = .portrait) {
    (self.title, self.lead, self.sides) = (title, lead, sides)
  }

  package mutating func add(_ blocks: PageBlock...) { self.blocks += blocks }

  package mutating func add(_ blocks: [PageBlock]) { self.blocks += blocks }
}

/// A part of a page. All texts are plain: anything that looks like markup is shown literally.
package enum PageBlock {
  /// - Parameter level: 2 or 3; the title of the page is 1.
  case heading(String, level: Int = 2)
  case paragraph(String)
  case list([String])
  case table(PageTable)
  case chart(PageChart)
  /// Something that a reader must not miss: missing or doubtful data.
  case note(String)

  package static func table(_ columns: [String], _ rows: [[String]], numeric: Set<Int> = []) -> PageBlock {
    table(columns, cells: rows.map { $0.map { .text($0) } }, numeric: numeric)
  }

  package static func table(_ columns: [String], cells: [[Cell]], numeric: Set<Int> = []) -> PageBlock {
    .table(PageTable(columns: columns, rows: cells, numeric: numeric))
  }

  package static func table(_ listing: Listing) -> PageBlock { table(listing.columns, cells: Array(listing.cells)) }
}

package struct PageTable {
  let columns: [String]
  /// Each with one cell per column.
  let rows: [[Cell]]
  /// The columns with numbers, which are right-aligned.
  var numeric: Set<Int> = []

  /// The columns' titles and the rows, every cell in its own type.
  package var json: JSONValue {
    ["columns": .array(columns.map(JSONValue.string)), "rows": .array(rows.map { .array($0.map(\.json)) })]
  }
}

/// A picture, and its content in words for places where no picture can be shown.
package struct PageChart {
  /// A self-contained SVG element; its ids differ from those of the page's other charts.
  package let svg: String
  /// Empty where adjacent text says the same.
  package let text: String
  /// A row of values as one line, if the chart shows values over time.
  package var sparkline: String?

  package init(svg: String, text: String, sparkline: String? = nil) {
    (self.svg, self.text, self.sparkline) = (svg, text, sparkline)
  }
}
