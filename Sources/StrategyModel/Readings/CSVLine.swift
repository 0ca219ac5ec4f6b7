extension [String] {
  /// The values on one line, quoted where they have to be. Source: RFC 4180, with the line ends of Unix.
  package var csvLine: [UInt8] {
    var line: [UInt8] = []
    for (column, cell) in enumerated() {
      if column > 0 { line.append(UInt8(ascii: ",")) }
      line.append(csvCell: cell)
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }
}

extension [UInt8] {
  fileprivate mutating func append(csvCell cell: String) {
    let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
    guard cell.utf8.contains(where: { $0 == quote || $0 == comma || $0 == 10 || $0 == 13 }) else {
      return append(contentsOf: cell.utf8)
    }
    append(quote)
    for byte in cell.utf8 { self += byte == quote ? [quote, quote] : [byte] }
    append(quote)
  }
}
