import ArgumentParser
import Diagnostics
import StrategyModel

/// How rows are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv

  /// - Parameter width: where a table's lines are cut; `nil` when nothing is cut, as in a pipe.
  func render(_ listing: Listing, width: Int?) throws -> String {
    switch self {
    case .table: ListFormat.table(listing, width: width)
    case .csv: ListFormat.csv(listing)
    case .json: try encodeJSON(ListFormat.objects(listing))
    }
  }

  private static func table(_ listing: Listing, width: Int?) -> String {
    let rows = Array(listing.rows)
    let used = listing.columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = ([listing.columns] + rows).map { row in used.map { row[$0].visible } }
    let widths = used.indices.map { column in lines.map { $0[column].displayWidth }.max() ?? 0 }
    return lines.map { cells in
      var line = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.displayWidth)
      }.joined(separator: "  ")
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      return cut(line, to: width) + "\n"
    }.joined()
  }

  private static func cut(_ line: String, to width: Int?) -> String {
    guard let width, line.displayWidth > width else { return line }
    var kept = ""
    var used = 0
    for character in line {
      used += character.displayWidth
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func csv(_ listing: Listing) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(100 * listing.count)
    text += listing.columns.csvLine
    for row in listing.rows { text += row.csvLine }
    return String(decoding: text, as: UTF8.self)
  }

  private static func objects(_ listing: Listing) -> JSONValue {
    let rows = listing.rows.map { row in
      JSONValue.object(Dictionary(uniqueKeysWithValues: zip(listing.columns, row.map(JSONValue.string))))
    }
    return ["formatVersion": "1.0", "rows": .array(rows)]
  }
}
