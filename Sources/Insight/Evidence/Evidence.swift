package import Decisions
package import Editing
import Git
import Presentation
import StrategyModel
package import StrategyStore

/// What history and readings say about the subject of a review; depends only on the commit and the day, not on the
/// person who asks.
package struct Evidence {
  package let ground: EvidenceContext
  /// In the order in which they are shown.
  package let sections: [EvidenceSection]

  package init(_ ground: EvidenceContext) throws {
    self.ground = ground
    sections = try EvidenceSection.all(on: ground)
  }

  /// As of a draft's tip.
  ///
  /// - Parameter name: how the strategy was chosen, where a repository holds several.
  package init(
    _ subject: ReviewSubject, of draft: StrategyDraft, named name: String?, in session: Session
  ) throws {
    var moment = Moment()
    (moment.at, moment.strategy) = (draft.tip.id.description, name)
    self = try Evidence(
      EvidenceContext(subject, in: draft.measured(), on: draft.today, moment, in: session))
  }
}

/// One question to history and readings with its answer: a few sentences for the record, and the full data behind them.
package struct EvidenceSection {
  /// Its name in a review's file: `beliefs`.
  package let what: String
  let title: String
  /// What was found.
  private(set) var says: [String] = []
  /// What could not be determined, and why.
  private(set) var lacks: [String] = []
  private(set) var blocks: [PageBlock] = []

  init(_ what: String, _ title: String) { (self.what, self.title) = (what, title) }

  mutating func say(_ sentence: String) { says.append(sentence) }

  mutating func lack(_ sentence: String) { lacks.append(sentence) }

  mutating func show(_ blocks: PageBlock...) { self.blocks += blocks }

  /// Everything on one line, for the record.
  package var record: String { (says + lacks).joined(separator: " ") }
}

extension EvidenceSection {
  /// What is asked about each kind of subject.
  fileprivate static func all(on ground: EvidenceContext) throws -> [EvidenceSection] {
    switch ground.subject {
    case .northStar:
      [
        value(on: ground), results(on: ground), change(on: ground), guardrails(on: ground), screen(on: ground),
        beliefs(on: ground), try definitions(on: ground), ownership(on: ground), objectives(on: ground),
        overdue(on: ground),
      ]
    case .metric(_, role: .guardrail):
      [
        value(on: ground), guardrails(on: ground), beliefs(on: ground), try definitions(on: ground),
        overdue(on: ground),
      ]
    case .metric:
      [
        value(on: ground), results(on: ground), change(on: ground), guardrails(on: ground), beliefs(on: ground),
        try definitions(on: ground), ownership(on: ground), objectives(on: ground), overdue(on: ground),
      ]
    case .belief: [value(on: ground), results(on: ground), beliefs(on: ground), try definitions(on: ground)]
    case .cycle: [scores(on: ground), objectives(on: ground), guardrails(on: ground), overdue(on: ground)]
    }
  }
}

extension String {
  /// A list of names; only the first few if there are many.
  static func few(_ names: [String], most: Int = 6) -> String {
    names.count <= most
      ? names.joined(separator: ", ")
      : names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }
}
