package import StrategyModel

/// The people of a workshop, and the disciplines that they represent.
package struct WorkshopParticipants {
  package struct Member {
    package let handle: String
    package let name: String?
    package let discipline: Discipline?
  }

  package let members: [Member]

  /// The disciplines that a workshop should include.
  static let wanted: [Discipline] = [.engineering, .product, .marketing, .sales, .customerSuccess]
  static let fewest = 5
  static let most = 6

  package init(_ handles: [String], in strategy: Strategy) {
    var seen: Set<String> = []
    members = handles.filter { seen.insert($0).inserted }.map { handle in
      let person = strategy.people[handle]
      return Member(handle: handle, name: person?.name?.value, discipline: person?.discipline?.value)
    }
  }

  /// The wanted disciplines that nobody represented.
  var missing: [Discipline] {
    let present = Set(members.compactMap(\.discipline))
    return WorkshopParticipants.wanted.filter { !present.contains($0) }
  }

  /// Remarks about the participants, one sentence each; empty when the group is small and mixed.
  package var remarks: [String] { (members.count < WorkshopParticipants.fewest ? [few] : []) + absences }

  /// The remarks without the number of missing people, which a rule also reports.
  var absences: [String] { [crowd, gaps, unknown].compactMap(\.self) }

  private var few: String {
    "\(members.count == 1 ? "1 person" : "\(members.count) people") took part; five or six would be better."
  }

  private var crowd: String? {
    members.count > WorkshopParticipants.most
      ? "\(members.count) people took part; with more than \(WorkshopParticipants.most), some only listen." : nil
  }

  private var gaps: String? {
    // Without descriptions, nobody can be reported missing.
    guard !missing.isEmpty, unknown == nil else { return nil }
    return "Nobody represented \(missing.map(\.words).joined(separator: ", "))."
  }

  private var unknown: String? {
    let handles = members.filter { $0.discipline == nil }.map(\.handle)
    return handles.isEmpty ? nil : "The discipline of \(handles.joined(separator: ", ")) is unknown."
  }
}

extension Discipline {
  /// "customer success"
  package var words: String { rawValue.replacing("-", with: " ") }
}
