import Foundation
import TestSupport
import Testing

@testable import northstar

/// Every command that reads history or files reports what it could not read, in every format.
@Suite struct UnreadPartTests {
  private static let sheet = "readings/activation-rate.csv"

  /// A command line, and the formats that it has.
  struct Reading: Sendable, CustomStringConvertible {
    let command: String
    let formats: [String]

    init(_ command: String, _ formats: String...) { (self.command, self.formats) = (command, formats) }

    var description: String { command }
    func words(_ format: String) -> [String] { command.split(separator: " ").map(String.init) + ["--format", format] }
  }

  // MARK: A history that is cut off

  static let ofHistory = [
    Reading("who activation-rate", "text", "json", "csv"),
    Reading("owners", "text", "json", "csv", "markdown", "html", "codeowners", "backstage"),
    Reading("audit", "text", "json", "csv", "markdown", "html"),
    Reading("decisions", "text", "json", "csv", "markdown", "html"),
    Reading("log activation-rate", "text", "json"), Reading("blame activation-rate", "text", "json"),
    Reading("measure versions activation-rate 2026-W40", "text", "json", "csv", "markdown", "html"),
    Reading("goalposts 2026-q4", "text", "json", "csv", "markdown", "html"),
    Reading("changes --since 2024-01-01", "text", "json"),
    Reading("report", "text", "json", "markdown", "html"),
    Reading("beliefs", "text", "json", "csv", "markdown", "html"),
    Reading("work", "text", "json", "csv"),
    Reading("explain-change weekly-hosted-meetings --from 2025-W46", "text", "json"),
    Reading("review evidence weekly-hosted-meetings", "text", "json", "markdown", "html"),
  ]

  private func shallow() throws -> Sandbox {
    let huddle = try Huddle.shared.get()
    let sandbox = try Sandbox(isRepository: false)
    let source = "file://\(huddle.sandbox.path)/repo"
    let outcome = try sandbox.run(["git", "clone", "-q", "--depth", "1", source, "."])
    try #require(outcome.status == 0, "\(outcome.text)")
    return sandbox
  }

  @Test func cutHistoryIsSaid() throws {
    let sandbox = try shallow()
    for reading in Self.ofHistory {
      for format in reading.formats {
        let outcome = try sandbox.northstar(reading.words(format), today: "2026-11-16")
        #expect(outcome.text.contains("shallow"), "\(reading) --format \(format): \(outcome.errors)")
        if ["json", "html", "markdown"].contains(format) {
          #expect(outcome.output.contains("shallow"), "\(reading) --format \(format)")
        }
      }
    }
  }

  @Test func wholeHistoryIsNot() throws {
    let huddle = try Huddle.shared.get()
    for reading in Self.ofHistory {
      let outcome = try huddle.northstar(reading.words(reading.formats[0]))
      #expect(!outcome.text.contains("shallow"), "\(reading)")
    }
  }

  // MARK: Files that can't be read

  static let ofSheets = [
    Reading("measure show", "text", "json", "csv", "markdown", "html"),
    Reading("measure show activation-rate", "text", "json", "csv", "markdown", "html"),
    Reading("okr status", "text", "json", "csv", "markdown", "html"),
    Reading("report", "text", "json", "markdown", "html"),
    Reading("tree --values", "text", "json", "mermaid", "dot", "svg"),
    Reading("beliefs", "text", "json", "csv", "markdown", "html"),
    Reading("explain-change weekly-hosted-meetings --from 2025-W46", "text", "json"),
    Reading("test activation-rate --against weekly-hosted-meetings", "text", "json"),
    Reading("review evidence weekly-hosted-meetings", "text", "json", "markdown", "html"),
  ]

  static let ofFiles = [
    Reading("list metrics", "text", "json", "csv", "markdown", "html"), Reading("show activation-rate", "text", "json"),
    Reading("tree", "text", "json", "mermaid", "dot", "svg"),
    Reading("okr status", "text", "json", "csv", "markdown", "html"),
    Reading("cycle show 2026-q4", "text", "json", "csv", "markdown", "html"),
    Reading("report", "text", "json", "markdown", "html"),
    Reading("review list", "text", "json", "csv", "markdown", "html"),
    Reading("review due", "text", "json", "csv", "markdown", "html"),
    Reading("work", "text", "json", "csv"), Reading("diff", "text", "json", "markdown"),
  ]

  private func expectSaid(_ readings: [Reading], _ sandbox: Sandbox, _ file: String, _ what: String) throws {
    for reading in readings {
      for format in reading.formats {
        let outcome = try sandbox.northstar(reading.words(format), today: "2026-11-16")
        let isSaid = outcome.text.contains(file) && outcome.text.contains(what)
        #expect(isSaid, "\(reading) --format \(format): \(outcome.errors)")
        if ["json", "html", "markdown", "mermaid", "dot", "svg"].contains(format) {
          #expect(outcome.output.contains(what), "\(reading) --format \(format)")
        }
      }
    }
  }

  @Test func conflictInASheetIsSaid() throws {
    let sandbox = try Huddle.copy().sandbox
    let text = try sandbox.text(Self.sheet)
    try sandbox.write(
      Self.sheet, text + "<<<<<<< HEAD\n2026-W46,1,2026-11-16,w,\n=======\n2026-W46,2,2026-11-16,w,\n>>>>>>> side\n")
    try expectSaid(Self.ofSheets, sandbox, Self.sheet, "merge conflict")
    #expect(try sandbox.northstar("check", today: "2026-11-16").output.contains("a merge conflict in these readings"))
  }

