package import StrategyModel
package import StrategyStore
import StrictYAML

extension StrategyDraft {
  /// Changes fields of an entity, named by their paths: `owner.team`.
  package mutating func edit(_ kind: Kind, at path: String, _ edits: [(field: String, edit: FieldEdit)]) throws {
    for (field, edit) in edits {
      let document = Document(parsing: text(of: path) ?? [])
      let place = try FieldPlace(EditPath(field), kind, in: document)
      if let change = try edit.change(of: place, in: document) { try self.edit(path, [change]) }
    }
  }

  /// The path of the file that describes an entity, which exists; throws with similar names of its kind.
  package func path(of kind: Kind, _ id: String) throws(StrategyError) -> String {
    guard let file = strategy.file(of: kind, id) else {
      throw .unknown(id, among: strategy.ids(of: kind), kind.rawValue)
    }
    return innerPath(file.path)
  }

  /// A team that exists on a day.
  package func liveTeam(_ id: String, on day: Day) throws(StrategyError) -> Team {
    guard let position = strategy.teams.position(of: id) else {
      throw .unknown(id, among: strategy.ids(of: .team), "team")
    }
    let team = strategy.teams.all[position]
    guard strategy.isLive(team: position, on: day) else {
      let end = team.ended.map { " on \($0.value)" } ?? ""
      let successor: [Remedy] = team.mergedInto.map { ["Its work went to '\($0.id)'."] } ?? []
      throw StrategyError(message: "the team '\(id)' ended\(end)", help: successor)
    }
    return team
  }

  /// Throws unless somebody is in the company on a day.
  package func requirePresent(_ handle: String, on day: Day) throws(StrategyError) {
    guard let person = strategy.people[handle] else {
      throw .unknown(handle, among: strategy.ids(of: .person), "person")
    }
    if let left = person.left?.value, left < day { throw StrategyError(message: "'\(handle)' left on \(left)") }
    if let joined = person.joined?.value, joined > day {
      throw StrategyError(message: "'\(handle)' joins on \(joined), after \(day)")
    }
  }
}
