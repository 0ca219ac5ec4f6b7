extension [String] {
  /// The values on one line, quoted where they have to be. Source: RFC 4180, with the line ends of Unix.
  package var csvLine: [UInt8] {
    var line: [UInt8] = []
    line.append(csvLine: self) { line, cell in line.append(csv: cell) }
    return line
  }
}

extension [UInt8] {
  /// Adds a line of values.
  ///
  /// - Parameter append: adds one value, quoted where it has to be.
  mutating func append<Value>(csvLine values: some Sequence<Value>, _ append: (inout [UInt8], Value) -> Void) {
    var isFirst = true
    for value in values {
      if !isFirst { self.append(UInt8(ascii: ",")) }
      isFirst = false
      append(&self, value)
    }
    self.append(UInt8(ascii: "\n"))
  }

  /// Adds a cell as a program reads it, which no spreadsheet takes for a formula.
  mutating func append(csv cell: Cell) {
    switch cell {
    case .text(nil), .count(nil), .commit(nil), .number(nil, _), .flag(false): break
    case .text(let text?): append(csv: text.asCell)
    // Digits are never quoted.
    case .count(let count?): append(contentsOf: String(count).utf8)
    case .commit(let id?): append(contentsOf: id.utf8)
    default: append(csv: cell.mayBeFormula ? cell.plain.asCell : cell.plain)
    }
  }

  /// Adds a value, quoted where it has to be.
  mutating func append(csv value: String) {
    guard value.needsQuotes else { return append(contentsOf: value.utf8) }
    append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
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
