package import StrategyModel

/// The names that findings used for an entity before its team was renamed or merged, according to the teams' files.
package struct FormerSubjects {
  private let heirs: [String: String]
  private let moved: [String: String]

  /// - Parameter strategies: as they are now.
  package init(_ strategies: [Strategy]) {
    var heirs: [String: String] = [:]
    var moved: [String: String] = [:]
    for strategy in strategies {
      let ids = Set(strategy.teams.all.compactMap { $0.id?.value })
      for team in strategy.teams.all {
        guard let id = team.id?.value else { continue }
        for former in team.formerly where !ids.contains(former.value) { heirs[former.value] = id }
        if let heir = team.mergedInto?.id { moved[id] = heir }
      }
    }
    (self.heirs, self.moved) = (heirs, moved)
  }

  /// The current name of a former subject: `okrs/2026-q1/first-steps`.
  func now(_ subject: String) -> String {
    guard let slash = subject.lastIndex(of: "/") else { return subject }
    let (place, team) = (subject[..<slash], String(subject[subject.index(after: slash)...]))
    let isOfATeam = place.hasPrefix("\(Kind.okrs.rawValue)/") || place.hasPrefix("\(Kind.checkins.rawValue)/")
    guard isOfATeam || place == Kind.team.rawValue, let heir = heirs[team] else { return subject }
    return "\(place)/\(heir)"
  }

  /// Where the goals of a team that was taken over may have gone; `nil` for everything else.
  func heir(of subject: String) -> String? {
    guard let slash = subject.lastIndex(of: "/"), !subject.hasPrefix("\(Kind.team.rawValue)/") else { return nil }
    return moved[String(subject[subject.index(after: slash)...])].map { "\(subject[..<slash])/\($0)" }
  }

  /// A former message with the current ids.
  func now(message: String) -> String {
    heirs.reduce(message) { $0.replacing("'\($1.key)'", with: "'\($1.value)'") }
  }
}
