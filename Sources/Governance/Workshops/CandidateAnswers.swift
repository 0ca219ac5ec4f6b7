import Editing
import StrategyStore
import StrictYAML

/// Answers to the questions about a candidate, and a note.
package struct CandidateAnswers {
  package var answers: [CandidateQuestion: Bool] = [:]
  package var note: String?

  package var isEmpty: Bool { answers.isEmpty && note == nil }

  package init(answers: [CandidateQuestion: Bool] = [:], note: String? = nil) {
    (self.answers, self.note) = (answers, note)
  }

  /// For a candidate's entry, in the order of its fields.
  var entries: [YAMLValue.Entry] {
    let given = CandidateQuestion.allCases.compactMap { question in
      answers[question].map { YAMLValue.Entry(question.rawValue, .scalar($0 ? "true" : "false")) }
    }
    return given + (note.map { [YAMLValue.Entry("note", .scalar($0))] } ?? [])
  }

  /// Writes them into the entry of a candidate, each in its usual place.
  ///
  /// - Parameter position: of the candidate in its list.
  func write(to draft: inout StrategyDraft, _ path: String, candidate position: Int) throws(StrategyError) {
    let place: [PathStep] = [.key("candidates"), .index(position)]
    let order = ["id", "name"] + CandidateQuestion.allCases.map(\.rawValue) + ["note"]
    for entry in entries {
      let present = Self.keys(at: position, of: Document(parsing: draft.text(of: path) ?? []))
      if present.contains(entry.key), case .scalar(let text, _) = entry.value {
        try draft.edit(path, [.set(place + [.key(entry.key)], text)])
      } else {
        let before = order.prefix { $0 != entry.key }.last(where: present.contains)
        try draft.edit(path, [.insert(place, entry, before.map { Change.Position.after($0) } ?? .end)])
      }
    }
  }

  private static func keys(at position: Int, of document: Document) -> Set<String> {
    guard let root = document.root,
      let list = document.entries(of: root).first(where: { document.string(of: $0.key) == "candidates" })?.value
    else { return [] }
    let items = Array(document.items(of: list))
    guard items.indices.contains(position) else { return [] }
    return Set(document.entries(of: items[position]).map { document.string(of: $0.key) })
  }
}
