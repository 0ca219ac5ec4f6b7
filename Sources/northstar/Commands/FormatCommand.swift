import ArgumentParser
import Editing
import Git
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

struct FormatCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring the files into canonical order and spacing",
    discussion: """
      Orders the fields of each file as 'northstar explain <kind>' lists them, and normalises indentation and blank \
      lines. Comments and meaning stay. Files with syntax errors are left alone and listed.

      Examples:
        northstar fmt                         every file of the strategy
        northstar fmt metrics/activation-rate.yaml
        northstar fmt --check                 change nothing; exit 1 if needed
      """)

  @Argument(help: "Files or folders, relative to the current directory (default: all files)")
  var paths: [String] = []

  @Flag(help: "Change nothing and list the files that would change")
  var check = false

  @Option(help: "The strategy's id or folder, where a repository holds several")
  var strategy: String?

  func run(in console: Console) throws -> ExitStatus {
    let loaded = try LoadedStrategies(.workingTree(in: console.git), choosing: strategy)
    let selection = try PathSelection(paths, in: loaded.source)
    var rewrites: [FileRewrite] = []
    for file in try loaded.required().flatMap(\.files) where selection.contains(file.path) {
      guard let text = loaded.text(of: file.path), let kind = file.kind, !file.isDamaged else {
        console.note("left alone, it has faults: \(file.path.visible)")
        continue
      }
      let new = try Document(parsing: text).formatted(keyOrder: kind.fieldOrder)
      if new != text { rewrites.append(FileRewrite(path: file.path, old: text, new: new)) }
    }
    try selection.requireMatches()
    if !check { try rewrites.write(in: loaded.source) }
    for rewrite in rewrites { console.print(rewrite.path.visible) }
    return check && !rewrites.isEmpty ? .findings : .clean
  }
}

extension Kind {
  /// The names of the fields at a path of field names, in canonical order.
  var fieldOrder: @Sendable ([String]) -> [String] {
    let description = description
    return { path in
      var fields = description.fields
      for name in path { fields = fields.first { $0.name == name }?.shape.fields ?? [] }
      return fields.map(\.name)
    }
  }
}
