import Decisions
import Editing
import Git
import History
import Presentation
import StrategyModel
import StrategyStore

/// The people in whose name a decision is recorded.
struct Deciders {
  let people: [String]
  private let author: String
  private let subject: ReviewSubject
  private let right: DecisionRight
  private let requiresSignatures: Bool

  /// - Parameter named: handles (default: only the author's).
  init(
    _ named: [String], on subject: ReviewSubject, _ snapshot: Snapshot, _ draft: StrategyDraft, _ repository: Repository
  ) throws {
    let address = try repository.identity().author.email
    guard let author = AddressBook(snapshot).person(of: address) else {
      throw StrategyError(
        message: "'\(address.visible)' is not an address of anybody in people/",
        help: ["Set git's address to the one in your file: git config user.email <address>."])
    }
    var people: [String] = []
    for person in named.isEmpty ? [author] : named where !people.contains(person) {
      guard draft.strategy.people.contains(person) else {
        throw StrategyError.unknown(
          person, among: Set(draft.strategy.people.all.compactMap { $0.id?.value }), "person")
      }
      people.append(person)
    }
    let policy = ApprovalPolicy(snapshot, on: draft.today, proposers: [])
    (self.people, self.author, self.subject) = (people, author, subject)
    right = DecisionRight(on: subject, under: policy)
    requiresSignatures = policy.requiresSignatures
  }

  /// Throws unless the policy lets these people decide.
  func requireEntitled(isProposal: Bool, _ snapshot: Snapshot) throws(StrategyError) {
    if let outsider = right.outsiders(among: people).first {
      throw refusal(
        "\(outsider) may not decide on \(subject.name)", ["\(right.role.capitalizedFirst) may: \(list(right.people))."])
    }
    let lacking = right.lacking(with: people)
    if lacking > 0 {
      let asked = list(right.others(than: people))
      throw refusal(
        "\(lacking == 1 ? "one more" : "\(lacking) more") of \(right.role) must decide on \(subject.name)",
        ["Ask, and name with \(give: .by): \(asked)."])
    }
    guard !isProposal else { return }
    if !people.contains(author) {
      throw refusal(
        "\(author) is not one of the people who decided",
        ["Let one of them record it, or propose it with \(give: .propose)."])
    }
    if requiresSignatures, people.count > 1 {
      throw refusal(
        "one commit cannot carry the required signatures of \(people.count) people",
        ["Put it on a branch with \(give: .propose), where the others approve it."])
    }
  }

  private func refusal(_ message: String, _ help: [Remedy]) -> StrategyError {
    StrategyError(.refused, message: message, help: help)
  }

  private func list(_ people: [String]) -> String { people.isEmpty ? "nobody" : people.joined(separator: ", ") }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
