/// The part of a SARIF log that findings need; each property has its name in the standard.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Run: Encodable {
    let tool: Tool
    let automationDetails = AutomationDetails()
    let columnKind = "unicodeCodePoints"
    let invocations = [Invocation()]
    let results: [Result]
  }

  struct AutomationDetails: Encodable {
    let id = "northstar/"
  }

  struct Invocation: Encodable {
    let executionSuccessful = true
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "northstar"
    let version: String
    let semanticVersion: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Help
    let defaultConfiguration: Configuration
    let properties: RuleProperties
  }

  struct Message: Encodable {
    let text: String
  }

  struct Help: Encodable {
    let text: String
    let markdown: String
  }

  struct Configuration: Encodable {
    let level: String
  }

  struct RuleProperties: Encodable {
    let precision = "very-high"
    let severity: String
    let tags = ["strategy"]

    enum CodingKeys: String, CodingKey {
      case precision, tags
      case severity = "problem.severity"
    }
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Site]
    let relatedLocations: [Site]
    let partialFingerprints: PartialFingerprints
    let fixes: [Correction]
  }

  struct PartialFingerprints: Encodable {
    let primaryLocationLineHash: String
  }

  struct Site: Encodable {
    /// The target of links in the message; absent for the place of the finding itself.
    let id: Int?
    let message: Message?
    let physicalLocation: PhysicalLocation
    let logicalLocations: [LogicalLocation]
  }

  struct LogicalLocation: Encodable {
    let fullyQualifiedName: String
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId = "%SRCROOT%"
  }

  /// The end column is exclusive.
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ span: Span) {
      startLine = span.start.line
      startColumn = span.start.column
      endLine = span.end.line
      endColumn = span.end.column
    }
  }

  struct Correction: Encodable {
    let description: Message
    let artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Encodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message
  }
}
