import StrategyModel
import TestSupport
import Testing

@testable import Editing
@testable import northstar

/// `northstar init` with a person who answers.
@Suite struct GuidedStartTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A line for each of the seven questions.
  private let allSuggestions = ["", "", "", "", "", "", ""]

  @Test func enterTakesEverySuggestion() throws {
    let guided = try sandbox.northstar("init", "one", answers: allSuggestions)
    #expect(guided.status == 0, "\(guided.text)")
    try #require(sandbox.northstar("init", "two", "--template", "saas", "--product", "One").status == 0)
    for file in try sandbox.files(in: "repo/one") {
      #expect(try sandbox.text(file, in: "repo/one") == sandbox.text(file, in: "repo/two"))
    }
    #expect(guided.errors.contains("What is your name? [Ada Okafor] "))
    #expect(guided.errors.contains("[ada] "))
  }

  @Test func answersFindTheirPlaces() throws {
    let outcome = try sandbox.northstar(
      "init",
      answers: [
        "Marketplace", "  Überall   Brot ", "Bread: fresh # and 'near'", "Loaves that arrive warm",
        "Loaves of 40 degrees at the door", "Loaves for our own staff", "loaves", "sum", "day", "Ofen & Rad",
        "Grace Lindqvist", "",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    let settings = try sandbox.text("northstar.yaml")
    #expect(settings.contains("id: uberall-brot\n"))
    #expect(settings.contains("product: Überall Brot\n"))
    #expect(settings.contains("north_star: loaves-that-arrive-warm\n"))
    #expect(settings.contains("stewards: [grace]\n"))
    #expect(sandbox.exists("metrics/loaves-that-arrive-warm.yaml"))
    #expect(sandbox.exists("okrs/2026-q1/ofen-rad.yaml"))
    let check = try sandbox.northstar("check")
    #expect(check.status == 0, "\(check.text)")
    let shown = try sandbox.northstar("show", "strategy/uberall-brot", "--format", "json")
    #expect(shown.output.contains("\"core_value\" : \"Bread: fresh # and 'near'\""), "\(shown.text)")
  }

  @Test func anotherNorthStarHasADefinitionOfItsOwn() throws {
    let outcome = try sandbox.northstar(
      "init",
      answers: [
        "2", "Bazaar", "", "Weekly purchases", "Purchases that were paid", "Returns", "purchases", "average", "sum", "",
        "",
        "", "",
      ])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("In which unit? [purchases per customer] "), "\(outcome.errors)")
    #expect(outcome.errors.contains("Answer with one of: sum, mean"))
    let metric = try sandbox.text("metrics/weekly-purchases.yaml")
    for line in ["counts: Purchases that were paid", "excludes: Returns", "aggregation: sum", "unit: purchases\n"] {
      #expect(metric.contains(line), "\(metric)")
    }
    #expect(!metric.contains("formula:"))
    for file in try sandbox.files().filter({ $0.hasPrefix("metrics/") }) {
      let text = try sandbox.text(file)
      #expect(!text.contains("role: input") || text.contains("as: influence"), "\(file)")
    }
    let check = try sandbox.northstar("check")
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func aConfirmedDefinitionKeepsItsFormula() throws {
    let answers = ["2", "", "", "Purchases a customer makes", "", "", "", "", "", "", "", ""]
    #expect(try sandbox.northstar("init", answers: answers).status == 0)
    #expect(try sandbox.text("metrics/purchases-a-customer-makes.yaml").contains("formula: "))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test(arguments: ["2", "marketplace", "MARKETPLACE"])
  func aBusinessIsChosenByNumberOrName(_ answer: String) throws {
    let outcome = try sandbox.northstar("init", answers: [answer, "", "", "", "", "", ""])
    #expect(outcome.status == 0)
    #expect(sandbox.exists("metrics/purchases-per-customer.yaml"))
  }

  @Test func anAnswerThatCannotBeIsAskedForAgain() throws {
    let answers = ["6", "zoo", "1", "", "", "", "", "", "Ada O.", "-", "ada-o"]
    let outcome = try sandbox.northstar("init", answers: answers)
    #expect(outcome.status == 0)
    #expect(outcome.errors.ranges(of: "Answer with a number from 1 to 5").count == 2)
    #expect(outcome.errors.ranges(of: "A handle is made of").count == 2)
    #expect(sandbox.exists("people/ada-o.yaml"))
  }

  @Test(arguments: 0..<7)
  func theEndOfTheInputStopsWithoutWriting(_ answered: Int) throws {
    let outcome = try sandbox.northstar("init", answers: Array(allSuggestions.prefix(answered)))
    #expect(outcome.status == 128)
    #expect(outcome.errors.hasSuffix("\nnorthstar: stopped; nothing was written\n"))
    #expect(try sandbox.files() == [])
  }

  @Test func namesWithoutLatinLettersGetAnIDAllTheSame() throws {
    let outcome = try sandbox.northstar("init", answers: ["", "北極星", "", "週間", "", "", "", "", "", "チーム", "山田", ""])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("people/ada.yaml").contains("name: 山田\n"))
    #expect(sandbox.exists("teams/first-team.yaml"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func aNorthStarNamedLikeAnInputGetsAnIDOfItsOwn() throws {
    let outcome = try sandbox.northstar(
      "init", answers: ["", "", "", "Users per account", "", "", "", "", "", "", "", ""])
    #expect(outcome.status == 0)
    #expect(sandbox.exists("metrics/north-star-metric.yaml"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func withoutAnIdentityThereAreStillSuggestions() throws {
    let nobody = ["GIT_AUTHOR_NAME": "", "GIT_AUTHOR_EMAIL": ""]
    let outcome = try sandbox.northstar("init", "--template", "saas", variables: nobody)
    #expect(outcome.status == 0)
    #expect(try sandbox.northstar("check").status == 0)
    #expect(sandbox.exists("people/first.yaml"))
  }

  @Test(
    arguments: [
      ("Activation rate", "activation-rate"), ("  Ünïcödé & Co. ", "unicode-co"), ("A/B", "a-b"), ("北", nil), ("", nil),
      ("no", nil), ("2026", nil), ("Q1 2026", "q1-2026"), (String(repeating: "word ", count: 40), nil),
    ] as [(String, String?)])
  func idsAreMadeOfNames(_ name: String, _ expected: String?) {
    let id = Identifier.corrected(name, atMost: 60)
    if name.count > 100 {
      #expect(id.map { $0.count <= 60 && Identifier.isValid($0) } == true)
    } else {
      #expect(id == expected)
    }
  }

  @Test(
    arguments: [
      ("2026-01-01", "2026-q1", "2026-01-01", "2026-03-31"), ("2026-03-11", "2026-q1", "2026-01-01", "2026-03-31"),
      ("2026-03-12", "2026-q2", "2026-04-01", "2026-06-30"), ("2026-12-31", "2027-q1", "2027-01-01", "2027-03-31"),
      ("2024-02-29", "2024-q1", "2024-01-01", "2024-03-31"), ("2026-08-15", "2026-q3", "2026-07-01", "2026-09-30"),
    ])
  func theFirstCycleIsAQuarterWithTimeLeft(_ today: String, _ id: String, _ starts: String, _ ends: String) throws {
    let quarter = Quarter(for: try #require(Day(today)))
    #expect(quarter.id == id)
    #expect(quarter.starts.description == starts)
    #expect(quarter.ends.description == ends)
  }
}
