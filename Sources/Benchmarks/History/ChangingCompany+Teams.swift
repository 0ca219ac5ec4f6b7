/// Teams change.
extension ChangingCompany {
  /// The lead, the members, or one time in a hundred the id.
  mutating func changeTeam(_ moment: Moment) -> Change? {
    let position = random.below(teams.count)
    if random.once(in: 100) { return rename(position, moment) }
    let id = teams[position].id
    let message: String
    switch random.below(3) {
    case 0:
      let lead = random.pick(teams[position].members.filter { $0 != teams[position].lead })
      teams[position].setLead(lead)
      message = "teams: \(lead) leads \(id)"
    case 1:
      let others = ChangingCompany.floaters.filter { !teams[position].members.contains($0) }
      let person = random.pick(others)
      teams[position].add(person)
      message = "teams: \(person) joins \(id)"
    default:
      guard let person = mayLeave(position).randomElement(using: &random) else { return nil }
      teams[position].remove(person)
      message = "teams: \(person) leaves \(id)"
    }
    return Change(message: message, files: [teams[position].file])
  }

  /// People who are only temporarily in the team and own nothing there.
  private func mayLeave(_ position: Int) -> [String] {
    let busy = Set(metrics.filter { $0.owner.team == position }.map(\.owner.person))
    return teams[position].members.filter {
      ChangingCompany.floaters.contains($0) && !busy.contains($0) && $0 != teams[position].lead
    }
  }

  /// Gives a team another id, and replaces the old one everywhere.
  private mutating func rename(_ position: Int, _ moment: Moment) -> Change? {
    let old = teams[position].id
    let new = "\(random.pick(Words.qualities))-\(company.teams[position].id)"
    guard !teams.contains(where: { $0.id == new }) else { return nil }
    var files: [Change.File] = [.remove(path: teams[position].path)]
    teams[position].rename(to: new)
    files.append(teams[position].file)
    for other in teams.indices where teams[other].follow(parent: old, to: new) { files.append(teams[other].file) }
    let message = "teams: \(old) is called \(new) now"
    for metric in metrics.indices where metrics[metric].owner.team == position {
      files += change(metric, at: moment, message) { $0.hand(to: $0.owner, team: new) }.files
    }
    for i in goals.indices {
      let renamed = goals[i].rename(old, to: new)
      if !renamed.isEmpty { goals[i].touched = moment.number }
      files += renamed
    }
    for i in initiatives.indices { files += initiatives[i].renamed(old, to: new) }
    return Change(message: message, files: files)
  }
}
