/// A text of the source, and the line or row that it is in.
struct SourceText: Sendable, Equatable {
  var text: String
  /// From 1.
  var line: Int
}

/// An objective or a key result in the words of the source.
struct SourceGoal: Sendable {
  var line: Int
  /// As it is written, with its marks.
  var words: String
  /// What columns or lines of their own say.
  var fields: [GoalField: String] = [:]
  /// Everything else that belongs to it.
  var notes: [String] = []
  /// Whether its place among the others, and no word, makes it an objective or a key result.
  var isGuess = false

  init(line: Int, words: String) { (self.line, self.words) = (line, words) }

  /// Keeps both texts where two say the same thing about it.
  mutating func add(_ field: GoalField, _ text: String) {
    guard !text.isEmpty else { return }
    switch (field, fields[field]) {
    case (.note, _): notes.append(text)
    case (.link, let known?): fields[field] = "\(known) \(text)"
    case (_, let known?) where known != text: notes.append("\(field.rawValue): \(text)")
    default: fields[field] = text
    }
  }
}

/// An objective with its key results in the words of the source.
struct SourceObjective: Sendable {
  var goal: SourceGoal
  var team: SourceText?
  var cycle: SourceText?
  /// A heading above it that may name its team.
  var candidate: SourceText?
  var keyResults: [SourceGoal] = []
}

/// Something in the source that is not imported.
package struct Unplaced: Sendable, Equatable {
  package var line: Int
  package var text: String
  /// A clause.
  package var reason: String
}

/// The goals of a source in its own words, and everything else in it.
struct SourceGoals: Sendable {
  var objectives: [SourceObjective] = []
  var unplaced: [Unplaced] = []
  /// Sentences about what was passed over, and how the source was read.
  var remarks: [String] = []
}
