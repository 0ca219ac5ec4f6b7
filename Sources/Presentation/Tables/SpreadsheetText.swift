extension String {
  /// The text as a cell that no spreadsheet executes: with `'` before anything that would be a formula. Numbers stay
  /// numbers.
  ///
  /// Source: OWASP, "CSV Injection".
  var asCell: String {
    guard let first = utf8.first(where: { $0 != UInt8(ascii: " ") }), String.beginsFormula(first) else { return self }
    return self == "-" || isNumber ? self : "'" + self
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    default: false
    }
  }

  /// `-12.5`, `+3`, `-1.2e-3` and `+0.5 %`.
  private var isNumber: Bool {
    let figure = hasSuffix(" %") ? dropLast(2) : self[...]
    return figure.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) } && Double(figure) != nil
  }
}
