import Decisions
import Diagnostics
import Git
import History
package import Presentation
import StrategyModel
import StrategyStore

/// The state of a proposal, for people and programs.
package struct ProposalAnswer {
  package let proposal: BranchedProposal
  package let target: TargetBranch

  package init(proposal: BranchedProposal, target: TargetBranch) {
    (self.proposal, self.target) = (proposal, target)
  }

  private var state: ApprovalState { proposal.state }

  package var title: String { proposal.record?["title"] ?? proposal.tip.subject }

  /// Days since it was opened, or since its last commit if its record has no day.
  package var age: Int {
    let opened = proposal.record?["opened"].flatMap { Day($0) }
    return max(0, target.today - (opened ?? Day(of: proposal.tip.committer.time, in: target.strategy.zone)))
  }

  /// One or two words.
  package var standing: String {
    if let ending = target.ending(of: proposal.id) { return ending.rawValue }
    if proposal.changes.isEmpty { return "empty" }
    if !proposal.words.strangers.isEmpty { return "unknown author" }
    if !state.requests.isEmpty { return "changes requested" }
    return state.isApproved ? "approved" : "waiting"
  }

  private var ageInWords: String {
    target.ending(of: proposal.id) == nil ? "open for \(counted(age, "day"))" : "opened \(counted(age, "day")) ago"
  }

  /// The missing approvals, one clause each: `the owner of activation-rate (ada or lin)`.
  package var missing: [String] { ProposalAnswer.missing(in: state) }

  static func missing(in state: ApprovalState) -> [String] {
    state.lines.filter { !$0.isMet }.map { line in
      guard !line.candidates.isEmpty else { return "\(line.requirement.role) (nobody may)" }
      let more = line.missing > 1 ? "\(line.missing) of " : ""
      return "\(line.requirement.role) (\(more)\(line.candidates.joined(separator: ", ")))"
    }
  }

  package func text() -> String {
    var lines = [
      "\(proposal.id.visible): \(title.visible)",
      "  \(standing), \(ageInWords), for \(target.name.visible)",
    ]
    let by = proposal.words.proposers.sorted() + proposal.words.strangers.map { "<\($0.visible)>" }
    lines.append("  by        \(by.joined(separator: ", "))")
    if let why = proposal.record?["why"] { lines.append("  why       \(why.visible)") }
    lines.append("  digest    \(proposal.digest)")
    lines += ["", "Changes"] + proposal.changes.flatMap { ChangeReport.text($0) }.map { "  \($0)" }
    lines += ["", "Approvals"] + approvals.map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a message or a browser.
  ///
  /// - Parameter notes: what could not be read.
  package func page(notes: [String]) -> Page {
    var page = Page(title, lead: "\(proposal.id): \(standing), \(ageInWords), for \(target.name)")
    page.add(notes.map { .note($0) })
    if let why = proposal.record?["why"] { page.add(.heading("Why"), .paragraph(why)) }
    page.add(
      .heading("Changes"), .list(proposal.changes.flatMap { ChangeReport.text($0) }), .heading("Approvals"),
      .table(
        ["approval of", "given by", "missing from"],
        state.lines.map { line in
          [
            line.requirement.role, line.metBy.joined(separator: ", "),
            line.isMet ? "" : line.candidates.isEmpty ? "nobody may give it" : line.candidates.joined(separator: ", "),
          ]
        }))
    page.add(state.requests.map { .note("\($0.person) requested changes") })
    page.add(state.remarks.map { .note("\($0.person) suggests changes") })
    page.add(
      state.voided.map { .note("the approval of \($0.approval.person) does not count: \($0.reason)") })
    return page
  }

  private var approvals: [String] {
    var lines: [String] = []
    for line in state.lines {
      let met = line.metBy.isEmpty ? "" : ": \(line.metBy.joined(separator: ", "))"
      lines.append("\(line.isMet ? "given   " : "missing ") \(line.requirement.role)\(met)")
      if !line.isMet {
        let who = line.candidates.isEmpty ? "nobody may give it" : "from \(line.candidates.joined(separator: ", "))"
        lines.append("           \(who)")
        lines += line.requirement.barred.map { "           not \($0.person): \($0.reason)" }
      }
    }
    lines += state.requests.map { "request  \($0.person) requested changes (\($0.commit.prefix(7)))" }
    lines += state.remarks.map { "remark   \($0.person) suggests changes (\($0.commit.prefix(7)))" }
    lines += state.voided.map {
      "void     \($0.approval.person.visible) (\($0.approval.commit.prefix(7))): \($0.reason.visible)"
    }
    return lines.isEmpty ? ["none needed"] : lines
  }

  package var json: JSONValue {
    [
      "id": .string(proposal.id), "title": .string(title), "state": .string(standing),
      "ageInDays": .number(Double(age)),
      "branch": .string(proposal.reference.shortBranch), "tip": .string(proposal.tip.id.description),
      "base": .string(proposal.base.id.description), "target": .string(target.name),
      "by": strings(proposal.words.proposers.sorted()), "unknownAuthors": strings(proposal.words.strangers),
      "why": .orNull(proposal.record?["why"]), "digest": .string(proposal.digest.description),
      "changes": .array(proposal.changes.map(ChangeReport.json)), "requirements": .array(state.lines.map(json)),
      "requests": strings(state.requests.map(\.person)),
      "void": .array(
        state.voided.map { void -> JSONValue in
          [
            "person": .string(void.approval.person), "commit": .string(void.approval.commit),
            "reason": .string(void.reason),
          ]
        }),
    ]
  }

  private func json(_ line: ApprovalState.Line) -> JSONValue {
    [
      "role": .string(line.requirement.role), "count": .number(Double(line.requirement.count)),
      "people": strings(line.requirement.people), "approvedBy": strings(line.metBy),
      "missing": .number(Double(max(0, line.missing))), "candidates": strings(line.candidates),
      "because": strings(line.requirement.reasons.map(\.sentence)),
    ]
  }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
