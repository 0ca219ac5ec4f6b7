import Git
import History
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@Suite struct RandomHistoryTests {
  private let count = 1000

  /// One repository with a branch for each history.
  private func repository() throws -> Sandbox {
    let sandbox = try Sandbox(isRepository: false)
    try sandbox.git("init", "-q", "--bare", "-b", "main", ".")
    var stream: [UInt8] = []
    var mark = 1
    for number in 0..<count {
      let history = InventedHistory(number, firstMark: mark)
      mark = history.nextMark
      stream += Array(history.stream.utf8)
    }
    let imported = try sandbox.run(["git", "fast-import", "--quiet", "--force"], input: stream)
    try #require(imported.status == 0, "\(imported.errors)")
    return sandbox
  }

  @Test func ownershipEqualsThatOfReadingEverySnapshotInFull() throws {
    let sandbox = try repository()
    let snapshots = WholeSnapshots(
      try sandbox.run(["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"]).bytes)
    let heads = try sandbox.git("for-each-ref", "--format=%(refname:short) %(objectname)")
    var slow = SlowOwnership()
    var compared = 0
    for head in heads.split(separator: "\n").map({ $0.split(separator: " ").map(String.init) })
    where head[0].hasPrefix("h") {
      let line = snapshots.line(to: head[1])
      let expected = slow.stretches(line, snapshots)
      let read = try StrategyHistory(
        HistoryRequest(branch: head[0]), kinds: [.metric, .team], in: sandbox.session)
      #expect((0..<read.line.count).map { read.line.id($0).description } == line.map(\.commit))
      let owners = OwnershipHistory(OwnershipRecords(read.history), day: read.line.day)
      #expect(owners.timelines.map(\.lever) == expected.keys.sorted(), "\(head[0])")
      for timeline in owners.timelines {
        let found = timeline.tenures.map { SlowOwnership.Stretch($0, in: read) }
        #expect(found == expected[timeline.lever], "\(head[0]), \(timeline.lever)")
        compared += found.count
      }
    }
    #expect(compared > 5 * count)
  }
}

extension SlowOwnership.Stretch {
  fileprivate init(_ tenure: Tenure, in read: StrategyHistory) {
    self.init(
      team: tenure.team, person: tenure.person, from: tenure.from.number, to: tenure.to?.number,
      commit: read.line.id(tenure.ordinal).description)
  }
}
