/// What a check found, and what is needed to show it: the input of every format.
package struct Findings: Sendable {
  /// In the order in which they are shown.
  package var diagnostics: [Diagnostic]
  /// How many files were read.
  package var files: Int
  /// The number of faults suppressed by a waiver in force.
  package var waived: Int
  /// Every rule that could have reported something, in the order of their ids.
  package var rules: [RuleDescription] { makeRules() }
  package var toolVersion: String
  /// Remarks on the check itself, for example that its day is in the future.
  package var notes: [String] = []
  /// What to call the strategies in commands, by their folders; empty where there is only one.
  package var strategies: [String: String] = [:]
  /// The text that was checked, by the path in the diagnostics; `nil` when it is no longer available.
  package var text: @Sendable (String) -> [UInt8]?
  private let makeRules: @Sendable () -> [RuleDescription]

  package init(
    _ diagnostics: [Diagnostic], files: Int, waived: Int = 0,
    rules: @autoclosure @escaping @Sendable () -> [RuleDescription] = [], toolVersion: String,
    text: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.diagnostics = diagnostics
    self.files = files
    self.waived = waived
    makeRules = rules
    self.toolVersion = toolVersion
    self.text = text
  }

  package func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? max(1, $1.more) : 0) }
  }
}

/// What machines and people are told about a rule besides its findings.
package struct RuleDescription: Sendable, Hashable {
  package let id: RuleID
  package let name: String
  package let severity: Severity
  /// One sentence with its period.
  package let summary: String
  package let rationale: String
  package let helpMarkdown: String

  package init(
    id: RuleID, name: String, severity: Severity, summary: String, rationale: String, helpMarkdown: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.helpMarkdown = helpMarkdown
  }
}

/// A format for writing findings.
package protocol FindingsFormat: Sendable {
  /// The whole output, including its final line end; empty when the format has nothing to say.
  func render(_ findings: Findings) throws -> String
}
