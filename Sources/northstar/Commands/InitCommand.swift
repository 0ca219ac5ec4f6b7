import ArgumentParser
import Editing
import FoundationEssentials
import Git
import Presentation
import StrategyModel
import StrategyStore

struct InitCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a strategy",
    discussion: """
      Writes a first strategy without faults: a North Star Metric with four inputs, guardrails and a business result, \
      you as its steward, and a team with an example objective. Asks for the kind of business and a few names, with a \
      suggestion for each; --template takes all suggestions. No file is ever overwritten.

      Templates:
      \(BusinessType.allCases.map { "  \($0.rawValue.padded(12)) \($0.summary)" }.joined(separator: "\n"))

      Examples:
        northstar init
        northstar init --template saas
        northstar init strategy --template fintech --product 'Huddle Pay'
      """)

  @Argument(help: "The folder for the strategy (default: the current one)", completion: .directory)
  var folder: String?

  @Option(help: "The kind of business; skips the questions")
  var template: BusinessType?

  @Option(help: ArgumentHelp("The product's name (default: the folder's)", valueName: "name"))
  var product: String?

  func run(in console: Console) throws -> ExitStatus {
    let place = try StartingPlace(folder, in: console.git)
    let answers = try answers(for: place, in: console)
    let timezone = InitCommand.timezone(console.git)
    let today = try console.session.today(in: Zone(timezone) ?? .utc)
    let new = NewFiles(files: StartingStrategy(answers, today: today, timezone: timezone).texts)
    let obstacles = new.inTheWay(in: place.folder)
    guard obstacles.isEmpty else { throw StrategyError.inTheWay(obstacles) }
    try new.write(in: place.folder)
    let report = StartingReport(
      new.files.map(\.path), of: answers.product, in: place, from: console.git.directory)
    console.write(report.text)
    return .clean
  }

  private func answers(for place: StartingPlace, in console: Console) throws -> StartingAnswers {
    if let template {
      return StartingAnswers(template, product: product ?? place.name, person: Founder(in: console.git))
    }
    guard console.terminal.canAsk else { throw StrategyError.nobodyToAsk }
    return try GuidedStart(console: console).answers(for: place, product: product)
  }

  /// The machine's time zone, "UTC" where it is unknown; TZ overrides it.
  private static func timezone(_ console: GitEnvironment) -> String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
    let names = [
      console["TZ"].map { String($0.drop { $0 == ":" }) }, link?.components(separatedBy: "zoneinfo/").last,
      FileManager.default.contents(atPath: "/etc/timezone").map { String(decoding: $0, as: UTF8.self).trimmed },
    ]
    return names.compactMap(\.self).first { Zone($0) != nil } ?? "UTC"
  }
}

extension StrategyError {
  fileprivate static let nobodyToAsk = StrategyError(
    .badRequest, message: "there is nobody to ask, so name the kind of business",
    help: BusinessType.lines.map { "--template \($0)" })

  fileprivate static func inTheWay(_ paths: [String]) -> StrategyError {
    let names = paths.map { "'\($0)'" }.joined(separator: ", ")
    return StrategyError(
      message: "nothing was written: \(names) \(paths.count == 1 ? "is" : "are") in the way",
      help: ["Move what is there, or choose another folder: northstar init <folder>."])
  }
}

extension BusinessType: ExpressibleByArgument {}
