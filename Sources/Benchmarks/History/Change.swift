import StrategyModel

/// The message and the files of one commit.
struct Change {
  enum File {
    case write(path: String, text: String)
    case remove(path: String)
  }

  /// The whole message, without its last line end.
  var message: String
  var files: [File] = []

  static func write(_ document: Company.Document) -> File { .write(path: document.path, text: document.text) }
}

/// When a change is made, and what it may touch.
struct Moment {
  /// The position among the first parents of the commit that brings it to the main branch.
  let number: Int
  let day: Day
  /// Only files that no commit after this one has touched may change, so that branches merge without a conflict.
  let base: Int
}

/// What happens in a commit.
enum Happening: CaseIterable {
  case goals, handOver, metric, formatting, move, team, nothing, merge, other

  /// Of a hundred commits.
  var share: Int {
    switch self {
    case .goals: 60
    case .handOver: 10
    case .metric: 8
    case .formatting: 5
    case .move, .other: 4
    case .team: 1
    case .nothing: 5
    case .merge: 3
    }
  }

  /// What people do on a branch of their own.
  static let onBranches: [Happening] = [.goals, .handOver, .metric, .formatting, .move]

  static func pick(_ random: inout SeededRandom) -> Happening {
    var rest = random.below(100)
    return allCases.first { happening in
      rest -= happening.share
      return rest < 0
    } ?? .nothing
  }
}
