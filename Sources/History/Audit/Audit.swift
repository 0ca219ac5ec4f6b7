package import StrategyModel

/// Who owned levers in a period, and what looks wrong about it.
package struct Audit: Sendable {
  package let from: Day
  package let to: Day
  package let ownership: OwnershipHistory
  /// The intervals that overlap the period, by lever and day, including those without an owner while the lever was in
  /// use.
  package let intervals: [Tenure]
  /// By day, then by kind.
  package private(set) var findings: [AuditFinding] = []

  /// How many days late a record may land before it counts as back-dated.
  package static let grace = 7

  /// - Parameters:
  ///   - day: the day on which the commit with a given ordinal landed.
  ///   - actor: returns who made that commit.
  package init<Failure: Error>(
    _ history: EntityHistory, from: Day, to: Day, day: (Int) -> Day, actor: (Int) throws(Failure) -> Actor
  ) throws(Failure) {
    self.from = from
    self.to = to
    ownership = OwnershipHistory(OwnershipRecords(history), day: day)
    intervals = ownership.timelines.flatMap(\.tenures).filter { $0.isInUse && $0.touches(from, to) }
    let work = Work(history, ownership.teams)
    findings += gaps() + doubles() + backDated() + midCycle(work)
    findings += absences(history, day) + paperOwners(work) + shadowOwners(work, day)
    findings += afterClose(history, day)
    findings += try unentitled(history, day, actor)
    // A day before the record began cannot be looked up in it.
    let begin = history.events.first.map { day($0.ordinal) } ?? to
    let (first, last) = (from, to)
    findings = findings.compactMap { $0.beginning(noEarlierThan: begin) }
      .filter { $0.from <= last && $0.to >= first }
      .sorted { ($0.from, $0.kind.rawValue, $0.subject) < ($1.from, $1.kind.rawValue, $1.subject) }
  }

  private func gaps() -> [AuditFinding] {
    intervals.filter { !$0.isOwned }.map { gap in
      AuditFinding(
        kind: .gap, subject: gap.lever, team: nil, from: gap.from, to: gap.to ?? to, ordinal: gap.ordinal,
        message: "nobody owned it for \(Audit.days(gap.days(upTo: to)))")
    }
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  private func doubles() -> [AuditFinding] {
    ownership.doubles.map { double in
      let until = double.to.map { "until \($0)" } ?? "to this day"
      return AuditFinding(
        kind: .doubleOwnership, subject: double.lever, team: double.other.team, from: double.from,
        to: double.to ?? max(double.from, to), ordinal: double.ordinal,
        message: "\(double.path) gave it to \(double.other.holder) at the same time, \(until)",
        alsoConcerns: [double.owner.team].compactMap(\.self))
    }
  }

  private func backDated() -> [AuditFinding] {
    ownership.timelines.flatMap { $0.statements.dropFirst() }.filter { tenure in
      tenure.isOwned && tenure.recorded - tenure.from > Audit.grace
    }.map { tenure in
      AuditFinding(
        kind: .backDated, subject: tenure.lever, team: tenure.team, from: tenure.from, to: tenure.recorded,
        ordinal: tenure.ordinal,
        message: "owned by \(tenure.team ?? "?") since \(tenure.from), "
          + "recorded \(tenure.recorded - tenure.from) days later")
    }
  }

  private func midCycle(_ work: Work) -> [AuditFinding] {
    handOvers.compactMap { old, new in
      guard let cycle = work.cycles.first(where: { $0.starts < new.from && new.from <= $0.ends }) else { return nil }
      return AuditFinding(
        kind: .midCycle, subject: new.lever, team: new.team, from: new.from, to: new.from, ordinal: new.ordinal,
        message: "went from \(old.team ?? "?") to \(new.team ?? "?") with \(cycle.ends - new.from) days "
          + "of \(cycle.id) left",
        alsoConcerns: [old.team].compactMap(\.self))
    }
  }

  /// Each change of team, and the tenures on its two sides.
  package var handOvers: [(old: Tenure, new: Tenure)] {
    ownership.timelines.flatMap { timeline in
      let tenures = timeline.tenures
      return zip(tenures, tenures.dropFirst()).filter { old, new in
        guard let a = old.team, let b = new.team else { return false }
        return !ownership.teams.areSame(a, b)
      }.map { (old: $0.0, new: $0.1) }
    }
  }

  /// Levers whose owner was no longer there: the team had ended, or the person had left.
  private func absences(_ history: EntityHistory, _ day: (Int) -> Day) -> [AuditFinding] {
    let ends = lastDays(of: .team, "ended", history, day)
    let retirements = lastDays(of: .metric, "retired", history, day)
    return intervals.flatMap { tenure -> [AuditFinding] in
      // A metric that is out of use needs no owner, whatever its file still says.
      let until = min(tenure.to ?? to, retirements[tenure.lever] ?? to)
      func finding(_ kind: AuditFinding.Kind, since last: Day, _ message: String) -> AuditFinding? {
        let first = max(tenure.from, last + 1)
        guard first <= until else { return nil }
        return AuditFinding(
          kind: kind, subject: tenure.lever, team: tenure.team, from: first, to: until, ordinal: tenure.ordinal,
          message: message)
      }
      let team = tenure.team.flatMap { team in
        ends[ownership.teams.now(team)].map { (last: $0, words: "\(team) ended on \($0) but still owned it") }
      }
      let person = tenure.person.flatMap { person in
        ownership.leavings[person].map {
          (last: $0.lastDay, words: "\(person) \($0.words) and was still its owner on \(until)")
        }
      }
      return [
        team.flatMap { finding(.endedTeam, since: $0.last, $0.words) },
        person.flatMap { finding(.ownerLeft, since: $0.last, $0.words) },
      ].compactMap(\.self)
    }
  }

  /// The last days of whatever has ended, according to its file or to the removal of its file.
  private func lastDays(
    of kind: Kind, _ field: String, _ history: EntityHistory, _ day: (Int) -> Day
  ) -> [String: Day] {
    var days: [String: Day] = [:]
    for event in history.events where event.change.key.kind == kind {
      let id = event.change.key.id
      if let new = event.change.new {
        days[id] = new[field].flatMap { Day($0) }
      } else if days[id] == nil {
        days[id] = day(event.ordinal)
      }
    }
    return days
  }

  private func paperOwners(_ work: Work) -> [AuditFinding] {
    intervals.filter(\.isInput).flatMap { tenure in
      work.cycles.filter { cycle in
        tenure.covers(cycle.starts) && tenure.covers(cycle.ends) && cycle.ends <= to
      }.compactMap { cycle in
        guard let team = tenure.team, work.hasGoals(ownership.teams.now(team), in: cycle),
          !work.works(ownership.teams.now(team), on: tenure.lever, in: cycle)
        else { return nil }
        return AuditFinding(
          kind: .paperOwner, subject: tenure.lever, team: team, from: cycle.starts, to: cycle.ends,
          ordinal: tenure.ordinal, message: "\(team) owned it through \(cycle.id) and set no goal and no work on it")
      }
    }
  }

  private func shadowOwners(_ work: Work, _ day: (Int) -> Day) -> [AuditFinding] {
    work.goals.compactMap { goal in
      guard let timeline = ownership[goal.lever], !goal.isAgreed else { return nil }
      let owners = timeline.tenures.filter { tenure in
        tenure.touches(goal.cycle.starts, goal.cycle.ends)
      }.compactMap(\.team).map(ownership.teams.now)
      guard !owners.isEmpty,
        !owners.contains(where: { work.isPart(goal.team, of: $0) || work.isPart($0, of: goal.team) })
      else { return nil }
      return AuditFinding(
        kind: .shadowOwner, subject: goal.lever, team: goal.team,
        from: max(goal.cycle.starts, goal.ordinal.map(day) ?? goal.cycle.starts), to: goal.cycle.ends,
        ordinal: goal.ordinal,
        message: "\(goal.team) aimed \(goal.cycle.id)/\(goal.id) at the lever of \(owners.joined(separator: ", ")) "
          + "without an agreement",
        alsoConcerns: owners)
    }
  }
}
