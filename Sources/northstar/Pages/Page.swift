/// A document for people, as Markdown for a message or as one page for a screen and for print.
struct Page {
  enum Sides: String { case portrait, landscape }

  let title: String
  /// What it is about and as of when, below the title.
  var lead: String?
  var sides = Sides.portrait
  private(set) var blocks: [PageBlock] = []

  init(_ title: String, lead: String? = nil, sides: Sides = .portrait) {
    (self.title, self.lead, self.sides) = (title, lead, sides)
  }

  mutating func add(_ blocks: PageBlock...) { self.blocks += blocks }

  mutating func add(_ blocks: [PageBlock]) { self.blocks += blocks }
}

/// A part of a page. All texts are plain: what looks like markup in them is shown, not obeyed.
enum PageBlock {
  /// - Parameter level: 2 or 3; the title of the page is 1.
  case heading(String, level: Int = 2)
  case paragraph(String)
  case list([String])
  case table(PageTable)
  case chart(PageChart)
  /// Something that a reader must not miss: what is lacking, or in doubt.
  case note(String)

  static func table(_ columns: [String], _ rows: [[String]], numeric: Set<Int> = []) -> PageBlock {
    .table(PageTable(columns: columns, rows: rows, numeric: numeric))
  }

  static func table(_ listing: Listing) -> PageBlock { table(listing.columns, Array(listing.rows)) }
}

struct PageTable {
  let columns: [String]
  /// Each with a cell a column.
  let rows: [[String]]
  /// The columns with numbers, which stand at the right.
  var numeric: Set<Int> = []
}

/// A picture, and the same in words for where no picture can be shown.
struct PageChart {
  /// An SVG element that stands on its own; its ids differ from those of the page's other charts.
  let svg: String
  /// Empty where what stands beside it says the same.
  let text: String
  /// A row of values as one line, where the chart is one of values over time.
  var sparkline: String?
}
