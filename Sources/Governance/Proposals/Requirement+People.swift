import Decisions

extension Requirement {
  /// `ada`, `ada or lin`, `2 of ada, lin, omar`.
  package var who: String {
    guard !people.isEmpty else { return "nobody entitled" }
    if count == 1 { return people.joined(separator: " or ") }
    return count == people.count ? people.joined(separator: " and ") : "\(count) of \(people.joined(separator: ", "))"
  }
}
