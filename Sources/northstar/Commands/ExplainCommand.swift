import ArgumentParser
import Presentation
import Rules
import StrategyStore

struct ExplainCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a kind of file or one of its fields",
    discussion: """
      Examples:
        northstar explain NS301               a rule, by id or by name
        northstar explain metric              the fields of a metric's file
        northstar explain metric.owner.since  one field
        northstar explain --all --format json every rule's card, for other tools
      """)

  @Argument(help: "A rule's id or name, a kind, or a field like metric.owner", completion: .topics)
  var topic: String?

  @Flag(help: "Explain every rule")
  var all = false

  @Option(help: "The output format")
  var format = ExplainFormat.text

  @OptionGroup var reading: AnswerOptions

  func validate() throws {
    if all == (topic != nil) { throw ValidationError("name a rule, a kind or a field, or give --all") }
  }

  func run(in console: Console) throws -> ExitStatus {
    console.write(try explanation(width: console.terminal.width))
    return .clean
  }

  private func explanation(width: Int) throws -> String {
    guard let topic else { return try format.render(RuleCatalog.rules.map(\.card), width: width) }
    if let rule = RuleCatalog.rule(topic) { return try format.render([rule.card], width: width) }
    return try format.render(try FieldTopic(topic), width: width)
  }
}

enum ExplainFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json

  func render(_ cards: [Card], width: Int) throws -> String {
    switch self {
    case .text: cards.map { CardText($0, width: width).text }.joined(separator: "\n")
    case .markdown: cards.map { CardMarkdown($0).text }.joined(separator: "\n")
    case .json: try encodeJSON(CardsJSON(cards))
    }
  }

  func render(_ topic: FieldTopic, width: Int) throws -> String {
    switch self {
    case .text: FieldText(topic, width: width).text
    case .markdown: FieldMarkdown(topic).text
    case .json: try encodeJSON(FileSchema(topic).document)
    }
  }
}
