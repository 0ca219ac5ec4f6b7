/// Rows of named columns about the entities of one kind.
package struct Listing {
  package let columns: [String]
  /// The columns whose cells are copied as a whole, as commands are.
  package var whole: Set<String> = []
  /// Why there are no rows, if a condition removed them all.
  package var misses: String?
  private let row: (Int) -> [String?]
  private var numbers: [Int]

  /// - Parameter row: the cells of one element, in the order of `columns`.
  package init<Elements: Sequence>(
    _ columns: [String], _ elements: Elements, row: @escaping (Elements.Element) -> [String?]
  ) {
    let elements = Array(elements)
    self.columns = columns
    self.row = { row(elements[$0]) }
    numbers = Array(elements.indices)
  }

  package var count: Int { numbers.count }

  /// The cells of each row; `nil` where one is empty.
  var cells: some Sequence<[String?]> { numbers.lazy.map(row) }

  /// Rows are computed lazily: there may be very many.
  package var rows: some Sequence<[String]> { numbers.lazy.map { number in row(number).map { $0 ?? "" } } }

  /// Keeps the rows with this value in a column.
  ///
  /// - Returns: the values that the column had.
  package mutating func keep(where column: Int, is value: String) -> Set<String> {
    let values = Set(numbers.map { row($0)[column] ?? "" })
    numbers = numbers.filter { (row($0)[column] ?? "") == value }
    return values
  }
}
