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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(100 * (count + 1))
    bytes.append(csvLine: columns) { $0.append(csv: $1.replacing(" ", with: "_")) }
    for row in cells { bytes.append(csvLine: row) { $0.append(csv: $1) } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An object for each row, with the columns' titles in camel case as keys.
  package var json: JSONValue {
    let keys = columns.map(\.camelCase)
    let objects = cells.map { row in
      JSONValue.object(Dictionary(uniqueKeysWithValues: zip(keys, row.map(\.json))))
    }
    return ["formatVersion": "2.0", "rows": .array(objects)]
  }
}

extension String {
  /// `knownOn` for "known_on", "known on" and "known-on".
  package var camelCase: String {
    let words = split { " _-".contains($0) }
    return words.dropFirst().reduce(String(words.first ?? "")) { key, word in
      key + word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
