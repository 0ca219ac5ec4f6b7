package import StrategyModel
import StrategyStore

/// Gives a lever to a team and to the person in it who answers for it.
package struct HandOver {
  package let lever: String
  package let team: String
  package let person: String
  /// The first day; `nil` for today.
  package let since: Day?

  package init(lever: String, team: String, person: String, since: Day?) {
    (self.lever, self.team, self.person, self.since) = (lever, team, person, since)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let path = try draft.path(of: .metric, lever)
    let since = since ?? draft.today
    try requireTaker(in: draft, on: since)
    let owner = draft.strategy.metrics[lever]?.owner
    try requireOrder(owner, draft, since)
    var wording = CommitWording(topic: lever, what: "\(team) takes over, \(person) answers for it")
    guard let owner, let before = owner.team?.id else {
      wording.remarks = ["It had no owner before."]
      try write(since, at: path, &draft)
      return wording
    }
    // If the team already holds it, the day in the file stays.
    if before == team, owner.person?.id == person, self.since == nil { return wording }
    if before == team { wording = CommitWording(topic: lever, what: "\(person) answers for it in \(team)") }
    let day = owner.since.map { " since \($0.value)" } ?? ""
    wording.remarks = ["Held before by \(before) (\(owner.person?.id ?? "nobody"))\(day)."]
    try write(since, at: path, &draft)
    return wording
  }

  private func write(_ since: Day, at path: String, _ draft: inout StrategyDraft) throws {
    try draft.edit(
      .metric, at: path,
      [
        ("owner.team", .set(team)), ("owner.person", .set(person)), ("owner.since", .set(since.description)),
      ])
  }

  private func requireTaker(in draft: StrategyDraft, on day: Day) throws(StrategyError) {
    _ = try draft.liveTeam(team, on: day)
    try draft.requirePresent(person, on: day)
    guard let position = draft.strategy.teams.position(of: team),
      !draft.strategy.mayHave(member: person, team: position)
    else { return }
    throw StrategyError(
      message: "'\(person)' is not in the team '\(team)'",
      help: [
        "Name one of its members, or add the person first: \(run: .addItem(field: "team/\(team).members", item: person))."
      ])
  }

  private func requireOrder(_ owner: Ownership?, _ draft: StrategyDraft, _ day: Day) throws(StrategyError) {
    if draft.strategy.metrics[lever]?.lifecycle?.value == .retired {
      throw StrategyError(message: "'\(lever)' is retired, so nobody can take it over")
    }
    guard let begun = owner?.since?.value, begun > day, owner?.team?.id != team || owner?.person?.id != person else {
      return
    }
    throw StrategyError(
      message: "'\(lever)' has been with '\(owner?.team?.id ?? "")' since \(begun), after \(day)",
      help: ["Give a later day with \(give: .on)."])
  }
}
