import ArgumentParser
import Presentation

/// The output formats of rows.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv

  /// - Parameters:
  ///   - width: of a terminal, to which a table's lines are fitted; `nil` for a pipe.
  ///   - notes: what could not be read, for an answer that consists only of rows.
  func render(_ listing: Listing, width: Int?, notes: [String] = []) throws -> String {
    switch self {
    case .table: listing.table(width: width)
    case .csv: listing.csv
    case .json: try encodeJSON(listing.json, notes: notes)
    }
  }
}
