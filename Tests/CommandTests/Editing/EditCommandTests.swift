import Foundation
import TestSupport
import Testing

/// `edit`: an entity's text in the user's editor.
@Suite struct EditCommandTests {
  private let sandbox: Sandbox
  private let metric = "metrics/activation-rate.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func edit(
    _ script: String, _ options: String..., answers: [String]? = nil, in directory: String = "repo"
  ) throws -> Outcome {
    try sandbox.northstar(
      ["edit", "activation-rate"] + options, in: directory, variables: ["GIT_EDITOR": script], answers: answers)
  }

  private func keptFiles() throws -> [String] {
    let folder = "\(sandbox.path)/repo/.git/northstar-edit"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func commitsWhatIsSaved() throws {
    let outcome = try edit("sed -i 's/^name: .*/name: Activation  # short/'", "-m", "Shorter")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(metric).contains("name: Activation  # short\n"))
    #expect(try sandbox.git("log", "-1", "--format=%B") == "activation-rate: edit a metric\n\nShorter\n")
    #expect(try keptFiles().isEmpty)
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func nothingSavedIsNothingDone() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    for script in ["true", "sh -c ': > \"$0\"'", "sh -c 'printf \"\\n \\n\" > \"$0\"'"] {
      let outcome = try edit(script)
      #expect(outcome.status == 0 && outcome.output == "Nothing to change.\n", "\(script): \(outcome.text)")
    }
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try keptFiles().isEmpty)
  }

  @Test func aFaultyTextIsKept() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try edit("sed -i 's/person: ada/person: adda/'")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("'adda'"))
    let kept = "\(sandbox.path)/repo/.git/northstar-edit/metric-activation-rate.yaml"
    #expect(outcome.errors.contains("Your text is kept in '\(kept)'."))
    #expect(
      try String(contentsOfFile: kept, encoding: .utf8)
        == (try sandbox.text(metric).replacing("person: ada", with: "person: adda")))
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    // The next one takes another file.
    #expect(try edit("sed -i 's/person: ada/person: addda/'").status == 1)
    #expect(try keptFiles() == ["metric-activation-rate-2.yaml", "metric-activation-rate.yaml"])
  }

  @Test func aPersonMayTryAgain() throws {
    try sandbox.write(
      "editor",
      "#!/bin/sh\nif grep -q adda \"$1\"; then sed -i s/adda/grace/ \"$1\"; else sed -i 's/n: ada/n: adda/' \"$1\"; fi\n",
      in: ".")
    let editor = "sh \(sandbox.path)/editor"
    #expect(try edit(editor, answers: ["n"]).status == 1)
    #expect(try keptFiles().count == 1)
    let outcome = try edit(editor, answers: [""])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(metric).contains("person: grace"))
    #expect(try keptFiles().count == 1)
  }

  @Test func aFailingEditorLosesNothing() throws {
    let failed = try edit("sh -c 'exit 3'")
    #expect(failed.status == 128 && failed.errors.contains("ended with status 3"))
    #expect(try keptFiles().isEmpty)
    #expect(try edit("sh -c 'echo \"# x\" >> \"$0\"; exit 3'").errors.contains("Your text is in"))
    #expect(try keptFiles().count == 1)
  }

  @Test func whatOthersChangedMeanwhileStays() throws {
    let script =
      "sh -c 'sed -i s/ada/grace/ \"$0\"; cd \(sandbox.path)/repo && echo \"# theirs\" >> \(metric) && git commit -qam Theirs'"
    let outcome = try edit(script)
    #expect(outcome.status == 128 && outcome.errors.contains("others changed '\(metric)'"))
    #expect(try sandbox.text(metric).hasSuffix("# theirs\n"))
    #expect(try keptFiles().count == 1)
  }

  @Test func unsavedChangesAndDryRunsKeepTheText() throws {
    let dry = try edit("sed -i 's/person: ada/person: grace/'", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("+  person: grace"))
    #expect(try keptFiles().count == 1)
    try sandbox.write(metric, try sandbox.text(metric) + "# mine\n")
    let dirty = try edit("sed -i 's/person: ada/person: grace/'")
    #expect(dirty.status == 128 && dirty.errors.contains("has changes that are in no commit"))
    #expect(try keptFiles().count == 2)
    #expect(try sandbox.text(metric).hasSuffix("# mine\n"))
  }

  @Test func worksInABareRepository() throws {
    try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
    #expect(try edit("sed -i 's/person: ada/person: grace/'", "--branch", "main", in: "bare.git").status == 0)
    #expect(try sandbox.git("show", "main:\(metric)", in: "bare.git").contains("person: grace"))
  }
}
