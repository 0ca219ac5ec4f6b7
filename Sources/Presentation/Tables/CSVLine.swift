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
  /// Appends one value, quoted where it has to be.
  mutating func append(csvCell cell: String) {
    guard cell.needsQuotes else { return append(contentsOf: cell.utf8) }
    let quote = UInt8(ascii: "\"")
    append(quote)
    for byte in cell.utf8 { self += byte == quote ? [quote, quote] : [byte] }
    append(quote)
  }
}

extension String {
  fileprivate var needsQuotes: Bool {
    let bytes = utf8.span
    for position in bytes.indices {
      switch Unicode.Scalar(bytes[position]) {
      case "\"", ",", "\n", "\r": return true
      default: continue
      }
    }
    return false
  }
}
