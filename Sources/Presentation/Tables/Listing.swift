/// Rows of named columns about the entities of one kind.
package struct Listing {
  package let columns: [String]
  /// The columns whose cells are copied as a whole, as commands are.
  package var whole: Set<String> = []
  /// Why there are no rows, if a condition removed them all.
  package var misses: String?
  private let row: (Int) -> [Cell]
  /// The positions of the elements whose rows are left.
  package private(set) var kept: [Int]

  /// - Parameter row: the cells of one element, in the order of `columns`.
  package init<Elements: Sequence>(
    _ columns: [String], _ elements: Elements, row: @escaping (Elements.Element) -> [Cell]
  ) {
    let elements = Array(elements)
    self.columns = columns
    self.row = { row(elements[$0]) }
    kept = Array(elements.indices)
  }

  package var count: Int { kept.count }

  /// Rows are computed lazily: there may be very many.
  var cells: some Sequence<[Cell]> { kept.lazy.map(row) }

  /// The rows as people see them.
  package var rows: some Sequence<[String]> { cells.lazy.map { $0.map(\.shown) } }

  /// Keeps the rows that have one of these values in a column; of a list, one item is enough.
  ///
  /// - Returns: the values that the column had.
  package mutating func keep(where column: Int, isOneOf wanted: Set<String>) -> Set<String> {
    var values: Set<String> = []
    kept = kept.filter { position in
      let cell = row(position)[column]
      values.insert(cell.shown)
      return cell.isOneOf(wanted)
    }
    return values
  }
}
