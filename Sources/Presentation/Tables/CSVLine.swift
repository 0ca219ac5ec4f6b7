extension [String] {
  /// The values on one line, quoted where they have to be. Source: RFC 4180, with the line ends of Unix.
  package var csvLine: [UInt8] {
    var line = ""
    line.append(csv: lazy.map(Optional.some))
    return [UInt8](line.utf8)
  }
}

extension String {
  /// Adds a line of values, quoted where they have to be; `nil` is an empty value.
  mutating func append(csv cells: some Sequence<String?>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { self += "," }
      isFirst = false
      guard let cell else { continue }
      self += cell.needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
    self += "\n"
  }

  private var needsQuotes: Bool {
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
