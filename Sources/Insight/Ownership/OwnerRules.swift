import History
import Presentation
import StrategyModel
package import StrategyStore

/// A CODEOWNERS file: the stewards own the strategy, each lever's owner its file.
///
/// The last rule that matches a file counts, so general rules come first. Source: docs.github.com "About code owners",
/// docs.gitlab.com "Code Owners syntax".
package struct OwnerRules {
  /// The characters of an organisation's name; the slash is for GitLab's groups within groups.
  package static let nameBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./".utf8)

  private let owners: LeverOwners
  private let organisation: String?
  private let read: StrategyHistory
  private let people: Snapshot
  /// The command line that makes the file.
  private let command: String

  package init(_ owners: LeverOwners, in read: StrategyHistory, organisation: String?, madeBy command: String) {
    self.owners = owners
    self.command = command
    self.read = read
    self.organisation = organisation
    people = read.history.snapshot
  }

  package var text: String {
    let lines = header + [""] + strategyRules + [""] + owners.current.compactMap(rule)
    return lines.joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    [
      "# Reviewers of changes to the strategy: its stewards, and for each lever its owner.",
      "# Made by '\(command)'. Regenerate it when owners change; do not edit it.",
    ]
  }

  /// A strategy at the top of a repository covers only its own folders there.
  private var strategyRules: [String] {
    let settings = read.strategy.settings
    let stewards = settings?.stewards.map(\.id) ?? []
    let folder = read.line.path("", at: read.line.count - 1)
    let folders = folder.isEmpty ? Kind.folders.map { "\($0)/" } : [folder]
    let paths = folders + [read.line.path(Kind.settingsFile, at: read.line.count - 1)]
    return paths.flatMap { line($0, stewards, none: "no stewards") }
  }

  private func rule(_ tenure: Tenure) -> String? {
    guard let file = read.history.path(of: EntityKey(.metric, tenure.lever)) else { return nil }
    let path = read.line.path(file, at: read.line.count - 1)
    let team = tenure.team.map(owners.teams.now)
    if let organisation, let team, team.utf8.allSatisfy({ OwnerRules.nameBytes.contains($0) }) {
      if let ended = people.entities[EntityKey(.team, team)]?["ended"].flatMap({ Day($0) }), ended < owners.day {
        return "# /\(path.visible): \(team) ended on \(ended)"
      }
      return line(path, ["@\(organisation)/\(team)"], []).joined(separator: "\n")
    }
    return line(path, [tenure.person].compactMap(\.self), none: "nobody owns it").joined(separator: "\n")
  }

  /// The rule for people, and a comment about those who cannot be named in it: a host would ask them and wait forever.
  private func line(_ path: String, _ handles: [String], none: String) -> [String] {
    guard !handles.isEmpty else { return ["# /\(path.visible): \(none)"] }
    let gone = handles.compactMap { handle in leaving(handle).map { "\(handle.visible) \($0.words)" } }
    let present = handles.filter { leaving($0) == nil }
    let unreachable = present.filter { address($0) == nil }.map { "\($0.visible) has no mail address" }
    return line(path, present.compactMap(address), gone + unreachable)
  }

  private func leaving(_ handle: String) -> Leaving? {
    owners.ownership.leavings[handle].flatMap { $0.lastDay < owners.day ? $0 : nil }
  }

  private func line(_ path: String, _ addresses: [String], _ remarks: [String]) -> [String] {
    let notes = remarks.map { "# /\(path.visible): \($0)" }
    guard !addresses.isEmpty else { return notes }
    guard let pattern = OwnerRules.pattern(path) else {
      return notes + ["# /\(path.visible): no rule can name this path"]
    }
    return notes + ["\(pattern) \(addresses.joined(separator: " "))"]
  }

  /// The pattern that matches exactly one path; `nil` for a path that no line can contain.
  static func pattern(_ path: String) -> String? {
    var pattern = "/"
    for scalar in path.unicodeScalars {
      if scalar != " ", scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace { return nil }
      if " \\*?[]#".unicodeScalars.contains(scalar) { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern
  }

  /// The first address in the person's file; `nil` without one, or if it could be taken for something else.
  private func address(_ handle: String) -> String? {
    let first = people.entities[EntityKey(.person, handle)]?.emails.first
    return first.flatMap { OwnerRules.isAddress($0) ? $0 : nil }
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.unicodeScalars.contains { $0.value <= 0x20 || $0 == "#" || $0.properties.isWhitespace }
  }
}
