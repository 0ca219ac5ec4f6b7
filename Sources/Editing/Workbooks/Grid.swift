import Numbers

/// The cells of a sheet as texts, row by row.
struct Grid: Sendable {
  struct Row: Sendable {
    /// From 1, as the source counts its lines or rows.
    let line: Int
    /// Without spaces at either end.
    var cells: [String]

    /// "" when the row is too short.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
    /// The columns whose cells are not empty.
    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
  }

  /// A cell that has no text although something is in it.
  struct Unread: Sendable {
    let line: Int
    /// As spreadsheets name it: `C7`.
    let cell: String
    /// A clause whose subject is the cell.
    let reason: String
  }

  /// The rows that are not empty.
  var rows: [Row] = []
  var emptyRows = 0
  var unread: [Unread] = []

  init() {}

  init(_ table: ExportTable) {
    rows = table.rows.map { Row(line: $0.line, cells: $0.cells) }
    emptyRows = table.emptyLines.count
  }

  /// `A` to `Z`, then `AA`.
  static func name(ofColumn column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      name = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// The column, from 0, and the row, from 1, of a cell such as `C7`.
  static func place(_ name: some StringProtocol) -> (column: Int, row: Int)? {
    var column = 0
    var digits = name.utf8[...]
    while let byte = digits.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), column < 1 << 20 {
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      digits = digits.dropFirst()
    }
    guard column > 0, let row = Int(String(decoding: digits, as: UTF8.self)), row > 0, row <= 1 << 20 else {
      return nil
    }
    return (column - 1, row)
  }
}
