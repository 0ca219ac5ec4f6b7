/// The history that is asked for.
package struct HistoryRequest: Sendable {
  /// Where changes count when they land there; `nil` for the main branch.
  package var branch: String?
  /// A day or a revision up to which history is read; `nil` for all of it.
  package var at: String?
  /// The strategy's id or folder; `nil` for the only one.
  package var strategy: String?

  package init(branch: String? = nil, at: String? = nil, strategy: String? = nil) {
    (self.branch, self.at, self.strategy) = (branch, at, strategy)
  }
}
