import StrategyModel

/// The people of a workshop, and which parts of the company they speak for.
struct Circle {
  struct Member {
    let handle: String
    let name: String?
    let discipline: Discipline?
  }

  let members: [Member]

  /// Those whom a workshop wants at the table.
  static let wanted: [Discipline] = [.engineering, .product, .marketing, .sales, .customerSuccess]
  static let fewest = 5
  static let most = 6

  init(_ handles: [String], in strategy: Strategy) {
    var seen: Set<String> = []
    members = handles.filter { seen.insert($0).inserted }.map { handle in
      let person = strategy.people[handle]
      return Member(handle: handle, name: person?.name?.value, discipline: person?.discipline?.value)
    }
  }

  /// The wanted disciplines that nobody spoke for.
  var missing: [Discipline] {
    let present = Set(members.compactMap(\.discipline))
    return Circle.wanted.filter { !present.contains($0) }
  }

  /// What is to be said about the round, a sentence each; nothing when it is small and mixed.
  var remarks: [String] { (members.count < Circle.fewest ? [few] : []) + absences }

  /// The same without the number of those who are missing, which a rule finds too.
  var absences: [String] { [crowd, gaps, unknown].compactMap(\.self) }

  private var few: String {
    "\(members.count == 1 ? "1 person" : "\(members.count) people") took part; five or six see more."
  }

  private var crowd: String? {
    members.count > Circle.most
      ? "\(members.count) people took part; with more than \(Circle.most), some only listen." : nil
  }

  private var gaps: String? {
    // Who is not described can't be missed.
    guard !missing.isEmpty, unknown == nil else { return nil }
    return "Nobody spoke for \(missing.map(\.words).joined(separator: ", "))."
  }

  private var unknown: String? {
    let handles = members.filter { $0.discipline == nil }.map(\.handle)
    return handles.isEmpty ? nil : "The discipline of \(handles.joined(separator: ", ")) is not known."
  }
}

extension Discipline {
  /// "customer success"
  var words: String { rawValue.replacing("-", with: " ") }
}
