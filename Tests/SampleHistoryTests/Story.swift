import TestSupport
import samplehistory

/// The sample company's history, told once for all tests, beside the repository that is made of it.
struct Story {
  let history: History
  let stream: [UInt8]
  let repository: Huddle

  static let shared = Result { try Story() }

  private init() throws {
    let sample = try SampleHistory()
    history = sample.history
    stream = Story.stream(of: sample)
    repository = try Huddle.shared.get()
  }

  static func stream(of sample: SampleHistory) -> [UInt8] {
    let pieces = Pieces()
    sample.write { pieces.bytes += Array($0.utf8) }
    return pieces.bytes
  }

  private final class Pieces {
    var bytes: [UInt8] = []
  }

  func git(_ arguments: String...) throws -> Outcome { try repository.sandbox.run(["git"] + arguments) }

  /// The commits of the main branch along first parents, oldest first.
  var mainLine: [Commit] {
    var line: [Commit] = []
    var position = history.tip(of: "main").flatMap { tip in history.commits.firstIndex { $0.name == tip.name } }
    while let here = position {
      line.append(history.commits[here])
      position = history.commits[here].parents.first
    }
    return line.reversed()
  }
}
