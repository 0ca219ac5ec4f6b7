import Git
import History
import StrategyModel

/// The strategy's people by the addresses that their commits carry.
struct People {
  private let read: StrategyHistory
  private var handles: [String: String] = [:]

  init(_ read: StrategyHistory) {
    self.read = read
    for event in read.history.events where event.change.key.kind == .person {
      for address in event.change.new?.list("emails") ?? [] { handles[address.lowercased()] = event.change.key.id }
    }
  }

  /// Who made a commit, and who decided what it does.
  func actor(of ordinal: Int) throws -> Actor {
    let commit = try read.line.commit(ordinal)
    let trailers = Trailers(commit.message)
    return Actor(
      person: handles[commit.author.email.lowercased()], name: commit.author.name,
      decidedBy: trailers[ProposalWord.person], hasDecision: trailers.nameDecision)
  }
}

extension Audit {
  /// The audit of a strategy's history, with its own people as the actors.
  init(_ read: StrategyHistory, from: Day, to: Day) throws {
    let people = People(read)
    try self.init(read.history, from: from, to: to, day: read.line.day) { (ordinal) throws in
      try people.actor(of: ordinal)
    }
  }
}
