package import Decisions
package import Editing
import Git
import Presentation
import StrategyModel
package import StrategyStore

/// What history and readings say about the subject of a review; depends only on the commit and the day, not on the
/// person who asks.
package struct Evidence {
  package let context: EvidenceContext
  /// In the order in which they are shown.
  package let sections: [EvidenceSection]

  package init(_ context: EvidenceContext) throws {
    self.context = context
    sections = try EvidenceSection.all(on: context)
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
  fileprivate static func all(on context: EvidenceContext) throws -> [EvidenceSection] {
    switch context.subject {
    case .northStar:
      [
        value(on: context), results(on: context), change(on: context), guardrails(on: context), screen(on: context),
        beliefs(on: context), try definitions(on: context), ownership(on: context), objectives(on: context),
        overdue(on: context),
      ]
    case .metric(_, role: .guardrail):
      [
        value(on: context), guardrails(on: context), beliefs(on: context), try definitions(on: context),
        overdue(on: context),
      ]
    case .metric:
      [
        value(on: context), results(on: context), change(on: context), guardrails(on: context), beliefs(on: context),
        try definitions(on: context), ownership(on: context), objectives(on: context), overdue(on: context),
      ]
    case .belief: [value(on: context), results(on: context), beliefs(on: context), try definitions(on: context)]
    case .cycle: [scores(on: context), objectives(on: context), guardrails(on: context), overdue(on: context)]
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
