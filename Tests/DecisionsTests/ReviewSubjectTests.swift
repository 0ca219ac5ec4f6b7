import Decisions
import History
import StrategyModel
import StrictYAML
import Testing

/// What can be judged, what that is, and who decides.
@Suite struct ReviewSubjectTests {
  private let company = Company()
  private let rate = "metrics/activation-rate.yaml"
  private let tour = "metrics/onboarding-completion.yaml"

  @Test func namesAreReadAsPeopleWriteThem() {
    let strategy = company.strategy
    let star = ReviewSubject.northStar("weekly-hosted-meetings")
    for name in [
      "north-star", "weekly-hosted-meetings", "metric/weekly-hosted-meetings", "metrics/weekly-hosted-meetings",
    ] {
      #expect(ReviewSubject(name, in: strategy) == star, "\(name)")
    }
    #expect(ReviewSubject("cycle/2026-q1", in: strategy) == .cycle("2026-q1"))
    let belief = ReviewSubject.belief("onboarding-completion", on: "activation-rate")
    #expect(ReviewSubject("metric/onboarding-completion->activation-rate", in: strategy) == belief)
    #expect(ReviewSubject(belief.name, in: strategy) == belief)
    // A component is arithmetic, not a belief.
    #expect(ReviewSubject("activation-rate->weekly-hosted-meetings", in: strategy) == nil)
    for name in ["", "/", "->", "metric/", "cycle/activation-rate", "metric/2026-q1", "team/growth"] {
      #expect(ReviewSubject(name, in: strategy) == nil, "\(name)")
    }
    for name in ReviewSubject.names(in: strategy) { #expect(ReviewSubject(name, in: strategy) != nil, "\(name)") }
  }

  @Test func everySubjectAsksSomethingOnce() {
    for name in ReviewSubject.names(in: company.strategy) {
      let questions = ReviewSubject(name, in: company.strategy)?.questions ?? []
      #expect(!questions.isEmpty && Set(questions).count == questions.count, "\(name)")
    }
  }

  @Test func theDigestIsOfTheMeaning() {
    let digest = { (edits: [Company.Edit]) in
      MeaningDigest(ReviewSubject.metric("activation-rate", role: .input).judged(in: self.company.with(edits).snapshot))
    }
    let comment = Company.Edit(rate, "kind: metric", "# A note\nkind: 'metric'")
    #expect(digest([comment]) == digest([]))
    #expect(digest([.init(tour, "as: influence", "as: component")]) == digest([]))
    for (old, new) in [
      ("calendar week", "calendar month"), ("name: Activation rate", "name: Activation"),
      ("person: ada", "person: grace"),
    ] {
      #expect(digest([.init(rate, old, new)]) != digest([]), "\(new)")
    }
  }

  /// Made by hand from the description, so that no later version gives other bytes for the same.
  @Test func theDigestIsWhatItsDescriptionSays() {
    let version = EntityVersion(
      key: EntityKey(.metric, "a"), leaves: [Leaf(path: "name", value: "Ä", range: ByteRange(at: 0))])
    #expect(
      String(decoding: MeaningDigest.bytes(of: [version]), as: UTF8.self)
        == "20:northstar meaning v1,29:6:metric,1:a,12:4:name,2:Ä,,,")
  }

  @Test func aBeliefIsItsEdgeAndACycleItsGoals() {
    let belief = ReviewSubject.belief("onboarding-completion", on: "activation-rate")
    let cycle = ReviewSubject.cycle("2026-q1")
    let changes = { (subject: ReviewSubject, edit: Company.Edit) in
      subject.changes(from: self.company.snapshot, to: self.company.with([edit]).snapshot).map(\.key.description)
    }
    #expect(changes(belief, .init(tour, "name: Onboarding completion", "name: Tour")) == [])
    #expect(changes(belief, .init(tour, "confidence: 0.8", "confidence: 0.4")) == ["metric/onboarding-completion"])
    #expect(changes(cycle, .init(Company.Edit.goals, "target: 55", "target: 50")) == ["okrs/2026-q1/onboarding"])
    #expect(changes(cycle, .init(rate, "calendar week", "calendar month")) == [])
  }

  @Test(arguments: [
    ("north-star", ["ada", "lin"], 2), ("cycle/2026-q1", ["ada", "lin"], 1),
    ("meetings-per-workspace", ["ada", "lin", "omar"], 1), ("support-load", ["ada", "lin"], 1),
    ("onboarding-completion->activation-rate", ["ada", "lin"], 1),
  ])
  func whoDecidesIsThePolicys(_ name: String, _ people: [String], _ quorum: Int) throws {
    let subject = try #require(ReviewSubject(name, in: company.strategy))
    let right = DecisionRight(
      on: subject, under: ApprovalPolicy(company.snapshot, on: Day(number: 20_481), proposers: []))
    #expect(right.people == people && right.quorum == quorum)
  }

  @Test func whoHasLeftDecidesNothing() throws {
    let left = company.with([.init("people/lin.yaml", "joined: 2024-09-02", "joined: 2024-09-02\nleft: 2026-01-15")])
    let right = DecisionRight(
      on: .northStar("weekly-hosted-meetings"),
      under: ApprovalPolicy(left.snapshot, on: Day(number: 20_481), proposers: []))
    #expect(right.people == ["ada"] && right.quorum == 1)
    #expect(right.outsiders(among: ["ada", "lin"]) == ["lin"])
  }
}