  @Test func pointerInPlaceOfASheetIsSaid() throws {
    let sandbox = try Huddle.copy().sandbox
    try sandbox.write(Self.sheet, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n")
    try expectSaid(Array(Self.ofSheets.prefix(5)), sandbox, Self.sheet, "Git LFS pointer")
  }

  @Test func conflictInAFileIsSaid() throws {
    let sandbox = try Huddle.copy().sandbox
    let file = "metrics/activation-rate.yaml"
    let text = try sandbox.text(file)
    try sandbox.write(file, "<<<<<<< HEAD\n\(text)=======\n\(text)>>>>>>> side\n")
    try expectSaid(Self.ofFiles.dropLast(), sandbox, file, "merge conflict")
    try expectSaid([Self.ofFiles[Self.ofFiles.count - 1]], sandbox, file, "conflict")
  }

  @Test func notesOfAPictureAreNoPartOfIt() throws {
    let sandbox = try Huddle.copy().sandbox
    try sandbox.write("metrics/activation-rate.yaml", "<<<<<<< HEAD\n=======\n>>>>>>> side\n")
    let mermaid = try sandbox.northstar("tree", "--format", "mermaid").output
    #expect(mermaid.contains("\n  %% note: metrics/activation-rate.yaml"), "\(mermaid)")
    let dot = try sandbox.northstar("tree", "--format", "dot").output
    #expect(dot.contains("\n  // note: metrics/activation-rate.yaml"), "\(dot)")
    let svg = try sandbox.northstar("tree", "--format", "svg").output
    #expect(svg.contains(/<text x="16" y="\d+">note: metrics\/activation-rate.yaml/), "\(svg)")
    let bottoms = svg.matches(of: /y="(\d+)"/).compactMap { Int($0.1) }
    let height = svg.firstMatch(of: /\sheight="(\d+)"/).flatMap { Int($0.1) }
    #expect(try #require(bottoms.max()) <= #require(height))
  }

  // MARK: A day that has not come

  static let ofMoments = [
    Reading("list metrics", "text", "json"), Reading("show activation-rate", "text", "json"),
    Reading("tree --values", "text", "json", "mermaid", "dot", "svg"),
    Reading("okr status", "text", "json", "csv", "markdown", "html"),
    Reading("cycle show 2026-q4", "text", "json", "csv", "markdown", "html"),
    Reading("report", "text", "json", "markdown", "html"),
    Reading("review list", "text", "json"), Reading("review due", "text", "json"),
    Reading("review show 2026-north-star", "text", "json"), Reading("workshop show finding-our-star", "text", "json"),
    Reading("measure show", "text", "json"), Reading("measure versions activation-rate 2026-W40", "text", "json"),
    Reading("beliefs", "text", "json"), Reading("work", "text", "json"),
    Reading("explain-change weekly-hosted-meetings --from 2025-W46", "text", "json"),
    Reading("test activation-rate --against weekly-hosted-meetings", "text", "json"),
    Reading("review evidence weekly-hosted-meetings", "text", "json", "markdown", "html"),
    Reading("check", "text", "json"),
    Reading("who activation-rate", "text", "json", "csv"), Reading("owners", "text", "json", "backstage"),
    Reading("audit", "text", "json", "html"), Reading("decisions", "text", "json"),
    Reading("log activation-rate", "text", "json"), Reading("blame activation-rate", "text", "json"),
    Reading("okr tree", "text", "json"),
    Reading("goalposts 2026-q4", "text", "json"), Reading("changes --since 2024-01-01", "text", "json"),
    Reading("okr todo --as grace", "text", "json"), Reading("diff HEAD~3", "text", "json", "markdown"),
    Reading("propose list", "text", "json"), Reading("propose conflicts", "text", "json"),
    Reading("propose show three-people-make-a-meeting", "text", "json", "markdown"),
    Reading("propose plan three-people-make-a-meeting", "text", "json", "markdown"),
  ]

  @Test func everyCommandWithAMomentIsHere() {
    let named = Self.ofMoments.map(\.command)
    for description in HelpTests.descriptions where description.options.contains(where: { $0.name == "--at" }) {
      let name = description.path.dropFirst().joined(separator: " ")
      #expect(named.contains { $0.hasPrefix(name) }, "\(name)")
    }
  }

  @Test func dayThatHasNotComeIsSaidOnce() throws {
    let sandbox = try Huddle.shared.get().sandbox
    let note = "2099-01-01 is in the future: this is what the record says on"
    for reading in Self.ofMoments {
      for format in reading.formats {
        let outcome = try sandbox.northstar(reading.words(format) + ["--at", "2099-01-01"], today: "2026-11-16")
        #expect(outcome.errors.split(separator: note).count == 2, "\(reading) --format \(format): \(outcome.errors)")
        if !["text", "csv", "backstage"].contains(format) {
          #expect(outcome.output.contains("2099-01-01 is in the future"), "\(reading) --format \(format)")
        }
      }
      let past = try sandbox.northstar(reading.words("json") + ["--at", "2026-11-01"], today: "2026-11-16")
      #expect(!past.text.contains("is in the future"), "\(reading)")
    }
  }

  // MARK: What is no lack of history

  /// When two strategies exist and none was chosen, the history was reported as missing.
  @Test func errorOfHistoryIsNoLackOfIt() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    try sandbox.git("config", "northstar.mainBranch", "nowhere")
    let outcome = try sandbox.northstar("report")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("nowhere"))
  }

  @Test func strategyThatHasNotLandedHasNoHistory() throws {
    let sandbox = try Sandbox()
    try sandbox.write("README", "x")
    try sandbox.commit()
    try sandbox.writeStrategy()
    #expect(try sandbox.northstar("report").status == 0)
  }
}
