package import StrictYAML

/// One file as it was read: its entity, and every fault of the file on its own.
package struct StrategyFile: Sendable {
  /// Relative to the repository's top.
  package let path: String
  /// What the file describes, by its `kind:` or else by its folder; `nil` when neither tells.
  package let kind: Kind?
  package let syntaxFaults: [SyntaxFault]
  package let fieldFaults: [FieldFault]
  package let references: [ReferenceUse]
  /// The first bytes of the document, where a fault of the whole file is shown.
  package let start: ByteRange
  package let problem: Problem?
  let entity: LoadedEntity?

  /// Why a file could not be read as a document at all.
  package enum Problem: Sendable, Hashable {
    /// Reading failed: the reason in one clause.
    case unreadable(String)
    /// A symbolic link, a submodule: what it is, as a clause.
    case notAFile(String)
    /// The file has no document, or only comments.
    case empty
    /// The word after `kind:` is not a kind.
    case unknownKind(String, ByteRange)
    /// The top level is a list or a plain value.
    case notAMapping
  }

  /// The id that the file's path suggests: `metrics/x.yaml` is expected to be `x`.
  package var expectedID: String? { Self.expectedID(path: path, kind: kind) }

  /// The id that the file gives its entity; `nil` when it gives no valid one.
  package var id: Identifier? { entity?.id }

  /// True when the content that was read may be incomplete.
  package var isDamaged: Bool { problem != nil || !syntaxFaults.isEmpty }

  private static func expectedID(path: String, kind: Kind?) -> String? {
    let parts = path.split(separator: "/")
    guard let last = parts.last, let dot = last.lastIndex(of: ".") else { return nil }
    let stem = String(last[..<dot])
    guard kind == .okrs || kind == .checkins else { return stem }
    guard parts.count >= 2 else { return nil }
    return "\(parts[parts.count - 2])/\(stem)"
  }
}

/// The entity of a file, until the strategy sorts the entities by kind.
indirect enum LoadedEntity: Sendable {
  case strategy(StrategySettings)
  case metric(Metric)
  case person(Person)
  case team(Team)
  case cycle(Cycle)
  case okrs(TeamOKRs)
  case checkins(TeamCheckIns)
  case initiative(Initiative)
  case workshop(Workshop)
  case proposal(Proposal)
  case review(Review)
  case waiver(Waiver)

  fileprivate var id: Identifier? {
    switch self {
    case .strategy(let value): value.id
    case .metric(let value): value.id
    case .person(let value): value.id
    case .team(let value): value.id
    case .cycle(let value): value.id
    case .okrs(let value): value.id
    case .checkins(let value): value.id
    case .initiative(let value): value.id
    case .workshop(let value): value.id
    case .proposal(let value): value.id
    case .review(let value): value.id
    case .waiver(let value): value.id
    }
  }
}
