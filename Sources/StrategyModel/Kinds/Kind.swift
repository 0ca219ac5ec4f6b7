/// What a file of a strategy describes; the raw value is the word after `kind:`.
package enum Kind: String, Sendable, Hashable, CaseIterable {
  case strategy
  case metric
  case person
  case team
  case cycle
  case okrs
  case checkins
  case initiative
  case workshop
  case proposal
  case review
  case waiver

  /// The folder for this kind's files below the strategy's folder; `nil` for `northstar.yaml` itself.
  package var folder: String? {
    switch self {
    case .strategy: nil
    case .metric: "metrics"
    case .person: "people"
    case .team: "teams"
    case .cycle: "cycles"
    case .okrs: "okrs"
    case .checkins: "checkins"
    case .initiative: "initiatives"
    case .workshop: "workshops"
    case .proposal: "proposals"
    case .review: "reviews"
    case .waiver: "waivers"
    }
  }

  /// The kind in a sentence, with its article.
  package var noun: String {
    switch self {
    case .strategy: "the strategy"
    case .metric: "a metric"
    case .person: "a person"
    case .team: "a team"
    case .cycle: "a cycle"
    case .okrs: "a team's OKRs"
    case .checkins: "a team's check-ins"
    case .initiative: "an initiative"
    case .workshop: "a workshop"
    case .proposal: "a proposal"
    case .review: "a review"
    case .waiver: "a waiver"
    }
  }

  /// What a file of this kind contains, in one sentence with its period.
  package var summary: String { description.summary }

  /// Where a file of this kind belongs, below the strategy's folder.
  package var pathPattern: String {
    switch self {
    case .strategy: Kind.settingsFile
    case .okrs, .checkins: "\(folder ?? "")/<cycle>/<team>.yaml"
    case .person: "people/<handle>.yaml"
    default: "\(folder ?? "")/<id>.yaml"
    }
  }

  /// Where the file of an entity of this kind belongs, below the strategy's folder.
  package func home(of id: String) -> String { folder.map { "\($0)/\(id).yaml" } ?? Kind.settingsFile }

  /// Whether a path is that place in a strategy's folder. Makes no text, since it is asked of every file.
  func isHome(_ path: String, of id: String, in strategy: String) -> Bool {
    var rest = path.utf8[...]
    func takes(_ part: String) -> Bool {
      guard rest.starts(with: part.utf8) else { return false }
      rest = rest.dropFirst(part.utf8.count)
      return true
    }
    guard strategy.isEmpty || takes(strategy) && takes("/") else { return false }
    guard let folder else { return takes(Kind.settingsFile) && rest.isEmpty }
    return takes(folder) && takes("/") && takes(id) && takes(".yaml") && rest.isEmpty
  }

  package init?(folder: some StringProtocol) {
    guard let kind = Kind.byFolder[String(folder)] else { return nil }
    self = kind
  }

  /// The file that makes a folder a strategy.
  package static let settingsFile = "northstar.yaml"
  /// Below the strategy's folder, for all kinds that have one.
  package static let folders = allCases.compactMap(\.folder)
  package static let suffixes = [".yaml", ".yml"]

  private static let byFolder = Dictionary(
    allCases.compactMap { kind in kind.folder.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
}

/// A kind, described for people and generators.
package struct KindDescription: Sendable {
  package let kind: Kind
  package let summary: String
  package let fields: [FieldDescription]
}

/// Something that is described in a file of its own.
package protocol Entity: Record {
  static var kind: Kind { get }
  static var summary: String { get }
  /// What it means that an entity is added or removed as a whole. An unknown field in it has the keeper of the whole.
  static var coming: Consequence { get }
  static var going: Consequence { get }
  /// The name by which others refer to it; `nil` when the file does not give a valid one.
  var id: Identifier? { get }
  /// The file, as an index into the strategy's files.
  var file: FileIndex { get set }
}

extension Entity {
  /// The field that every file begins with. The loader reads it before the entity's own fields.
  package static var kindField: Field<Self> {
    .required(
      "kind", "The word `\(kind.rawValue)`.", example: kind.rawValue, changing: .identity(going.keeper)
    ) { (_: inout Self, _: Located<String>) in }
  }

  package static var metaField: Field<Self> { .anythingElse }

  package static var description: KindDescription {
    KindDescription(kind: kind, summary: summary, fields: fields.map(\.description))
  }
}

/// The position of a file in `Strategy.files`.
package struct FileIndex: Sendable, Hashable, Comparable {
  package let value: Int32

  package init(_ value: Int) { self.value = Int32(clamping: value) }
  package static let unknown = FileIndex(-1)
  package static func < (a: FileIndex, b: FileIndex) -> Bool { a.value < b.value }
}
