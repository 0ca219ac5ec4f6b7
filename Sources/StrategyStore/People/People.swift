import Decisions
import Git
import History
package import StrategyModel

/// The strategy's people by the addresses that their commits carry.
struct People {
  /// A commit that changed the owner of an address.
  private struct Claim {
    let ordinal: Int
    let handle: String
    let holds: Bool
  }

  private let read: StrategyHistory
  private var claims: [MailAddress: [Claim]] = [:]

  init(_ read: StrategyHistory) {
    self.read = read
    for event in read.history.events where event.change.key.kind == .person {
      let (before, after) = (Set(event.change.old?.list("emails") ?? []), Set(event.change.new?.list("emails") ?? []))
      for address in before.subtracting(after) { note(address, event, holds: false) }
      for address in after.subtracting(before) { note(address, event, holds: true) }
    }
  }

  private mutating func note(_ address: String, _ event: HistoryEvent, holds: Bool) {
    claims[MailAddress(address), default: []]
      .append(Claim(ordinal: event.ordinal, handle: event.change.key.id, holds: holds))
  }

  /// The person who had an address when a commit landed, else the first who had it; `nil` where several claimed it.
  private func person(of address: String, at ordinal: Int) -> String? {
    let all = claims[MailAddress(address)] ?? []
    var holders: Set<String> = []
    for claim in all where claim.ordinal <= max(ordinal, all[0].ordinal) {
      if claim.holds { holders.insert(claim.handle) } else { holders.remove(claim.handle) }
    }
    return holders.count == 1 ? holders.first : nil
  }

  /// The author of a commit, and the people who decided its change.
  func actor(of ordinal: Int) throws -> Actor {
    let commit = try read.line.commit(ordinal)
    let trailers = Trailers(commit.message)
    return Actor(
      person: person(of: commit.author.email, at: ordinal), name: commit.author.name,
      decidedBy: trailers[DecisionTrailer.decidedBy], hasDecision: trailers.nameDecision)
  }
}

extension Audit {
  /// The audit of a strategy's history, with its own people as the actors.
  package init(_ read: StrategyHistory, from: Day, to: Day) throws {
    let people = People(read)
    try self.init(read.history, from: from, to: to, day: read.line.day) { (ordinal) throws in
      try people.actor(of: ordinal)
    }
  }
}
