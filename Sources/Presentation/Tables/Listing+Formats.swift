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
    var text = ""
    text.reserveCapacity(100 * count)
    text.append(csv: columns.lazy.map(Optional.some))
    for row in cells { text.append(csv: row.lazy.map { $0?.asCell }) }
    return text
  }

  /// An object for each row.
  package var json: JSONValue {
    let objects = rows.map { row in
      JSONValue.object(Dictionary(uniqueKeysWithValues: zip(columns, row.map(JSONValue.string))))
    }
    return ["formatVersion": "1.0", "rows": .array(objects)]
  }
}
