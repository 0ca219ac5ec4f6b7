import ArgumentParser
import Presentation
import StrategyStore

/// The options of every command whose answer is a list.
struct RowOptions: ParsableArguments {
  @OptionGroup var filter: RowFilter

  @Option(help: "The output format")
  var format = RowFormat.text
}

/// The rows of a list that somebody wants to see.
struct RowFilter: ParsableArguments {
  @Option(
    name: [.customShort("w"), .long],
    help: ArgumentHelp(
      "Keep rows whose column has a value, or one of several: column=value,value; repeatable",
      valueName: "column=value"))
  var `where`: [String] = []

  /// Keeps the rows that were asked for.
  func choose(from listing: inout Listing) throws(StrategyError) {
    for condition in `where` { try listing.keep(condition) }
  }
}

/// The output formats of rows.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown, html

  /// - Parameters:
  ///   - title: of a page.
  ///   - width: of a terminal, to which a table's lines are fitted; `nil` for a pipe.
  ///   - notes: what could not be read, for an answer that consists only of rows.
  func render(_ listing: Listing, title: String, width: Int?, notes: [String] = []) throws -> String {
    switch self {
    case .text: listing.table(width: width)
    case .csv: listing.csv
    case .json: try encodeJSON(listing.json, notes: notes)
    case .markdown: PageMarkdown(Page(title, listing, notes: notes)).text
    case .html: PageHTML(Page(title, listing, notes: notes)).text
    }
  }
}

extension Page {
  init(_ title: String, _ listing: Listing, notes: [String]) {
    self.init(title, sides: .landscape)
    add(notes.map { .note($0) })
    add(.table(listing))
  }
}

extension Console {
  /// Prints the rows that were asked for.
  ///
  /// - Parameter empty: what people read in place of no rows.
  func show(_ listing: Listing, _ rows: RowOptions, title: String, empty: String) throws {
    var listing = listing
    try rows.filter.choose(from: &listing)
    if listing.count == 0, rows.format == .text { return note(listing.misses ?? empty) }
    show(try rows.format.render(listing, title: title, width: terminal.tableWidth, notes: limits))
  }
}
