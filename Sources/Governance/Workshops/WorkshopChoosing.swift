import Decisions
package import Editing
package import Git
import StrategyModel
import StrategyStore
import StrictYAML

/// The choice of a workshop, as given on the command line.
package struct ChoiceRequest {
  package let workshop: String
  package let candidate: String
  package let because: String
  package var decidedBy: [String] = []
  package var dissent: [String] = []
  package var metric: ChosenDefinition
  /// `id:dimension:name`
  package var inputs: [String] = []

  package init(
    workshop: String, candidate: String, because: String, decidedBy: [String] = [], dissent: [String] = [],
    metric: ChosenDefinition, inputs: [String] = []
  ) {
    (self.workshop, self.candidate, self.because, self.decidedBy, self.dissent, self.metric, self.inputs) = (
      workshop, candidate, because, decidedBy, dissent, metric, inputs
    )
  }
}

/// Records the choice of a workshop: its file, the metric, and its inputs, in one commit.
package struct WorkshopChoosing {
  package let request: ChoiceRequest
  package let repository: Repository

  package init(request: ChoiceRequest, repository: Repository) {
    (self.request, self.repository) = (request, repository)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let open = try OpenWorkshop(request.workshop, in: draft)
    try open.requireUndecided()
    let candidate = open.workshop.candidates[try open.position(of: request.candidate)]
    try requireFiltered(candidate)
    let deciders = try deciders(draft)
    let dissent = try request.dissent.map { text throws(StrategyError) in
      try DissentingVoice(text, in: draft.strategy)
    }
    let inputs = try request.inputs.map { text throws(StrategyError) in try FoundInput(text) }
    try write(to: &draft, open, deciders, dissent)
    let (outcome, next) = try ChosenMetric(candidate: candidate, given: request.metric).apply(to: &draft)
    for input in inputs { try input.apply(to: &draft, driving: request.candidate) }
    var wording = wording(deciders, dissent)
    wording.remarks = [outcome]
    wording.advice = next + FoundInput.advice(on: inputs) + candidate.flaws.remedies
    return wording
  }

  /// A choice made before the filters would only be a favourite.
  private func requireFiltered(_ candidate: Candidate) throws(StrategyError) {
    let open = candidate.unanswered(CandidateQuestion.filters)
    guard !open.isEmpty else { return }
    throw StrategyError(
      .refused,
      message: "'\(request.candidate)' has not been through the filters: \(open.map(\.short).joined(separator: ", "))",
      help: ["Answer them with \(run: .scoreCandidate(workshop: request.workshop, candidate: request.candidate))."])
  }

  /// The people who may decide on the North Star; without stewards, the participants decide.
  private func deciders(_ draft: StrategyDraft) throws -> [String] {
    let snapshot = try LoadedMeaning(
      .revision(draft.tip, in: repository, label: draft.tip.id.short), in: draft.strategy.folder
    ).snapshot
    let deciders = try Deciders(request.decidedBy, on: .northStar(request.candidate), snapshot, draft, repository)
    if draft.strategy.settings?.stewards.isEmpty == false {
      try deciders.requireEntitled(isProposal: false, snapshot)
    }
    return deciders.people
  }

  private func write(
    to draft: inout StrategyDraft, _ open: OpenWorkshop, _ deciders: [String], _ dissent: [DissentingVoice]
  ) throws(StrategyError) {
    let choice: YAMLValue = .fields(
      ("candidate", .scalar(request.candidate)), ("because", .scalar(request.because, .folded)),
      ("decided_by", deciders.isEmpty ? nil : .list(deciders)),
      ("dissent", dissent.isEmpty ? nil : .sequence(dissent.map(\.value))))
    let keys = open.keys(in: draft)
    if keys.contains("choice") { try draft.edit(open.path, [.remove([.key("choice")])]) }
    try draft.edit(
      open.path, [.insert([], .init("choice", choice), keys.contains("sprint") ? .before("sprint") : .end)])
  }

  private func wording(_ deciders: [String], _ dissent: [DissentingVoice]) -> CommitWording {
    var trailers = [
      (DecisionTrailer.workshop, request.workshop), (DecisionTrailer.decision, DecisionTrailer.choose),
      (DecisionTrailer.subject, "metric/\(request.candidate)"),
    ]
    trailers += deciders.map { (DecisionTrailer.decidedBy, $0) }
    trailers += dissent.map { (DecisionTrailer.dissent, "\($0.person): \($0.because)") }
    return CommitWording(
      topic: nil, what: "Choose \(request.candidate) in the workshop \(request.workshop)", reasons: [request.because],
      trailers: trailers)
  }
}
