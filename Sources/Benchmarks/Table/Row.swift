import Foundation

/// One line of the table: a figure compared with its floor, and its limit.
struct Row {
  enum Bar {
    case atMost(Double)
    case atLeast(Double)
  }

  let what: String
  let floor: String
  let figure: String
  let ratio: Double
  let bar: Bar

  var passes: Bool {
    switch bar {
    case .atMost(let limit): ratio <= limit
    case .atLeast(let limit): ratio >= limit
    }
  }

  fileprivate var cells: [String] {
    let limit =
      switch bar {
      case .atMost(let limit): "≤ \(limit.short)"
      case .atLeast(let limit): "≥ \(limit.short)"
      }
    return [what, floor, figure, ratio.short, limit, passes ? "pass" : "FAIL"]
  }
}

extension [Row] {
  /// A Markdown table with aligned columns.
  var table: String {
    let cells = [["what", "floor", "figure", "ratio", "bar", ""]] + map(\.cells)
    let widths = (0..<6).map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      "| " + zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: " | ")
        + " |"
    }
    lines.insert("| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |", at: 1)
    return lines.joined(separator: "\n")
  }
}

extension Double {
  /// At least three significant digits.
  var short: String { String(format: self < 10 ? "%.2f" : self < 100 ? "%.1f" : "%.0f", self) }

  var milliseconds: String { (self * 1000).short + " ms" }
}

extension Int {
  var megabytes: String { (Double(self) / 1_000_000).short + " MB" }
}
