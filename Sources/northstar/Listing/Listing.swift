import Diagnostics
import StrategyModel

/// Rows of named columns about the entities of one kind.
struct Listing {
  let columns: [String]
  /// The columns whose cells are copied as a whole, as commands are.
  var whole: Set<String> = []
  /// Why there are no rows, if a condition removed them all.
  private(set) var misses: String?
  private let row: (Int) -> [String?]
  private var numbers: [Int]

  /// - Parameter row: the cells of one element, in the order of `columns`.
  init<Elements: Sequence>(_ columns: [String], _ elements: Elements, row: @escaping (Elements.Element) -> [String?]) {
    let elements = Array(elements)
    self.columns = columns
    self.row = { row(elements[$0]) }
    numbers = Array(elements.indices)
  }

  var count: Int { numbers.count }

  /// Rows are computed lazily: there may be very many.
  var rows: some Sequence<[String]> { numbers.lazy.map { number in row(number).map { $0 ?? "" } } }

  /// Keeps the rows whose column has this value, given as `column=value`.
  mutating func keep(_ condition: String) throws(StrategyError) {
    let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw StrategyError(.badRequest, message: "'\(condition)' is not a condition (expected column=value)")
    }
    guard let column = columns.firstIndex(of: parts[0]) else {
      throw .unknown(parts[0], among: columns, "column")
    }
    let values = Set(numbers.map { row($0)[column] ?? "" })
    numbers = numbers.filter { (row($0)[column] ?? "") == parts[1] }
    guard numbers.isEmpty, misses == nil else { return }
    let near = nearNames(to: parts[1], among: values).map { "'\($0.visible)'" }.joined(separator: " or ")
    misses = "No row has \(condition.visible)." + (near.isEmpty ? "" : " Did you mean \(near)?")
  }
}

/// Everything that can be listed: all kinds, and the parts of OKRs.
enum ListSubject: String, CaseIterable {
  case metrics, people, teams, cycles, okrs, objectives
  case keyResults = "key-results"
  case checkins, initiatives, workshops, proposals, reviews, waivers

  /// Takes the plural, or the singular as `kind:` has it.
  init?(name: String) {
    if let subject = ListSubject(rawValue: name) ?? ListSubject(rawValue: name + "s") {
      self = subject
    } else if let folder = Kind(rawValue: name)?.folder, let subject = ListSubject(rawValue: folder) {
      self = subject
    } else {
      return nil
    }
  }

  func listing(of strategy: Strategy) -> Listing {
    switch self {
    case .metrics: .metrics(strategy)
    case .people: .people(strategy)
    case .teams: .teams(strategy)
    case .cycles: .cycles(strategy)
    case .okrs: .okrs(strategy)
    case .objectives: .objectives(strategy)
    case .keyResults: .keyResults(strategy)
    case .checkins: .checkIns(strategy)
    case .initiatives: .initiatives(strategy)
    case .workshops: .workshops(strategy)
    case .proposals: .proposals(strategy)
    case .reviews: .reviews(strategy)
    case .waivers: .waivers(strategy)
    }
  }
}
