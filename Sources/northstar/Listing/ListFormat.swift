import ArgumentParser
import Diagnostics
import StrategyModel

/// The output formats of rows.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv

  /// - Parameters:
  ///   - width: of a terminal, to which a table's lines are fitted; `nil` for a pipe.
  ///   - notes: what could not be read, for an answer that consists only of rows.
  func render(_ listing: Listing, width: Int?, notes: [String] = []) throws -> String {
    switch self {
    case .table: ListFormat.table(listing, width: width)
    case .csv: ListFormat.csv(listing)
    case .json: try encodeJSON(ListFormat.objects(listing), notes: notes)
    }
  }

  private static func table(_ listing: Listing, width: Int?) -> String {
    let rows = Array(listing.rows)
    let table = TextTable(listing.columns, rows, whole: listing.whole, width: width)
    let lines = rows.enumerated().map { number, row in
      (table.isStacked && number > 0 ? [""] : []) + table.lines(row)
    }
    return (table.head + lines.joined()).map { $0 + "\n" }.joined()
  }

  private static func csv(_ listing: Listing) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(100 * listing.count)
    text += listing.columns.csvLine
    for row in listing.rows { text += row.map(\.asCell).csvLine }
    return String(decoding: text, as: UTF8.self)
  }

  private static func objects(_ listing: Listing) -> JSONValue {
    let rows = listing.rows.map { row in
      JSONValue.object(Dictionary(uniqueKeysWithValues: zip(listing.columns, row.map(JSONValue.string))))
    }
    return ["formatVersion": "1.0", "rows": .array(rows)]
  }
}
