/// Why something could not be done: what failed, why, and what to try.
package struct StrategyError: Error, Sendable {
  /// What kind of failure it is, for programs: the text may change, the code stays.
  package enum Code: String, Sendable, CaseIterable {
    /// The request itself is wrong: a choice is missing, or two contradict each other.
    case badRequest
    /// The request is well-formed, but the strategy or its rules do not allow it.
    case refused
    /// There is no strategy where one was looked for.
    case noStrategy
    /// There are strategies, but not the one that was named.
    case unknownStrategy
    /// Nothing has the name that was given.
    case unknownName
    case unreadable
    case unwritable
    /// Git or the repository failed.
    case git
    case failed
  }

  package let code: Code
  /// One lower-case clause.
  package let message: String
  /// Imperative sentences.
  package let help: [Remedy]

  package init(_ code: Code = .failed, message: String, help: [Remedy] = []) {
    (self.code, self.message, self.help) = (code, message, help)
  }
}

extension StrategyError: CustomStringConvertible {
  /// The message, for places that know no remedies.
  package var description: String { message }
}
