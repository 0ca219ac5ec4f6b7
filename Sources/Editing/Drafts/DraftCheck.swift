package import Diagnostics
import Rules
import StrategyModel
import StrategyStore

/// The faults that a draft adds to the strategy.
struct DraftCheck {
  /// The findings that the draft adds; warnings only for changed files.
  let findings: Findings

  var isRefused: Bool { findings.count(.error) > 0 }

  /// The tip is checked only if it may already have had some of the findings.
  init(_ draft: StrategyDraft) {
    let changed = draft.changed()
    let check = Check(changed, today: draft.today)
    let paths = Set(draft.texts.keys.map(draft.fullPath))
    let suspects = check.diagnostics.filter { $0.severity == .error || paths.contains($0.location.path) }
    var findings = Findings(
      suspects, files: changed.files.count, waived: check.waived,
      rules: RuleCatalog.rules.map { RuleDescription($0.card) },
      toolVersion: ToolVersion.current, text: { draft.checkedText(of: $0) })
    if !suspects.isEmpty {
      var before = draft.strategy
      before.readings = draft.tipReadings()
      let earlier = Check(before, today: draft.today).diagnostics
      findings.remove(
        Findings(earlier, files: 0, toolVersion: ToolVersion.current, text: { _ in nil }),
        FormerSubjects([changed]))
    }
    self.findings = findings
  }
}

/// A draft that would add errors.
package struct RefusedDraft: Error {
  package let findings: Findings
}
