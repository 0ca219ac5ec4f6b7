/// A team's file on the main branch.
struct ChangingTeam {
  private(set) var id: String
  private(set) var lead: String
  private(set) var members: [String]
  private var formerly: [String] = []
  private var entries: DocumentEntries

  init(_ document: Company.Document, _ team: CompanyTeam, joinedBy others: [String]) {
    id = team.id
    lead = team.people[0]
    members = team.people
    entries = DocumentEntries(document.text)
    for other in others { add(other) }
  }

  var path: String { "teams/\(id).yaml" }
  var file: Change.File { .write(path: path, text: entries.text) }

  mutating func setLead(_ person: String) {
    lead = person
    entries["lead"] = "lead: \(person)\n"
  }

  mutating func add(_ person: String) { setMembers(members + [person]) }
  mutating func remove(_ person: String) { setMembers(members.filter { $0 != person }) }

  mutating func rename(to id: String) {
    formerly.append(self.id)
    self.id = id
    entries["id"] = "id: \(id)\n"
    entries["name"] = "name: \(id.spoken)\n"
    entries["formerly"] = "formerly: [\(formerly.joined(separator: ", "))]\n"
  }

  /// Follows another team to its new id; returns whether the file changed.
  mutating func follow(parent old: String, to new: String) -> Bool {
    guard entries["parent"] == "parent: \(old)\n" else { return false }
    entries["parent"] = "parent: \(new)\n"
    return true
  }

  private mutating func setMembers(_ members: [String]) {
    self.members = members
    entries["members"] = "members: [\(members.joined(separator: ", "))]\n"
  }
}
