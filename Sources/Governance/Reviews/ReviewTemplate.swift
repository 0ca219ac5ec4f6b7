import Decisions
import History
import Presentation
import StrategyModel
import StrictYAML

/// The text of an open review: its questions, with the last answers as comments next to the places for the new ones.
struct ReviewTemplate {
  let id: String
  let subject: ReviewSubject
  let day: Day
  /// The judged commit.
  let judged: String
  /// The last decided review of the same subject.
  let last: Review?
  /// The evidence from history and readings, one line each.
  let evidence: [(what: String, says: String)]

  var text: String {
    var head: [YAMLValue.Entry] = [
      .init("kind", .scalar("review")), .init("id", .scalar(id)), .init("subject", .scalar(subject.entity.description)),
    ]
    if case .belief(_, let target) = subject { head.append(.init("influence_on", .scalar(target))) }
    head.append(.init("held_on", .scalar(day.description)))
    let blocks = subject.questions.map(question) + others
    return yaml(.mapping(head)) + "questions:\n" + blocks.joined()
      + findings + yaml(.mapping([.init("judged", .scalar(judged))]))
  }

  private var findings: String {
    guard !evidence.isEmpty else { return "" }
    let items = evidence.map { item -> YAMLValue in
      .mapping([.init("what", .scalar(item.what)), .init("says", .scalar(item.says.visible))])
    }
    return yaml(.mapping([.init("evidence", .sequence(items))]))
  }

  private func question(_ text: String) -> String {
    let item = YAMLValue.sequence([.mapping([.init("question", .scalar(text))])])
    let answer = last?.questions.first { $0.question?.value == text }?.answer?.value
    return indented(yaml(item), by: 2) + (answer.map { comment("\(held)\($0)", indent: 4) } ?? "")
  }

  /// Additional questions of the last review; they can be copied if they are wanted again.
  private var others: [String] {
    let asked = Set(subject.questions)
    let lines = (last?.questions ?? []).compactMap { question -> String? in
      guard let text = question.question?.value, !asked.contains(text) else { return nil }
      return comment("\(held)\(text) \(question.answer?.value ?? "(no answer)")", indent: 2)
    }
    guard let decision = last?.decision?.value else { return lines }
    return lines + [comment("\(held)\(decision.rawValue). \(last?.because?.value ?? "")", indent: 2)]
  }

  private var held: String { last?.heldOn.map { "\($0.value): " } ?? "" }

  private func yaml(_ value: YAMLValue) -> String { String(decoding: YAMLWriter.text(of: value), as: UTF8.self) }

  private func indented(_ text: String, by count: Int) -> String {
    let room = String(repeating: " ", count: count)
    return text.split(separator: "\n").map { room + $0 + "\n" }.joined()
  }

  /// Comments, so that nobody mistakes them for new answers, placed where the answer is written.
  private func comment(_ text: String, indent: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
    let prefix = String(repeating: " ", count: indent) + "# "
    return wrapped(line, to: 80 - prefix.count).map { prefix + $0 + "\n" }.joined()
  }
}
