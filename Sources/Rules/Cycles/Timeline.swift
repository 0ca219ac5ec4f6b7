import StrategyModel
import StrictYAML

/// The cycles as periods in the order of their first days, each with the number of periods around it.
///
/// Leaves out cycles without both days, and those that end before they start, since those are faults of their own.
struct Timeline {
  struct Period {
    /// The position in the strategy's table.
    let cycle: Int
    let starts: Day
    let ends: Day
    /// 0 for a year, 1 for the quarters inside it.
    var depth = 0
    /// An earlier period that ends inside this one, in `periods`.
    var crossed: Int?
  }

  private(set) var periods: [Period] = []

  init(_ cycles: Table<Cycle>) {
    for (position, cycle) in cycles.all.enumerated() {
      guard let starts = cycle.starts?.value, let ends = cycle.ends?.value, starts <= ends else { continue }
      periods.append(Period(cycle: position, starts: starts, ends: ends))
    }
    periods.sort { ($0.starts, $1.ends, $0.cycle) < ($1.starts, $0.ends, $1.cycle) }
    nest()
  }

  /// Nested periods close like brackets: one that is still open when another begins contains it, or crosses it.
  private mutating func nest() {
    var open: [Int] = []
    for here in periods.indices {
      open.removeAll { periods[$0].ends < periods[here].starts }
      periods[here].crossed = open.last { periods[$0].ends < periods[here].ends }
      periods[here].depth = open.count { periods[$0].ends >= periods[here].ends }
      open.append(here)
    }
  }
}
