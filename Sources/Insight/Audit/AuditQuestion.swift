import FoundationEssentials
import Git
import History
import Presentation
package import StrategyModel
package import StrategyStore

/// The question of an audit and the history it is about: enough to repeat the audit.
package struct AuditQuestion: Codable, Equatable {
  static let currentFormat = "1.0"

  var formatVersion = AuditQuestion.currentFormat
  /// The version of northstar that answered.
  var northstar = ToolVersion.current
  /// The strategy's id; `nil` when it has no id.
  var strategy: String?
  /// The strategy's folder, "" at the top of the repository.
  var folder: String
  var branch: String
  /// The id of the last commit that counts.
  var tip: String
  var from: String
  var to: String
  var team: String?
  var lever: String?

  var reference: String { "refs/heads/\(branch)" }

  func text() throws -> [UInt8] {
    func word(_ text: String) -> JSONValue { .string(text) }
    let object: JSONValue = [
      "formatVersion": word(formatVersion), "northstar": word(northstar), "strategy": .orNull(strategy),
      "folder": word(folder), "branch": word(branch), "tip": word(tip), "from": word(from), "to": word(to),
      "team": .orNull(team), "lever": .orNull(lever),
    ]
    return Array(try encodeJSON(object).utf8)
  }

  package init(
    _ strategy: Strategy, _ line: MainlineCommits, branch: String, from: Day, to: Day, team: String?, lever: String?
  ) {
    self.strategy = strategy.settings?.id?.value
    folder = strategy.folder
    self.branch = branch
    tip = line.id(line.count - 1).description
    self.from = from.description
    self.to = to.description
    self.team = team
    self.lever = lever
  }

  /// Reads a `pack.json`; throws what is wrong with it, in one clause.
  init(_ text: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(AuditQuestion.self, from: Data(text))
    } catch {
      throw StrategyError(message: "it does not describe an audit pack")
    }
    guard formatVersion == AuditQuestion.currentFormat else {
      throw StrategyError(
        message: "its format is '\(formatVersion)', but this northstar reads \(AuditQuestion.currentFormat)")
    }
    guard let from = Day(from), let to = Day(to), from <= to else {
      throw StrategyError(message: "'\(self.from)' to '\(self.to)' is not a period")
    }
    guard ObjectID(hex: tip) != nil else { throw StrategyError(message: "'\(tip)' is not a commit id") }
  }

  /// The reference of the history in a repository of its own.
  var options: HistoryRequest {
    var options = HistoryRequest()
    options.branch = reference
    options.at = nil
    options.strategy = folder
    return options
  }
}

extension Audit {
  /// The lever that was asked for, if any.
  package func known(lever: String?) throws(StrategyError) -> String? {
    guard let lever, ownership[lever] == nil else { return lever }
    throw StrategyError.unknown(lever, among: Set(ownership.timelines.map(\.lever)), "lever")
  }

  /// The current id of the team.
  package func known(team: String?) throws(StrategyError) -> String? {
    guard let team else { return nil }
    let names = Set(ownership.timelines.flatMap { $0.tenures.compactMap(\.team) })
    let now = ownership.teams.now(team)
    guard names.contains(team) || names.contains(where: { ownership.teams.now($0) == now }) else {
      throw StrategyError.unknown(team, among: names, "team with a lever")
    }
    return now
  }
}
