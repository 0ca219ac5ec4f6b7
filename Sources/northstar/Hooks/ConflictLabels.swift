import FoundationEssentials
import Git

/// The labels after the markers of a conflict: git's own names of the two sides.
///
/// Git gives a merge driver the texts but not their names, and in a rebase the two sides are swapped from what a person
/// expects. A merge says its names in `GITHEAD_<commit>`; a rebase has the commit that it applies in `done`.
struct ConflictLabels {
  let ours = "HEAD"
  let theirs: String

  init(_ environment: GitEnvironment) {
    theirs = Self.merged(environment) ?? Self.rebased(environment) ?? "the commit being applied"
  }

  private static func merged(_ environment: GitEnvironment) -> String? {
    let heads = environment.variables.filter { $0.key.hasPrefix("GITHEAD_") && !$0.value.isEmpty }
    return heads.count == 1 ? heads.first?.value : nil
  }

  private static func rebased(_ environment: GitEnvironment) -> String? {
    guard let answer = try? environment.git(["rev-parse", "--git-path", "rebase-merge/done"]), answer.succeeded,
      let path = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").first,
      let done = try? Data(
        contentsOf: URL(filePath: String(path), relativeTo: URL(filePath: environment.directory + "/"))),
      let line = String(decoding: done, as: UTF8.self).split(separator: "\n").last
    else { return nil }
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[1].allSatisfy(\.isHexDigit) else { return nil }
    let subject = words.count > 2 ? words[2].drop { $0 == "#" || $0 == " " } : ""
    return subject.isEmpty ? String(words[1].prefix(7)) : "\(words[1].prefix(7)) (\(subject))"
  }
}
