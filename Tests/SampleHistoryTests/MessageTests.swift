import TestSupport
import Testing
import samplehistory

@Suite struct MessageTests {
  /// The trailers that git finds in a message.
  private func trailers(_ message: String) throws -> [String] {
    try Shell.run("git", ["interpret-trailers", "--parse"], input: Array(message.utf8)).lines
  }

  @Test func gitReadsTheTrailersOfDecisions() throws {
    let decisions = try Story.shared.get().history.commits.filter { $0.message.contains("Northstar-Decision: ") }
    #expect(decisions.count >= 8)
    for decision in decisions {
      let written = decision.message.split(separator: "\n").filter { $0.hasPrefix("Northstar-") }.map(String.init)
      #expect(try trailers(decision.message) == written)
    }
  }

  /// A paragraph like `Hosts: fewer` at the end of a message would be one.
  @Test func nothingElseIsATrailer() throws {
    let others = try Story.shared.get().history.commits.filter { !$0.message.contains("Northstar-") }
    let log = try Story.shared.get().git("log", "--all", "--format=%(trailers:only,unfold)%x00")
    let found = log.text.split(separator: "\0").filter { $0.contains(":") }
    #expect(found.count == (try Story.shared.get().history.commits.count) - others.count)
    #expect(found.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.hasPrefix("Northstar-") } })
  }

  @Test func subjectsFitOnALine() throws {
    for commit in try Story.shared.get().history.commits {
      let lines = commit.message.split(separator: "\n", omittingEmptySubsequences: false)
      #expect((8...72).contains(lines[0].count), "\(lines[0])")
      #expect(lines.count == 2 || lines[1].isEmpty)
      #expect(lines.allSatisfy { $0.count <= 76 || $0.hasPrefix("Northstar-") }, "\(commit.message)")
    }
  }
}
