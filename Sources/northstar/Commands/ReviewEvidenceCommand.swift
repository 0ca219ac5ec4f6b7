import ArgumentParser
import Decisions
import Git
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct ReviewEvidenceCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Show what history and readings say about the subject of a review",
    discussion: """
      For a review, the evidence is as of the commit it judges and the day it was held, so that everybody sees the \
      same. For a subject, as in 'review open', it is as of now or of --at.

      Shows the last answers next to the questions, the metric against what it should move, what moved it and who \
      owned that, guardrails, beliefs with their verdicts, changes of what is measured, hand-overs, objectives by \
      input, and what is overdue. Where something is unknown, it says why. HTML is one self-contained page for screen \
      and print.

      Examples:
        northstar review evidence north-star
        northstar review evidence 2026-north-star --format html > evidence.html
        northstar review evidence activation-rate --format json
      """)

  @Argument(help: "A review's id, or the subject of one", completion: .reviewSubjects)
  var name: String

  @Option(help: "The output format")
  var format = PageFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment, readings: true)
    let review = read.strategy.reviews[name]
    let evidence = try review.map { try self.evidence(for: $0, read, in: console) } ?? now(read, in: console)
    console.session.limits.add(evidence.context.notes)
    let page = EvidencePage(evidence, for: review)
    console.show(
      try format == .json ? encodeJSON(evidence.json, notes: console.limits) : format.render(page.page))
    return .clean
  }

  private func now(_ read: ReadStrategy, in console: Console) throws -> Evidence {
    guard let subject = ReviewSubject(name, in: read.strategy) else {
      let names = ReviewSubject.names(in: read.strategy) + read.strategy.ids(of: .review)
      throw StrategyError.unknown(name, among: Set(names), "review, metric, cycle or belief")
    }
    return try Evidence(
      EvidenceContext(subject, in: read.strategy, on: read.today, reading.moment, in: console.session))
  }

  /// As of the judged commit if it is available, else as of the requested moment.
  private func evidence(
    for review: Review, _ read: ReadStrategy, in console: Console
  ) throws -> Evidence {
    var moment = reading.moment
    var judged = read
    if let commit = review.judged?.value {
      moment.at = commit
      do { judged = try console.session.loadOne(moment, readings: true) } catch let error as GitError {
        guard [.notFound, .notARepository, .missingObject, .programMissing].contains(error.code) else { throw error }
        moment.at = reading.at
        console.note("note: the judged commit \(commit) is not here: evidence as of \(read.loaded.source.name)")
      }
    }
    guard let subject = ReviewSubject(review, in: judged.strategy) else {
      throw StrategyError(
        message: "'\(name)' judges \(review.subjectName ?? "nothing"), which did not exist then")
    }
    let day = review.heldOn?.value ?? judged.today
    return try Evidence(EvidenceContext(subject, in: judged.strategy, on: day, moment, in: console.session))
  }
}

/// The formats of a page; text is Markdown, which people read too.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html

  /// - Returns: Markdown for everything except HTML.
  func render(_ page: Page) -> String { self == .html ? PageHTML(page).text : PageMarkdown(page).text }
}
