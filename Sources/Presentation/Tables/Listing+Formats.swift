extension Listing {
  /// - Parameter width: of a terminal, to which the lines are fitted; `nil` for a pipe.
  package func table(width: Int?) -> String {
    let rows = Array(self.rows)
    let table = TextTable(columns, rows, whole: whole, width: width)
    let lines = rows.enumerated().map { number, row in
      (table.isStacked && number > 0 ? [""] : []) + table.lines(row)
    }
    return (table.head + lines.joined()).map { $0 + "\n" }.joined()
  }

  /// For spreadsheets: no cell is a formula.
  package var csv: String {
    var text: [UInt8] = []
    text.reserveCapacity(100 * count)
    text += columns.csvLine
    for row in rows { text += row.map(\.asCell).csvLine }
    return String(decoding: text, as: UTF8.self)
  }

  /// An object for each row.
  package var json: JSONValue {
    let objects = rows.map { row in
      JSONValue.object(Dictionary(uniqueKeysWithValues: zip(columns, row.map(JSONValue.string))))
    }
    return ["formatVersion": "1.0", "rows": .array(objects)]
  }
}
