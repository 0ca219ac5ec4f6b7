import Presentation

/// Which column of a sheet says what.
struct SheetColumns {
  struct Column {
    let field: GoalField
    /// Whether it is about the objective of a row, not about the key result.
    var isOfObjective = false
  }

  /// By position.
  private(set) var known: [Int: Column] = [:]
  /// The names above the columns, by position.
  private(set) var names: [Int: String] = [:]
  /// The positions of the rows that are the header, in `Grid.rows`.
  let header: Range<Int>

  /// The first rows that can be the header.
  private static let headerRows = 30

  /// The columns of a sheet; `nil` if no row names objectives or key results.
  ///
  /// - Parameter map: fields of columns that people named.
  static func found(in grid: Grid, _ map: [String: GoalField]) -> SheetColumns? {
    for position in grid.rows.indices.prefix(headerRows) {
      if let columns = SheetColumns(grid, at: position, map) { return columns }
    }
    return nil
  }

  func column(of field: GoalField) -> Int? { known.filter { $0.value.field == field }.keys.min() }

  private init?(_ grid: Grid, at position: Int, _ map: [String: GoalField]) {
    func field(_ name: String) -> Column? {
      if let field = map[name.lowercased()] { return Column(field: field) }
      if let field = GoalField.named(name) { return Column(field: field) }
      let words = name.lowercased()
      for (prefix, isOfObjective) in [("objective ", true), ("key result ", false), ("kr ", false)] {
        guard words.hasPrefix(prefix), let field = GoalField.named(String(words.dropFirst(prefix.count))) else {
          continue
        }
        return Column(field: field, isOfObjective: isOfObjective)
      }
      return nil
    }
    func names(_ row: Grid.Row) -> [Int: String] {
      Dictionary(uniqueKeysWithValues: row.filled.map { ($0, row[$0].onOneLine) })
    }
    let first = names(grid.rows[position])
    let found = first.compactMapValues(field)
    let kinds = Set(found.values.map(\.field))
    guard !kinds.isDisjoint(with: [.objective, .keyResult, .title]), kinds.count > 1 || !map.isEmpty else { return nil }
    // A second row that has only names says it more precisely.
    let second = position + 1 < grid.rows.count ? names(grid.rows[position + 1]) : [:]
    let isSecond = !second.isEmpty && second.values.allSatisfy { field($0) != nil }
    header = position..<(position + (isSecond ? 2 : 1))
    self.names = isSecond ? first.merging(second) { $1 } : first
    known = self.names.compactMapValues(field)
    settle(grid)
  }

  /// Decides what depends on other columns or on the cells.
  private mutating func settle(_ grid: Grid) {
    for field in [GoalField.objective, .keyResult, .title, .level] {
      for extra in known.filter({ $0.value.field == field }).keys.sorted().dropFirst() { known[extra] = nil }
    }
    let rows = grid.rows[header.upperBound...]
    if let type = column(of: .type), column(of: .level) == nil,
      rows.contains(where: { GoalLevel(named: $0[type]) != nil })
    {
      known[type] = Column(field: .level)
    }
    if let title = column(of: .title) {
      let cells = rows.map { $0[title] }.filter { !$0.isEmpty }
      let numbers = cells.count { $0.contains(where: \.isNumber) && $0.count < 12 }
      switch (column(of: .objective), column(of: .keyResult)) {
      case (nil, nil): break
      case _ where numbers * 2 > cells.count && column(of: .target) == nil: known[title] = Column(field: .target)
      case (_?, nil): known[title] = Column(field: .keyResult)
      case (nil, _?) where column(of: .level) == nil: known[title] = Column(field: .objective)
      default: known[title] = nil
      }
    }
    // An owner named between the objective and the key result is the objective's.
    if let objective = column(of: .objective), let keyResult = column(of: .keyResult), objective < keyResult {
      for place in (objective + 1)..<keyResult where known[place]?.field == .owner {
        if known.contains(where: { $0.key > keyResult && $0.value.field == .owner }) {
          known[place]?.isOfObjective = true
        }
      }
    }
    for place in known.keys where [.input, .why, .ambition].contains(known[place]?.field) {
      known[place]?.isOfObjective = true
    }
  }
}

/// What a row of a sheet is, where a column of its own says so.
enum GoalLevel {
  case objective, keyResult

  /// `nil` for other kinds of rows, such as initiatives.
  init?(named text: String) {
    let words = text.wordsOnly.joined(separator: " ")
    switch words {
    case "objective", "objectives", "obj", "o": self = .objective
    case "key result", "key results", "kr", "keyresult": self = .keyResult
    default: return nil
    }
  }
}
