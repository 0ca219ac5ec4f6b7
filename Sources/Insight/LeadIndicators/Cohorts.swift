import Diagnostics
import Editing
import Numbers
import Presentation
import StrategyModel
package import StrategyStore

/// Cohorts by group, as a file has them: `cohort,group,value`, in any order of columns and with any additional ones.
package struct Cohorts {
  /// In the order of their first appearance in the file.
  private(set) var groups: [(name: String, values: [Double])] = []

  static let columns = ["cohort", "group", "value"]
  static let mostGroups = 12

  /// - Parameter path: the file's name in messages.
  package init(_ text: [UInt8], path: String) throws(StrategyError) {
    let table = try Cohorts.table(text, path)
    let header = table.rows[0].cells.map { $0.lowercased() }
    let places = Cohorts.columns.compactMap { header.firstIndex(of: $0) }
    var seen: [[String]: Int] = [:]
    var positions: [String: Int] = [:]
    for row in table.rows.dropFirst() {
      func failure(_ reason: String) -> StrategyError { StrategyError(message: "\(path):\(row.line): \(reason)") }
      guard row.cells.count == header.count else {
        throw failure("this row has \(counted(row.cells.count, "cell")), but the header has \(header.count)")
      }
      let cells = places.map { row.cells[$0] }
      if let line = seen.updateValue(row.line, forKey: [cells[0], cells[1]]) {
        throw failure("group '\(cells[1].visibleStart)' has cohort '\(cells[0].visibleStart)' in line \(line) already")
      }
      guard let value = try? Double.parse(cells[2]) else {
        throw failure("'\(cells[2].visibleStart)' is not a number (expected digits with a decimal point)")
      }
      let position = positions[cells[1]] ?? groups.count
      if position == groups.count {
        guard groups.count < Cohorts.mostGroups else { throw failure("there are more than 12 groups") }
        positions[cells[1]] = position
        groups.append((cells[1], []))
      }
      groups[position].values.append(value)
    }
    guard groups.count > 1 else {
      throw StrategyError(
        message: "'\(path)' has \(counted(groups.count, "group")) of cohorts, but a comparison needs two",
        help: ["Give each cohort its group in the column 'group'."])
    }
  }

  /// The table whose first row names the three columns, with any separator.
  private static func table(_ bytes: [UInt8], _ path: String) throws(StrategyError) -> ExportTable {
    do throws(ExportFault) {
      let text = try ExportText(bytes)
      if text.isGuess { throw ExportFault.notText(line: 1) }
      for separator in Separator.allCases {
        guard let head = try? ExportTable(text, separator: separator, rows: 1).rows[0].cells else { continue }
        let names = head.map { $0.lowercased() }
        if let twice = columns.first(where: { name in names.count { $0 == name } > 1 }) {
          throw ExportFault.sameName(.value, twice)
        }
        if columns.allSatisfy(names.contains) { return try ExportTable(text, separator: separator) }
      }
      _ = try ExportTable(text, separator: .comma)
    } catch {
      throw StrategyError(message: error.message(path), help: error.reason == nil ? [] : error.help)
    }
    throw StrategyError(
      message: "'\(path)' does not begin with the columns \(Cohorts.columns.joined(separator: ","))",
      help: ["Give each row one cohort, its group, and its value."])
  }
}

extension String {
  /// Cut to a length that can be shown.
  fileprivate var visibleStart: String { String(prefix(40)).visible }
}
