import Foundation
import TestSupport
import Testing

/// The commands that write files of the working tree: `check --fix` and `fmt`.
@Suite struct RewritingCommandTests {
  private let sandbox: Sandbox
  private let team = "teams/onboarding.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @Test func fixCorrectsASlipAndNothingElse() throws {
    let text = "# our first team\n" + (try sandbox.text(team))
    try sandbox.write(team, text.replacing("members: [", with: "membres:   ["))
    let outcome = try sandbox.northstar("check", "--fix")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("corrected teams/onboarding.yaml"))
    #expect(try sandbox.text(team) == text.replacing("members: [", with: "members:   ["))
    #expect(try sandbox.git("status", "--porcelain").split(separator: "\n").count == 1)
  }

  @Test func fixLeavesWhatNeedsAPersonAndEndsWithOne() throws {
    let text = try sandbox.text(team).replacing("lead: ada", with: "lead: adda")
    try sandbox.write(team, text)
    #expect(try sandbox.northstar("check", "--fix").status == 1)
    #expect(try sandbox.text(team) == text)
    #expect(try sandbox.northstar("check", "--fix", "HEAD").status == 129)
    #expect(try sandbox.northstar("check", "--fix", "--staged").status == 129)
  }

  @Test func fmtOrdersFieldsAndKeepsComments() throws {
    try sandbox.write(
      team,
      """
      # our first team
      lead:    ada   # since the beginning
      kind: team
      members:   [ada, grace]
      name: Onboarding


      id: onboarding
      started: 2025-01-06

      """)
    #expect(try sandbox.northstar("fmt", "--check").status == 1)
    let outcome = try sandbox.northstar("fmt")
    #expect(outcome.status == 0)
    #expect(outcome.output == "teams/onboarding.yaml\n")
    let formatted = try sandbox.text(team)
    let keys = formatted.split(separator: "\n").compactMap { $0.contains(":") ? $0.prefix { $0 != ":" } : nil }
    #expect(keys == ["kind", "id", "name", "lead", "members", "started"])
    #expect(formatted.contains("# our first team") && formatted.contains("# since the beginning"))
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func fmtTakesFilesAndFoldersAndNamesWhatIsNone() throws {
    for file in [team, "teams/growth.yaml", "cycles/2026-q1.yaml"] {
      try sandbox.write(file, try sandbox.text(file).replacing("name: ", with: "name:    "))
    }
    #expect(try sandbox.northstar("fmt", "onboarding.yaml", in: "repo/teams").output == "teams/onboarding.yaml\n")
    #expect(try sandbox.northstar("fmt", "../teams", in: "repo/cycles").output == "teams/growth.yaml\n")
    #expect(try sandbox.northstar("fmt", "nowhere").status == 128)
    #expect(try sandbox.northstar("fmt", "../../elsewhere").status == 128)
    #expect(try sandbox.northstar("fmt").output == "cycles/2026-q1.yaml\n")
  }

  @Test func filesWithSyntaxFaultsAreLeftAlone() throws {
    let broken = "kind: team\nid:   onboarding\nname: [\n"
    try sandbox.write(team, broken)
    let outcome = try sandbox.northstar("fmt")
    #expect(outcome.errors.contains(team))
    #expect(try sandbox.text(team) == broken)
  }

  @Test func modeOfARewrittenFileStays() throws {
    try sandbox.write(team, try sandbox.text(team).replacing("name: ", with: "name:    "))
    _ = try sandbox.run(["chmod", "640", team])
    #expect(try sandbox.northstar("fmt").status == 0)
    #expect(try sandbox.run(["stat", "-c", "%a", team]).output == "640\n")
  }

  /// No file can grow in this shell, as on a full disk.
  @Test func aFullDiskLeavesEveryFileAsItWas() throws {
    for file in [team, "teams/growth.yaml"] {
      try sandbox.write(file, try sandbox.text(file).replacing("name: ", with: "name:    "))
    }
    let before = try sandbox.files().map { try sandbox.text($0) }
    let outcome = try sandbox.run(["sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" fmt", Sandbox.program])
    #expect(outcome.status == 128)
    #expect(try sandbox.files().map { try sandbox.text($0) } == before)
  }

  @Test func sampleIsInCanonicalForm() throws {
    let root = Sandbox.root
    let copy = try Sandbox()
    _ = try copy.run(["cp", "-r", root.appending(path: "sample-repo").path + "/.", "."])
    let outcome = try copy.northstar("fmt", "--check")
    #expect(outcome.text.isEmpty)
    #expect(outcome.status == 0)
  }
}
