import Foundation
import StrictYAML
import TestSupport
import Testing

/// Another YAML reader reads everything that is accepted in the same way. `NORTHSTAR_SOAK` sets a larger number of
/// documents.
@Suite("Agreement with another reader")
struct OracleTests {
  /// Each shard is a test case of its own, so that they run in parallel.
  private static let documentsPerShard =
    (ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 200_000) / 8

  @Test(arguments: 0..<8)
  func whateverIsAcceptedYamsReadsTheSameWay(shard: Int) throws {
    var accepted = 0
    for index in 0..<Self.documentsPerShard {
      let seed = shard * Self.documentsPerShard + index
      var generator = Chance(stream: seed)
      let text = generator.anything()
      guard let ours = Document(parsing: text).acceptedTree else { continue }
      accepted += 1
      let theirs = Result { try Tree.readByYams(String(decoding: text, as: UTF8.self)) }
      guard case .success(let tree) = theirs, (tree ?? .scalar("")) == ours else {
        Issue.record("seed \(seed): \(String(decoding: text, as: UTF8.self).debugDescription)\n\(ours)\n\(theirs)")
        return
      }
    }
    #expect(accepted > Self.documentsPerShard / 4)
  }

  @Test func mostGeneratedDocumentsAreAccepted() {
    let accepted = (0..<2000).count { seed in
      var generator = Chance(stream: seed)
      return Document(parsing: generator.document()).faults.isEmpty
    }
    #expect(accepted > 1000)
  }
}

extension Document {
  /// The tree of a text without faults, where an empty text means an empty scalar, as in Yams.
  fileprivate var acceptedTree: Tree? {
    faults.isEmpty ? tree ?? .scalar("") : nil
  }
}
