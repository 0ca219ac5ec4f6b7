import TestSupport
import Testing
import Yams
import samplehistory

@Suite struct TextTests {
  @Test func everyFileOfEveryCommitIsReadByYams() throws {
    var seen: Set<String> = []
    for commit in try Story.shared.get().mainLine {
      for path in commit.files.paths where path.hasSuffix(".yaml") {
        let text = try #require(commit.files[path])
        guard seen.insert(text).inserted else { continue }
        #expect(throws: Never.self, "\(path) in \(commit.message)") { try Yams.compose(yaml: text) }
      }
    }
    #expect(seen.count > 400)
  }

  @Test func everyFileIsPlainTextWithALineEnd() throws {
    for commit in try Story.shared.get().mainLine.suffix(1) {
      for path in commit.files.paths {
        let text = try #require(commit.files[path])
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path)")
        #expect(!text.contains("\t") && !text.contains("\r") && !text.contains(" \n"), "\(path)")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(path)")
      }
    }
  }

  @Test func checkInsAreOnlyAppended() throws {
    var last: [String: String] = [:]
    for commit in try Story.shared.get().mainLine {
      for path in commit.files.paths where path.hasPrefix("checkins/") || path.hasPrefix("readings/") {
        let text = try #require(commit.files[path])
        #expect(text.hasPrefix(last[path] ?? ""), "\(path) in \(commit.message)")
        last[path] = text
      }
    }
    #expect(last.count > 50)
  }
}
