import Diagnostics
import StrategyModel

/// Cohorts by group, as a file has them: `cohort,group,value`, in any order of columns and with any others beside them.
struct Cohorts {
  /// In the order in which the file names them first.
  private(set) var groups: [(name: String, values: [Double])] = []

  static let columns = ["cohort", "group", "value"]
  static let mostGroups = 12

  /// - Parameter path: how the file is called towards people.
  init(_ text: [UInt8], path: String) throws(CommandFailure) {
    var file = CohortFile(text, path: path)
    let places = try file.header()
    var seen: Set<[String]> = []
    var positions: [String: Int] = [:]
    while let cells = try file.row(places) {
      guard seen.insert([cells[0], cells[1]]).inserted else {
        throw file.failure("cohort '\(cells[0].visibleStart)' stands in group '\(cells[1].visibleStart)' before")
      }
      guard let value = try? Double.parse(cells[2]) else {
        throw file.failure("'\(cells[2].visibleStart)' is no number like 0.82")
      }
      let position = positions[cells[1]] ?? groups.count
      if position == groups.count {
        guard groups.count < Cohorts.mostGroups else { throw file.failure("these are more than 12 groups") }
        positions[cells[1]] = position
        groups.append((cells[1], []))
      }
      groups[position].values.append(value)
    }
    guard groups.count > 1 else {
      throw CommandFailure(
        message: "'\(path)' has \(counted(groups.count, "group")) of cohorts, and it takes two to compare",
        help: ["Give each cohort its group in the column 'group'."])
    }
  }
}

/// Reads the rows of a file of cohorts, counting lines for messages.
private struct CohortFile: ~Copyable {
  private let text: [UInt8]
  private let path: String
  private var scanner: CSVScanner
  private var line = 0

  init(_ text: [UInt8], path: String) {
    (self.text, self.path) = (text, path)
    scanner = CSVScanner(text, from: text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Where the three columns stand.
  mutating func header() throws(CommandFailure) -> [Int] {
    guard text.count < Int(UInt32.max) else { throw failure("the file is larger than 4 GB") }
    let names = try cells()
    let places = Cohorts.columns.map { names.firstIndex(of: $0) }
    guard places.allSatisfy({ $0 != nil }) else {
      throw CommandFailure(
        message: "'\(path)' does not begin with the columns \(Cohorts.columns.joined(separator: ","))",
        help: ["A row is one cohort, the group that it belongs to, and what came of it."])
    }
    return places.compactMap(\.self)
  }

  /// The next row's cohort, group and value; `nil` at the end. Empty lines are passed over.
  mutating func row(_ places: [Int]) throws(CommandFailure) -> [String]? {
    while !scanner.isAtEnd {
      let cells = try cells()
      if cells.count == 1, cells[0].isEmpty { continue }
      guard let last = places.max(), cells.count > last else {
        throw failure("the row has \(counted(cells.count, "cell"))")
      }
      return places.map { cells[$0] }
    }
    return nil
  }

  private mutating func cells() throws(CommandFailure) -> [String] {
    line += 1
    var cells: [String] = []
    while true {
      let cell = scanner.next()
      guard cell.fault == nil else { throw failure("a quote is not closed, or text stands behind it") }
      if cells.count < 1000 { cells.append(cell.string(in: text)) }
      if cell.isLast { return cells }
    }
  }

  func failure(_ reason: String) -> CommandFailure { CommandFailure(message: "\(path):\(line): \(reason)") }
}

extension String {
  /// Short enough to be shown.
  fileprivate var visibleStart: String { String(prefix(40)).visible }
}
