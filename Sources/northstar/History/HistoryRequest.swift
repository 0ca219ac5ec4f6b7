/// The history that is asked for.
struct HistoryRequest: Sendable {
  /// Where changes count when they land there; `nil` for the main branch.
  var branch: String?
  /// A day or a revision up to which history is read; `nil` for all of it.
  var at: String?
  /// The strategy's id or folder; `nil` for the only one.
  var strategy: String?
}
