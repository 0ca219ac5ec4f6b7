import Git
import Presentation
package import StrategyModel

extension Strategy {
  /// The person at the keyboard, found by their address in git's configuration; `nil` when no file in people/ has it,
  /// or several do.
  func handle(of address: String) -> String? { addressBook.person(of: address) }
}

extension Repository {
  /// The handle of the person at the keyboard; `nil` when the strategy does not know them.
  package func handle(in strategy: Strategy) throws -> String? { strategy.handle(of: try identity().author.email) }

  /// The handle of the person at the keyboard, for commands that need one; throws when the strategy does not know them.
  package func requiredHandle(in strategy: Strategy) throws -> String {
    let address = try identity().author.email
    guard let handle = strategy.handle(of: address) else {
      throw StrategyError(
        message: "'\(address.visible)' is not an address of anybody in people/",
        help: ["Set git's address to the one in your file: git config user.email <address>."])
    }
    return handle
  }
}
