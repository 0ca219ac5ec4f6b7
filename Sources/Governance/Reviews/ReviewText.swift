import Presentation
package import StrategyModel

/// A review for people.
package struct ReviewText {
  let review: Review

  package init(_ review: Review) { self.review = review }

  package var text: String {
    (["\(review.id?.value ?? ""): \(review.subjectName ?? "")"] + facts + questions + evidence + reasons + dissent
      + mapping)
      .joined(separator: "\n") + "\n"
  }

  private var facts: [String] {
    let people = review.decidedBy.map(\.id).joined(separator: ", ")
    let rows: [(String, String?)] = [
      ("decision", review.decision?.value.rawValue ?? "open"), ("held on", review.heldOn?.value.description),
      ("by", people.isEmpty ? nil : people), ("instead", review.replacement?.id),
      ("both until", review.overlapUntil?.value.description), ("judged", review.judged?.value),
      ("next", review.nextReview?.value.description),
    ]
    return rows.compactMap { label, value in value.map { "  \(label.padded(12))\($0.visible)" } }
  }

  private var questions: [String] {
    guard !review.questions.isEmpty else { return [] }
    return ["", "Questions"]
      + review.questions.enumerated().flatMap { number, question in
        filled("\(number + 1). \(question.question?.value ?? "")", indent: 2)
          + filled(question.answer?.value ?? "(no answer)", indent: 5)
      }
  }

  private var evidence: [String] {
    guard !review.evidence.isEmpty else { return [] }
    return ["", "Evidence"]
      + review.evidence.flatMap { filled("\($0.what?.value ?? ""): \($0.says?.value ?? "")", indent: 2) }
  }

  private var reasons: [String] { review.because.map { ["", "Reasons"] + filled($0.value, indent: 2) } ?? [] }

  private var dissent: [String] {
    guard !review.dissent.isEmpty else { return [] }
    return ["", "Dissent"]
      + review.dissent.flatMap { filled("\($0.person?.id ?? ""): \($0.because?.value ?? "")", indent: 2) }
  }

  private var mapping: [String] {
    guard !review.mapping.isEmpty else { return [] }
    return ["", "Successors"]
      + review.mapping.flatMap { entry in
        let reason = entry.because.map { ": \($0.value)" } ?? ""
        return filled("\(entry.from?.text ?? "") -> \(entry.to?.text ?? "ends")\(reason)", indent: 2)
      }
  }

  private func filled(_ text: String, indent: Int) -> [String] {
    wrapped(text.visible, to: 78 - indent).map { String(repeating: " ", count: indent) + $0 }
  }
}
