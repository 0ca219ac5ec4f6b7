import ArgumentParser
import FoundationEssentials
import Insight
import Presentation
import Rules
import StrategyModel
import StrategyStore

/// Writes the files that are generated from the code's own descriptions, so that they cannot differ from them.
struct GenerateCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write the JSON Schemas and the reference pages", shouldDisplay: false)

  @Argument(help: "The folder in which to write schema/ and Documentation/Reference/")
  var folder: String

  func run(in console: Console) throws -> ExitStatus {
    for page in try GeneratedPage.all() {
      let file = URL(filePath: folder).appending(path: page.path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page.text.utf8).write(to: file, options: .atomic)
    }
    return .clean
  }
}

/// A file of the repository that is generated from the code.
struct GeneratedPage {
  let path: String
  let text: String

  static func all() throws -> [GeneratedPage] {
    let schemas = try Kind.allCases.map { kind in
      GeneratedPage(path: "schema/\(kind.rawValue).json", text: try encodeJSON(FileSchema(FieldTopic(kind)).document))
    }
    let outputs = try OutputSchema.all.map { GeneratedPage(path: $0.path, text: try encodeJSON($0.document)) }
    return schemas + outputs + [rules, files, json, try commands()]
  }

  private static var rules: GeneratedPage {
    let intro = """
      # Rules

      Every rule of `northstar check`, generated from the rules by `make reference`. Severities and thresholds are \
      defaults: `rules:` in `northstar.yaml` changes them, and a waiver suspends a rule for one entity.


      """
    let cards = RuleCatalog.rules.map { CardMarkdown($0.card).text }
    return GeneratedPage(path: "Documentation/Reference/rules.md", text: intro + cards.joined(separator: "\n"))
  }

  private static var files: GeneratedPage {
    let intro = """
      # Files

      Every kind of file and its fields, generated from the code by `make reference`. `*` marks a required field.


      """
    let kinds = Kind.allCases.map { FieldMarkdown(FieldTopic($0)).text }
    return GeneratedPage(path: "Documentation/Reference/files.md", text: intro + kinds.joined(separator: "\n"))
  }

  private static var json: GeneratedPage {
    let intro = """
      # JSON

      What commands print with `--format json`, each with its JSON Schema (draft 2020-12), generated from the code by \
      `make reference`. Keys are in camel case, numbers are numbers, commits have their full ids, days are ISO 8601 \
      text (`2026-03-31`), and `null` stands for what is not there. What a file holds has the file's own keys.

      `formatVersion` says which shape an answer has. The first number is raised where a shape changes in any other way \
      than by a new key.

      | command | JSON Schema |
      | --- | --- |

      """
    let rows = OutputSchema.all.map { schema in
      "| `northstar \(schema.command)` | [`\(schema.path)`](../../\(schema.path)) |\n"
    }
    return GeneratedPage(path: "Documentation/Reference/json.md", text: intro + rows.joined())
  }

  private static func commands() throws -> GeneratedPage {
    let intro = """
      # Commands

      The text of `northstar <command> --help`, generated from the same source by `make reference`. `-C <dir>`, \
      `--git-dir <dir>`, `--work-tree <dir>`, `--color <auto|always|never>` and `--no-pager` go before the command.

      Every command exits with one of:

      | status | meaning |
      | -----: | ------- |
      \(ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }.joined(separator: "\n"))


      """
    let commands = try CommandDescription.root().all.dropFirst().map { CommandMarkdown($0).text }
    return GeneratedPage(path: "Documentation/Reference/commands.md", text: intro + commands.joined(separator: "\n"))
  }
}
