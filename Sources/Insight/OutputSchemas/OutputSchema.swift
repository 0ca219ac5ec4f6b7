package import Presentation

/// What a command prints with `--format json`.
package struct OutputSchema: Sendable {
  /// The words of the command: `measure show`.
  package let command: String
  let shape: OutputShape
  /// What the shape refers to by name.
  var definitions: [String: OutputShape] = [:]

  /// The schemas of all commands that have JSON, by name.
  package static let all = (checks + structure + histories + ownership + proposals + decisions + numbers + goals).sorted
  {
    $0.command < $1.command
  }

  init(_ command: String, _ shape: OutputShape, definitions: [String: OutputShape] = [:]) {
    (self.command, self.shape, self.definitions) = (command, shape, definitions)
  }

  /// Below the repository's root.
  package var path: String { "schema/output/\(command.replacing(" ", with: "-")).schema.json" }

  package var document: JSONValue {
    guard case .object(var object) = shape.schema else { return shape.schema }
    object["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    object["title"] = .string("northstar \(command)")
    if !definitions.isEmpty { object["$defs"] = .object(definitions.mapValues(\.schema)) }
    return .object(object)
  }
}

extension OutputShape {
  /// An answer with its version, and notes of what could not be read.
  static func answer(_ version: String, _ fields: [String: OutputShape]) -> OutputShape {
    OutputShape.object(fields).with([
      "formatVersion": .choice([version]), "notes": .texts.that("What could not be read, and other remarks."),
    ])
  }

  /// An answer of rows.
  static func rows(_ row: [String: OutputShape]) -> OutputShape {
    answer("2.0", ["rows": .list(.object(row))])
  }
}
