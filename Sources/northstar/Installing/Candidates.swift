import ArgumentParser
import Decisions
import Git
import Rules
import StrategyModel
import StrategyStore

/// Completions for words that only the strategy or the repository knows. On any failure there are none.
extension CompletionKind {
  /// Taken from the file names, which a rule keeps equal to the ids: thousands of files need not be read for one key
  /// press.
  static let entities = candidates { prefix in
    // A name of several parts needs its kind; a kind also limits the completions to that kind.
    let word = prefix.split(separator: "/", omittingEmptySubsequences: false)
    let isOfOneKind = word.count > 1
    let kinds = isOfOneKind ? Kind.allCases.filter { $0.rawValue == word[0] } : Kind.allCases.filter { !$0.isOfATeam }
    let source = try Source.workingTree(in: .current())
    let found = try source.strategyFolders().flatMap { folder in
      try source.files(in: folder, named: [], folders: kinds.compactMap(\.folder), suffixes: Kind.suffixes).compactMap {
        entity($0.path, in: folder)
      }
    }
    return isOfOneKind
      ? found.map { "\($0.kind.rawValue)/\($0.id)" } : found.map(\.id) + Kind.allCases.map { "\($0.rawValue)/" }
  }

  /// Taken from the names of their files.
  static let reviews = candidates { _ in try ids(of: .review) }
  static let metrics = candidates { _ in try ids(of: .metric) }
  static let workshops = candidates { _ in try ids(of: .workshop) }
  static let initiatives = candidates { _ in try ids(of: .initiative) }
  static let people = candidates { _ in try ids(of: .person) }

  static let reviewSubjects = candidates { _ in
    let source = try Source.workingTree(in: .current())
    let folders = [Kind.metric.folder, Kind.cycle.folder].compactMap(\.self)
    return try LoadedStrategies(source, choosing: nil, folders: folders).strategies.flatMap {
      ReviewSubject.names(in: $0)
    }
  }

  static let topics = candidates { prefix in
    guard prefix.contains(".") else { return RuleCatalog.names + Kind.allCases.map(\.rawValue) }
    return Kind.allCases.flatMap { paths($0.description.fields, below: $0.rawValue) }
  }

  static let strategies = candidates { _ in
    let source = try Source.workingTree(in: .current())
    return try LoadedStrategies(settingsOf: source, choosing: nil).strategies.choices
  }

  static let revisions = candidates { _ in
    try Repository.open(in: .current()).referenceNames() + ["HEAD"]
  }

  private static func ids(of kind: Kind) throws -> [String] {
    let source = try Source.workingTree(in: .current())
    return try source.strategyFolders().flatMap { folder in
      try source.files(in: folder, named: [], folders: [kind.folder].compactMap(\.self), suffixes: Kind.suffixes)
        .compactMap { entity($0.path, in: folder)?.id }
    }
  }

  private static func candidates(_ all: @escaping @Sendable (_ prefix: String) throws -> [String]) -> CompletionKind {
    .custom { _, _, prefix in
      let found = (try? all(prefix)) ?? []
      return Set(found.filter { $0.hasPrefix(prefix) }).sorted()
    }
  }

  private static func paths(_ fields: [FieldDescription], below name: String) -> [String] {
    fields.flatMap { field in ["\(name).\(field.name)"] + paths(field.shape.fields, below: "\(name).\(field.name)") }
  }

  /// `okrs/2026-q1/growth.yaml` describes `2026-q1/growth`, and `metrics/sales/churn.yaml` describes `churn`.
  private static func entity(_ path: String, in folder: String) -> (kind: Kind, id: String)? {
    guard let place = StrategyPath(path, in: folder), let kind = place.kind else { return nil }
    let parts = place.inside.split(separator: "/")
    guard parts.count > 1, let file = parts.last,
      let suffix = Kind.suffixes.first(where: file.hasSuffix)
    else { return nil }
    let name = file.dropLast(suffix.count)
    return (kind, kind.isOfATeam ? "\(parts[parts.count - 2])/\(name)" : String(name))
  }
}

extension Kind {
  /// Whether a file holds a team's data for a cycle and is named after both.
  fileprivate var isOfATeam: Bool { self == .okrs || self == .checkins }
}
