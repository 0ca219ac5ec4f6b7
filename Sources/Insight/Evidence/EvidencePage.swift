import Decisions
package import Presentation
package import StrategyModel

/// Evidence as a page: last answers next to this year's questions, then a part for each section.
package struct EvidencePage {
  private let evidence: Evidence
  /// Open, or decided since; `nil` for evidence without a review.
  private let review: Review?

  package init(_ evidence: Evidence, for review: Review?) { (self.evidence, self.review) = (evidence, review) }

  package var page: Page {
    let context = evidence.context
    let product = context.strategy.settings?.product?.value
    var page = Page("Evidence for the review of \(context.title)", lead: lead(product))
    page.add(context.notes.map { .note($0) })
    page.add(.heading("In short"), .list(evidence.sections.flatMap { $0.says.prefix(1) }))
    page.add(questions)
    for section in evidence.sections {
      page.add(.heading(section.title))
      page.add(section.says.map { .paragraph($0) })
      page.add(section.lacks.map { .note($0) })
      page.add(section.blocks)
    }
    return page
  }

  private func lead(_ product: String?) -> String {
    let context = evidence.context
    let last =
      context.last.map { review in
        "Last reviewed on \(review.heldOn?.value.description ?? "?"), decision: \(review.decision?.value.rawValue ?? "?")."
      } ?? "Never reviewed before."
    return (product.map { "\($0). " } ?? "") + "As of \(context.day), looking back to \(context.since). \(last)"
  }

  private var questions: [PageBlock] {
    let asked = review?.questions.compactMap { $0.question?.value } ?? evidence.context.subject.questions
    let (now, before) = (review?.answers ?? [:], evidence.context.last?.answers ?? [:])
    let others = (evidence.context.last?.questions ?? []).compactMap { $0.question?.value }.filter {
      !asked.contains($0)
    }
    let rows = (asked + others).map { question in
      [question, before[question] ?? "", asked.contains(question) ? now[question] ?? "" : "(not asked)"]
    }
    var blocks: [PageBlock] = [
      .heading("Questions"), .table(["question", "last answer", "answer now"], rows),
    ]
    if let last = evidence.context.last { blocks += said(last) }
    return blocks
  }

  private func said(_ last: Review) -> [PageBlock] {
    let reasons = last.because.map { "Decided then: \(last.decision?.value.rawValue ?? ""). \($0.value)" }
    let dissent = last.dissent.map { "\($0.person?.id ?? "?") disagreed: \($0.because?.value ?? "")" }
    return (reasons.map { [PageBlock.paragraph($0)] } ?? []) + dissent.map { .paragraph($0) }
  }
}

extension Review {
  fileprivate var answers: [String: String] {
    Dictionary(
      questions.compactMap { question in
        question.question.flatMap { asked in question.answer.map { (asked.value, $0.value) } }
      }
    ) { first, _ in first }
  }
}

extension EvidenceContext {
  /// The subject's name for people.
  fileprivate var title: String {
    switch subject {
    case .northStar(let id): "the North Star, \(name(of: id))"
    case .metric(let id, _): name(of: id)
    case .belief(let id, let target): "the belief that \(id) moves \(target)"
    case .cycle(let id): id
    }
  }

  private func name(of metric: String) -> String { strategy.metrics[metric]?.name?.value ?? metric }
}

extension Evidence {
  package var json: JSONValue {
    [
      "formatVersion": "2.0", "subject": .string(context.subject.name), "day": .string(context.day.description),
      "since": .string(context.since.description), "lastReview": .orNull(context.last?.id?.value),
      "notes": .array(context.notes.map(JSONValue.string)),
      "sections": .array(
        sections.map { section in
          [
            "what": .string(section.what), "title": .string(section.title),
            "says": .array(section.says.map(JSONValue.string)), "lacks": .array(section.lacks.map(JSONValue.string)),
            "tables": .array(section.blocks.compactMap(\.table).map(\.json)),
          ]
        }),
    ]
  }
}

extension PageBlock {
  fileprivate var table: PageTable? { if case .table(let table) = self { table } else { nil } }
}
