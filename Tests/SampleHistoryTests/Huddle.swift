import Foundation
import Testing
import samplehistory

/// The sample repository, told once and imported once for all tests.
struct Huddle {
  let history: History
  let stream: [UInt8]
  private let directory: TemporaryDirectory

  var path: String { directory.path }

  static let shared = Result { try Huddle() }

  private init() throws {
    let sample = try SampleHistory()
    history = sample.history
    stream = Huddle.stream(of: sample)
    directory = try TemporaryDirectory()
    let made = try Shell.run("git", ["init", "-q", "--bare", "-b", "main", directory.path])
    try #require(made.status == 0, "\(made.errors)")
    let imported = try git("fast-import", "--quiet", input: stream)
    try #require(imported.status == 0, "\(imported.errors)")
  }

  static func stream(of sample: SampleHistory) -> [UInt8] {
    let pieces = Pieces()
    sample.write { pieces.bytes += Array($0.utf8) }
    return pieces.bytes
  }

  private final class Pieces {
    var bytes: [UInt8] = []
  }

  func git(_ arguments: String..., input: [UInt8] = [], extra: [String: String] = [:]) throws -> Shell.Result {
    try Shell.run("git", ["-C", directory.path] + arguments, input: input, extra: extra)
  }

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
