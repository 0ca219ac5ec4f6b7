import Foundation
import StrategyModel
import StrategyStore
import StrictYAML
import TestSupport
import Testing

@testable import Editing
@testable import northstar

@Suite struct InitCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// What check says about a new strategy: no errors, and hardly anything else.
  private func expectSound(in directory: String = "repo", today: String = "2026-01-28") throws {
    let check = try sandbox.northstar("check", in: directory, today: today)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.output.matches(of: /(warning|note)\[NS/).count <= 3, "\(check.output)")
  }

  // 2024-02-29 is a leap day, the others are at the edges of quarters and years.
  @Test(
    arguments: BusinessType.allCases,
    ["2024-02-29", "2026-01-01", "2026-03-31", "2026-06-12", "2026-09-09", "2026-12-31"])
  func everyTemplateHoldsTogether(_ business: BusinessType, _ today: String) throws {
    let outcome = try sandbox.northstar("init", "--template", business.rawValue, today: today)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors == "")
    try expectSound(today: today)
  }

  @Test(arguments: BusinessType.allCases)
  func everyTemplateCoversTheFourDimensions(_ business: BusinessType) throws {
    let template = business.template
    #expect(Set(template.inputs.compactMap(\.dimension)) == Set(Dimension.allCases))
    #expect(template.inputs.count == 4)
    #expect((2...3).contains(template.guardrails.count))
    #expect(Set(template.guardrails.flatMap(\.guards)) == Set([template.northStar.id] + template.inputs.map(\.id)))
    #expect(Set(template.metrics.map(\.id)).count == template.metrics.count)
  }

  @Test(arguments: BusinessType.allCases)
  func nothingIsDecidedThatNobodyDecided(_ business: BusinessType) throws {
    try #require(sandbox.northstar("init", "--template", business.rawValue).status == 0)
    try sandbox.commit("Begin")
    let decisions = try sandbox.northstar("decisions", "--format", "json")
    #expect(decisions.output.contains("\"decisions\" : [\n\n  ]"), "\(decisions.text)")
    #expect(try sandbox.northstar("review", "list", "--format", "csv").output.split(separator: "\n").count <= 1)
  }

  @Test(arguments: BusinessType.allCases)
  func everyMetricSaysHowLongItsPeriodsAre(_ business: BusinessType) throws {
    try #require(sandbox.northstar("init", "--template", business.rawValue).status == 0)
    try sandbox.commit("Begin")
    for metric in business.template.metrics {
      #expect(try sandbox.text("metrics/\(metric.id).yaml").contains("grain: \(metric.grain.rawValue)"))
    }
  }

  @Test func theFilesLieWhereTheyBelong() throws {
    try #require(sandbox.northstar("init", "--template", "saas", "--product", "Huddle").status == 0)
    #expect(
      try sandbox.files() == [
        "cycles/2026-q1.yaml", "metrics/recurring-revenue.yaml", "metrics/result-satisfaction.yaml",
        "metrics/setup-completion.yaml", "metrics/support-load.yaml", "metrics/users-per-account.yaml",
        "metrics/weekly-active-accounts.yaml", "metrics/weekly-return-rate.yaml",
        "metrics/weekly-workflow-users.yaml", "metrics/workflow-completion-rate.yaml", "northstar.yaml",
        "okrs/2026-q1/activation.yaml", "people/ada.yaml", "teams/activation.yaml",
      ])
    #expect(
      try sandbox.text("people/ada.yaml") == """
        kind: person
        id: ada
        name: Ada Okafor
        emails: [ada@huddle.example]

        """)
    #expect(try sandbox.text("northstar.yaml").contains("product: Huddle\n"))
  }

  @Test func keysStandInTheOrderOfTheDescription() throws {
    try #require(sandbox.northstar("init", "--template", "social").status == 0)
    for file in try sandbox.files() {
      let kind = file.contains("/") ? try #require(Kind(folder: file.prefix { $0 != "/" })) : .strategy
      let document = Document(parsing: Array(try sandbox.text(file).utf8))
      let keys = document.entries(of: try #require(document.root)).map { document.string(of: $0.key) }
      #expect(keys == kind.description.fields.map(\.name).filter(keys.contains), "\(file)")
    }
  }

  @Test func aFieldsChoicesAreExplainedOnce() throws {
    try #require(sandbox.northstar("init", "--template", "saas").status == 0)
    let texts = try sandbox.files().map { try sandbox.text($0) }.joined()
    #expect(texts.ranges(of: "# efficiency | breadth | depth | frequency\n").count == 1)
    #expect(texts.ranges(of: "# draft | active | grading | closed\n").count == 1)
    #expect(
      try sandbox.text("metrics/weekly-workflow-users.yaml").contains(
        "\nrole: north-star                  # north-star | input | driver | guardrail | result\n"))
  }

  @Test func theNewStrategyCanBeCommitted() throws {
    try #require(sandbox.northstar("init", "--template", "fintech").status == 0)
    try #require(sandbox.northstar("hook", "install").status == 0)
    try sandbox.git("add", ".")
    let commit = try sandbox.run(["git", "commit", "-q", "-m", "Begin the strategy"])
    #expect(commit.status == 0, "\(commit.text)")
  }

  @Test func itSaysWhatToDoNext() throws {
    let outcome = try sandbox.northstar("init", "--template", "saas")
    #expect(outcome.output.contains("14 files in '\(sandbox.path)/repo'"))
    for step in ["northstar check", "northstar tree", "git commit", "northstar hook install"] {
      #expect(outcome.output.contains("\n  \(step)") || outcome.output.contains("&& \(step)"))
    }
    #expect(!outcome.output.contains("git init"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
  }
}

