import StrategyModel

/// Levers change hands.
extension ChangingCompany {
  /// One lever, or ten at once when the company is reorganised.
  mutating func handOver(_ moment: Moment) -> Change? {
    if random.once(in: 50) { return reorganise(moment) }
    guard let lever = pickMetric(moment, where: \.isLever) else { return nil }
    let (id, owner) = (metrics[lever].id, metrics[lever].owner)
    let subject: String
    let new: ChangingMetric.Owner
    switch random.below(10) {
    case 0:
      new = ChangingMetric.Owner(team: owner.team, person: owner.person, since: owner.since + -(1 + random.below(20)))
      subject = "metrics: \(id) changed hands earlier than we wrote"
    case 1...4,
      _ where metrics[lever].isAimedAt:
      guard let person = teams[owner.team].members.filter({ $0 != owner.person }).randomElement(using: &random)
      else { return nil }
      new = ChangingMetric.Owner(team: owner.team, person: person, since: moment.day)
      subject = "metrics: \(person) answers for \(id)"
    default:
      let team = (owner.team + 1 + random.below(teams.count - 1)) % teams.count
      new = ChangingMetric.Owner(team: team, person: random.pick(teams[team].members), since: moment.day)
      subject = "metrics: hand \(id) over to \(teams[team].id)"
    }
    let message = "\(subject)\n\n\(random.pick(Words.reasons)).\(trailers(id, moment))"
    return hand([lever], to: new, moment, message)
  }

  private mutating func reorganise(_ moment: Moment) -> Change? {
    let levers = Set((0..<10).compactMap { _ in pickMetric(moment, where: { $0.isLever && !$0.isAimedAt }) }).sorted()
    let team = random.below(teams.count)
    let new = ChangingMetric.Owner(team: team, person: teams[team].lead, since: moment.day)
    return hand(levers, to: new, moment, "metrics: \(teams[team].id) takes over \(levers.count) levers")
  }

  private mutating func hand(
    _ levers: [Int], to owner: ChangingMetric.Owner, _ moment: Moment, _ message: String
  ) -> Change {
    let team = teams[owner.team].id
    let files = levers.map { lever in
      change(lever, at: moment, message) { $0.hand(to: owner, team: team) }.files[0]
    }
    return Change(message: message, files: files)
  }

  /// The trailers that one hand-over in five has.
  private mutating func trailers(_ lever: String, _ moment: Moment) -> String {
    guard random.once(in: 5) else { return "" }
    return "\n\nNorthstar-Proposal: hand-over-\(lever)-\(moment.day)\nNorthstar-Decision: approve"
  }
}
