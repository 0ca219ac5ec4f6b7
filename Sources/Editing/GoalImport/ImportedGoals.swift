package import StrategyModel
package import StrategyStore

/// A key result as it would be written, and what of it is a guess.
package struct ImportedKeyResult: Sendable {
  /// In the source, from 1.
  package var line: Int
  package var id: String
  /// In the words of the source.
  package var title: String
  package var type = KeyResultType.milestone
  package var metric: String?
  package var segment: String?
  /// Numbers, or the words that the model has in their place: `unknown`, `to-be-set`, `undisclosed`.
  package var baseline: String?
  package var target: String?
  package var targetUntil: Day?
  package var stretch: String?
  package var lower: String?
  package var upper: String?
  package var unit: String?
  package var owner: String?
  package var due: Day?
  package var weight: String?
  package var score: String?
  package var links: [String] = []
  package var notes: [String] = []
  /// The fields that are guesses, by their names, in the order in which files have them.
  package var guessed: Set<String> = []
  /// Clauses about what could not be taken as it is written.
  package var doubts: [String] = []
}

/// An objective as it would be written, and what of it is a guess.
package struct ImportedObjective: Sendable {
  package var line: Int
  package var id: String
  package var title: String
  package var ambition = Ambition.committed
  package var why: String?
  package var input: String?
  package var guards: String?
  /// Inputs and objectives that it makes possible, each with a colon and the reason.
  package var supports: [String] = []
  /// The input that its words suggest; it is not written.
  package var proposedInput: String?
  package var parent: String?
  package var due: Day?
  package var links: [String] = []
  package var notes: [String] = []
  package var keyResults: [ImportedKeyResult] = []
  package var guessed: Set<String> = []
  package var doubts: [String] = []
  /// Whether the team has it already, so that only key results are added.
  package var isKnown = false

  var hasAim: Bool { input != nil || guards != nil || !supports.isEmpty }
}

/// The goals for one file.
package struct ImportedFile: Sendable {
  package var cycle: String
  package var team: String
  /// Whether the team has no file in this cycle yet.
  package var isNew: Bool
  /// `cycle` and `team`, as far as the source does not name them exactly.
  package var guessed: Set<String> = []
  package var objectives: [ImportedObjective] = []

  package var name: String { "\(cycle)/\(team)" }
}

/// What an import would write, and everything in the source that it would leave out.
package struct ImportedGoals: Sendable {
  package var files: [ImportedFile] = []
  /// Sorted by line.
  package var unplaced: [Unplaced] = []
  /// Key results that the strategy has already, in the same words.
  package var known = 0
  /// Sentences about how the source was read.
  package var remarks: [String] = []
  /// Cycles of the source that are over, whose goals are left out because nobody asked for them.
  package var closedCycles: [String] = []

  package var objectiveCount: Int { files.reduce(0) { $0 + $1.objectives.count { !$0.isKnown } } }
  package var keyResultCount: Int { files.reduce(0) { $0 + $1.objectives.reduce(0) { $0 + $1.keyResults.count } } }
}

extension ImportedGoals {
  /// How more of the source could come in.
  package var advice: [Remedy] {
    var advice: [Remedy] = []
    if !closedCycles.isEmpty {
      advice.append("Take goals of \(closedCycles.joined(separator: ", ")) along as they are with \(give: .asIs).")
    }
    if unplaced.contains(where: { $0.reason.contains("team") }) {
      advice.append("Say with \(give: .team) which team goals are of, where the file names none that is known.")
    }
    if unplaced.contains(where: { $0.reason.hasPrefix("there is no cycle") }) {
      advice.append("Add a cycle first: \(run: .add(.cycle)).")
    }
    if let aimless = files.flatMap(\.objectives).first(where: { !$0.hasAim && !$0.isKnown }) {
      let value = "\(aimless.id)=\(aimless.proposedInput ?? "<input>")"
      advice.append("Name the input or the guardrail of an objective with \(give: .input, value).")
      advice.append(
        "One that makes other work possible: \(give: .supports, "\(aimless.id)=<input or objective>: <reason>").")
    }
    return advice
  }
}
