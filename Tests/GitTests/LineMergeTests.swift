import Foundation
import Git
import TestSupport
import Testing

/// Texts merged line by line, like `git merge-file`.
@Suite struct LineMergeTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.empty()
    try sandbox.makeDirectory("texts")
  }

  @Test func gitMakesTheSame() throws {
    var random = Chance(5)
    func edited(_ lines: [String], _ random: inout Chance) -> [String] {
      var lines = lines
      for _ in 0..<2 {
        let place = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert("new \(Int.random(in: 0..<3, using: &random))", at: place)
        default: lines[place] = "other \(Int.random(in: 0..<3, using: &random))"
        }
      }
      return lines
    }
    var clean = 0
    for round in 0..<40 {
      let base = (0..<12).map { "line \($0)" }
      let texts = [base, edited(base, &random), edited(base, &random)].map { $0.joined(separator: "\n") + "\n" }
      for (name, text) in zip(["base", "ours", "theirs"], texts) {
        try Data(text.utf8).write(to: URL(filePath: "\(sandbox.path)/texts/\(name)"))
      }
      let command = ["git", "merge-file", "-p", "--marker-size=9", "ours", "base", "theirs"]
      let git = try sandbox.run(command, in: "texts")
      let markers = LineMerge.Markers(size: 9)
      let merge = try LineMerge(
        base: Array(texts[0].utf8), ours: Array(texts[1].utf8), theirs: Array(texts[2].utf8), markers: markers)
      #expect(
        String(decoding: merge.text, as: UTF8.self).trimmingCharacters(in: .newlines) == git.line, "round \(round)")
      #expect(merge.isClean == (git.status == 0))
      clean += merge.isClean ? 1 : 0
    }
    #expect(clean > 3 && clean < 37)
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(throws: GitError.self) { try LineMerge(base: [], ours: [0], theirs: [65]) }
  }
}
