import Diagnostics
import Git
import StrategyModel

extension Strategy {
  /// The person at the keyboard, by the address that git knows them by; `nil` when people/ has nobody with it, or
  /// several.
  func handle(of address: String) -> String? { addressBook.person(of: address) }
}

extension Repository {
  /// The handle of the person at the keyboard; `nil` when the strategy does not know them.
  func handle(in strategy: Strategy) throws -> String? { strategy.handle(of: try identity().author.email) }

  /// The same, where nothing goes without it.
  func requiredHandle(in strategy: Strategy) throws -> String {
    let address = try identity().author.email
    guard let handle = strategy.handle(of: address) else {
      throw StrategyError(
        message: "'\(address.visible)' is nobody's address in people/",
        help: ["Give git the address that your file has: git config user.email <address>."])
    }
    return handle
  }
}
