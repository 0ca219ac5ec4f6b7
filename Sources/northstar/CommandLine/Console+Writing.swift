import Diagnostics
import Editing
import Git
import Governance
import Presentation
import StrategyStore

extension Console {
  /// Commits a change, and prints what became of it.
  ///
  /// - Parameter edit: changes the draft and returns the commit's wording; called again when the branch has moved.
  func commit(
    _ options: WritingOptions, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> ExitStatus {
    try commit(options.request, edit)
  }

  func commit(
    _ request: CommitRequest, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> ExitStatus {
    try report(StrategyWriting(request, in: session).run(edit))
  }

  /// Prints what became of a change.
  func report(_ outcome: WritingOutcome) throws -> ExitStatus {
    switch outcome {
    case .unchanged: print("Nothing to change.")
    case .refused(let findings):
      write(try CheckFormat.text.render(findings, in: self))
      note(findings.summary(offeringFixes: false))
      note("northstar: nothing was committed, because the strategy would have errors")
      return .findings
    case .rehearsed(let commit):
      show(commit.preview)
      warn(of: commit.warnings)
      note("Nothing was committed (--dry-run).")
      advise(commit.advice)
    case .written(let written):
      print("[\(written.branch) \(written.commit.id.short)] \(written.commit.subject.visible)")
      for line in written.changes.flatMap({ ChangeReport.text($0) }) { print(line) }
      for remark in written.remarks { print(commands.naming(remark)) }
      warn(of: written.warnings)
      // What northstar's own lines in a hook do has been done.
      for hook in written.skippedHooks where !isOurs(hook) { note("note: the hook '\(hook)' did not run") }
      advise(written.advice)
    }
    return .clean
  }

  func advise(_ advice: [Remedy]) {
    for line in advice { print(commands.words(line)) }
  }

  private func warn(of findings: Findings) {
    guard !findings.diagnostics.isEmpty, let text = try? CheckFormat.text.render(findings, in: self) else { return }
    ask(text)
  }

  private func isOurs(_ hook: String) -> Bool {
    guard hook == HookDuty.check.hook, var script = try? HookFile(in: self).read() else { return false }
    script.remove()
    return script.isEmpty
  }
}
