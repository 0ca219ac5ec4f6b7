/// Huddle's strategy repository, from the first commit to the last.
package struct SampleHistory {
  package let history: History

  /// Throws a `StoryFault` when the story contradicts itself.
  package init() throws {
    var story = Story()
    try Year2024.tell(&story)
    try Year2025.tell(&story)
    try Winter2026.tell(&story)
    try Year2026.tell(&story)
    try Initiatives.tell(&story)
    try Ownership.tell(&story)
    try BrokenOnPurpose.tell(&story)
    try Routine().tell(&story)
    history = try story.history()
  }

  /// The branches of a clone of the repository.
  package static let branches = ["main", BrokenOnPurpose.branch, "proposal/three-people-make-a-meeting"]

  /// Passes the stream for `git fast-import` to `sink`, piece by piece.
  package func write(to sink: @escaping (String) -> Void) {
    FastImport(to: sink).write(history, keeping: SampleHistory.branches)
  }
}
