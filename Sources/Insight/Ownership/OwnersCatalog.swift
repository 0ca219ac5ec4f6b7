import Git
import History
import StrategyModel
package import StrategyStore
import StrictYAML

/// A Backstage catalog: a Group for each team, a User for each person, a Component for each lever.
///
/// Source: backstage.io "Descriptor Format of Catalog Entities".
package struct OwnersCatalog {
  private let owners: LeverOwners
  private let history: EntityHistory
  private let snapshot: Snapshot
  /// The teams of the day, and former ones that still own a lever, so that every reference has a target.
  private let teams: [EntityVersion]
  /// The people of the day.
  private let people: [EntityVersion]
  /// The command line that makes the file.
  private let command: String

  package init(_ owners: LeverOwners, in read: StrategyHistory, madeBy command: String) {
    self.owners = owners
    self.command = command
    history = read.history
    let snapshot = history.snapshot
    self.snapshot = snapshot
    func listed(_ kind: Kind, until end: String, owning: [String]) -> [EntityVersion] {
      let present = snapshot.entities.values.filter { version in
        guard version.key.kind == kind else { return false }
        let last = version[end].flatMap { Day($0) }
        return last.map { $0 >= owners.day } ?? true || owning.contains(version.key.id)
      }
      return present.sorted { $0.key < $1.key }
    }
    teams = listed(.team, until: "ended", owning: owners.current.compactMap(\.team).map(owners.teams.now))
    people = listed(.person, until: "left", owning: [])
  }

  package var text: String {
    let documents = teams.map(group) + people.map(user) + owners.current.map(component)
    let texts = documents.map { String(decoding: YAMLWriter.text(of: $0), as: UTF8.self) }
    let origin = "# Made by '\(command)'. Regenerate it when owners change; do not edit it.\n"
    return origin + texts.map { "---\n\($0)" }.joined()
  }

  private func group(_ team: EntityVersion) -> YAMLValue {
    var spec = [YAMLValue.Entry("type", "team"), .init("profile", profile(team))]
    if let parent = team["parent"], teams.contains(where: { $0.key.id == parent }) {
      spec.append(.init("parent", reference("group", parent)))
    }
    spec.append(.init("children", .sequence(children(of: team).map { reference("group", $0) })))
    spec.append(.init("members", .sequence(members(of: team).map { reference("user", $0) })))
    return entity("Group", team.key, team["mission"], [:], spec)
  }

  private func user(_ person: EntityVersion) -> YAMLValue {
    let memberOf = teams.filter { members(of: $0).contains(person.key.id) }.map { reference("group", $0.key.id) }
    let spec = [YAMLValue.Entry("profile", profile(person)), .init("memberOf", .sequence(memberOf))]
    return entity("User", person.key, person["title"], [:], spec)
  }

  private func component(_ tenure: Tenure) -> YAMLValue {
    let key = EntityKey(.metric, tenure.lever)
    let metric = snapshot.entities[key]
    var notes = ["since": tenure.from.description, "commit": owners.line.id(tenure.ordinal).description]
    let person = owners.leaving(tenure) == nil ? tenure.person : nil
    notes["person"] = person
    notes["path"] = history.path(of: key).map { owners.line.path($0, at: owners.line.count - 1) }
    let owner =
      tenure.team.map { reference("group", owners.teams.now($0)) } ?? person.map { reference("user", $0) }
      ?? "unknown"
    let spec: [YAMLValue.Entry] = [
      .init("type", "metric"), .init("lifecycle", lifecycle(metric?["lifecycle"])), .init("owner", owner),
    ]
    return entity("Component", key, metric?["definition.counts"], notes, spec, title: metric?["name"])
  }

  /// Backstage's own three words.
  private func lifecycle(_ word: String?) -> YAMLValue {
    switch word.flatMap(Lifecycle.init(rawValue:)) {
    case .active: "production"
    case .draft: "experimental"
    case .deprecated, .retired, nil: "deprecated"
    }
  }

  private func members(of team: EntityVersion) -> [String] {
    let named = Set(team.list("members") + team.leads)
    return people.map(\.key.id).filter(named.contains)
  }

  private func children(of team: EntityVersion) -> [String] {
    teams.filter { $0["parent"] == team.key.id }.map(\.key.id)
  }
}

// MARK: Fields of all entities

extension OwnersCatalog {
  private func entity(
    _ kind: String, _ key: EntityKey, _ description: String?, _ notes: [String: String], _ spec: [YAMLValue.Entry],
    title: String? = nil
  ) -> YAMLValue {
    var metadata: [YAMLValue.Entry] = [.init("name", .scalar(CatalogName(key.id).text))]
    if let title { metadata.append(.init("title", quoted(title))) }
    if let description { metadata.append(.init("description", quoted(description))) }
    let all = notes.merging([key.kind.rawValue: key.id]) { $1 }.sorted { $0.key < $1.key }
    let annotations = all.map { YAMLValue.Entry("northstar/\($0.key)", quoted($0.value)) }
    metadata.append(.init("annotations", .mapping(annotations)))
    return .mapping([
      .init("apiVersion", "backstage.io/v1alpha1"), .init("kind", .scalar(kind)),
      .init("metadata", .mapping(metadata)), .init("spec", .mapping(spec)),
    ])
  }

  private func profile(_ version: EntityVersion) -> YAMLValue {
    let name = version["name"].flatMap { $0.isEmpty ? nil : $0 } ?? version.key.id
    var profile = [YAMLValue.Entry("displayName", quoted(name))]
    if let first = version.emails.first(where: { !$0.isEmpty }) { profile.append(.init("email", quoted(first))) }
    return .mapping(profile)
  }

  private func reference(_ kind: String, _ id: String) -> YAMLValue {
    .scalar("\(kind):default/\(CatalogName(id).text)")
  }

  /// In quotes, since some readers do not take a day or a number without them for text.
  private func quoted(_ text: String) -> YAMLValue { .scalar(text, .quoted) }
}