/// Where a strategy may begin, and where not.
@Suite struct InitPlaceTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func outsideARepositoryItSaysToMakeOne() throws {
    let outside = try Sandbox(isRepository: false)
    let outcome = try outside.northstar("init", "--template", "saas")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n  git init"))
    #expect(try outside.northstar("check").status == 0)
  }

  @Test func aFolderIsMadeWhenItIsNotThere() throws {
    let outcome = try sandbox.northstar("init", "company/strategy", "--template", "saas")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n  cd company/strategy\n"))
    #expect(sandbox.exists("company/strategy/northstar.yaml"))
    #expect(try sandbox.northstar("check", in: "repo/company/strategy").status == 0)
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func theCurrentSubfolderIsTheDefault() throws {
    try sandbox.write("docs/readme", "")
    #expect(try sandbox.northstar("init", "--template", "saas", in: "repo/docs").status == 0)
    #expect(sandbox.exists("docs/northstar.yaml"))
    #expect(try sandbox.text("docs/northstar.yaml").contains("product: Docs\n"))
  }

  @Test func nothingIsEverOverwritten() throws {
    try sandbox.write("metrics/support-load.yaml", "mine\n")
    try sandbox.write("people/ada.yaml", "mine too\n")
    let outcome = try sandbox.northstar("init", "--template", "saas")
    #expect(outcome.status == 128)
    #expect(
      outcome.errors.contains("nothing was written: 'metrics/support-load.yaml', 'people/ada.yaml' are in the way"))
    #expect(try sandbox.files() == ["metrics/support-load.yaml", "people/ada.yaml"])
    #expect(try sandbox.text("people/ada.yaml") == "mine too\n")
  }

  @Test func aLinkToNowhereIsInTheWayToo() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(sandbox.path)/repo/northstar.yaml", withDestinationPath: "/nowhere")
    let outcome = try sandbox.northstar("init", "--template", "saas")
    #expect(outcome.status == 128)
    #expect(try sandbox.files() == ["northstar.yaml"])
  }

  @Test func aSecondStrategyGoesBesideTheFirst() throws {
    try #require(sandbox.northstar("init", "one", "--template", "saas").status == 0)
    for folder in ["one", "one/metrics", "one/deeper/still"] {
      let outcome = try sandbox.northstar("init", folder, "--template", "social")
      #expect(outcome.status == 128, "\(folder)")
      #expect(outcome.errors.contains("already"))
    }
    #expect(try sandbox.northstar("init", "two", "--template", "social").status == 0)
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func aBareRepositoryHasNoPlace() throws {
    try sandbox.git("init", "-q", "--bare", "../bare.git")
    let outcome = try sandbox.northstar("init", "--template", "saas", in: "bare.git")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("bare repository"))
    #expect(!sandbox.exists("northstar.yaml", in: "bare.git"))
  }

  @Test func withNobodyToAskTheTemplatesAreListed() throws {
    let outcome = try sandbox.northstar("init")
    #expect(outcome.status == 129)
    for business in BusinessType.allCases { #expect(outcome.errors.contains("help: --template \(business.rawValue)")) }
    #expect(try sandbox.files() == [])
  }

  @Test func aFailureHalfwayLeavesNothing() throws {
    let files = NewFiles(files: [("a/b/one", [1]), ("two", [2]), ("two/three", [3])])
    #expect(throws: StrategyError.self) { try files.write(in: "\(sandbox.path)/repo/new") }
    #expect(!sandbox.exists("new"))
    try sandbox.write("kept/mine", "mine")
    #expect(throws: StrategyError.self) { try files.write(in: "\(sandbox.path)/repo/kept") }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: "\(sandbox.path)/repo/kept") == ["mine"])
  }

  @Test func aFileThatAppearsMeanwhileIsKept() throws {
    try sandbox.write("two", "mine")
    let files = NewFiles(files: [("one", [1]), ("two", [2])])
    #expect(throws: StrategyError.self) { try files.write(in: "\(sandbox.path)/repo") }
    #expect(try sandbox.files() == ["two"])
    #expect(try sandbox.text("two") == "mine")
  }
}
