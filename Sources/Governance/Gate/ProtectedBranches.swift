package import Git
import StrategyStore

/// The branches on which changes count, so that the gate guards them.
package struct ProtectedBranches {
  /// Below this the commits of ended proposals stay reachable.
  static let archive = "refs/northstar/"

  /// The main branch, in full; `nil` where it is unknown.
  let main: String?
  private let names: [String]
  private let patterns: [String]

  /// The main branch, in a bare repository also the branch of HEAD, and the branches that `northstar.protected` names.
  package init(of repository: Repository) throws {
    var names: Set<String> = []
    var main = try repository.mainBranch().shortBranch
    if main.hasPrefix("origin/") { main = String(main.dropFirst(7)) }
    if main != "HEAD" { names.insert(main) }
    switch try repository.head() {
    case .branch(let name), .unborn(let name): if repository.isBare || main == "HEAD" { names.insert(name) }
    case .detached: break
    }
    let answer = try repository.git(["config", "--null", "--get-all", "northstar.protected"])
    guard answer.status <= 1 else {
      throw StrategyError(message: "git cannot read the setting northstar.protected")
    }
    let listed = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self).shortBranch }
    self.names = names.sorted()
    self.main = names.contains(main) ? "refs/heads/\(main)" : self.names.first.map { "refs/heads/\($0)" }
    patterns = listed
  }

  package init(only reference: String) { (main, names, patterns) = (reference, [reference.shortBranch], []) }

  func contains(_ reference: String) -> Bool {
    guard reference.hasPrefix("refs/heads/") else { return false }
    let name = reference.shortBranch
    return names.contains(name) || patterns.contains { Array(name.utf8).matches(Array($0.utf8)[...]) }
  }

  /// A protected name that differs from the reference only in case.
  func likeness(of reference: String) -> String? {
    let folded = reference.folded
    if folded.hasPrefix(Self.archive), !reference.hasPrefix(Self.archive) { return Self.archive }
    guard folded.hasPrefix("refs/heads/"), !contains(reference) else { return nil }
    return names.map { "refs/heads/\($0)" }.first { $0.folded == folded }
      ?? (patterns.contains { Array(folded.shortBranch.utf8).matches(Array($0.folded.utf8)[...]) } ? reference : nil)
  }
}

extension [UInt8] {
  /// Whether a name matches a pattern in which `*` matches anything and `?` one byte.
  fileprivate func matches(_ pattern: ArraySlice<UInt8>) -> Bool {
    var (place, rest) = (0, pattern.startIndex)
    var star: (place: Int, rest: Int)?
    while place < count {
      if rest < pattern.endIndex, pattern[rest] == UInt8(ascii: "*") {
        star = (place, rest + 1)
        rest += 1
      } else if rest < pattern.endIndex, pattern[rest] == self[place] || pattern[rest] == UInt8(ascii: "?") {
        (place, rest) = (place + 1, rest + 1)
      } else if let last = star {
        star = (last.place + 1, last.rest)
        (place, rest) = (last.place + 1, last.rest)
      } else {
        return false
      }
    }
    return pattern[rest...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
