/// Rows of named columns about the entities of one kind.
package struct Listing {
  package let columns: [String]
  /// The columns whose cells are copied as a whole, as commands are.
  package var whole: Set<String> = []
  /// Why there are no rows, if a condition removed them all.
  package var misses: String?
  private let row: (Int) -> [Cell]
  private var numbers: [Int]

  /// - Parameter row: the cells of one element, in the order of `columns`.
  package init<Elements: Sequence>(
    _ columns: [String], _ elements: Elements, row: @escaping (Elements.Element) -> [Cell]
  ) {
    let elements = Array(elements)
    self.columns = columns
    self.row = { row(elements[$0]) }
    numbers = Array(elements.indices)
  }

  package var count: Int { numbers.count }

  /// Rows are computed lazily: there may be very many.
  var cells: some Sequence<[Cell]> { numbers.lazy.map(row) }

  /// The rows as people see them.
  package var rows: some Sequence<[String]> { cells.lazy.map { $0.map(\.shown) } }

  /// Keeps the rows that show this value in a column.
  ///
  /// - Returns: the values that the column had.
  package mutating func keep(where column: Int, is value: String) -> Set<String> {
    let values = Set(numbers.map { row($0)[column].shown })
    numbers = numbers.filter { row($0)[column].shown == value }
    return values
  }
}
