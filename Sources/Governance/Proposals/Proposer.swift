import Git
import Presentation
import StrategyModel
import StrategyStore

/// The person at the keyboard, as the target branch knows them.
package struct Proposer {
  package let handle: String

  package init(_ target: TargetBranch) throws {
    let author = try target.repository.identity().author
    guard let handle = target.handle(of: author.email) else {
      throw StrategyError(
        message: "'\(author.email.visible)' is not an address of anybody in people/ on '\(target.name.visible)'",
        help: [
          "Set git's address to the one in your file: git config user.email <address>.",
          "If you have no file yet, propose one: \(run: .startProposal(id: "join-us")), then \(run: .add(.person)).",
        ])
    }
    self.handle = handle
  }
}
