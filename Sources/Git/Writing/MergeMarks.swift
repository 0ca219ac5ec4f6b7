internal import Glibc

/// Git's own marks in a working tree for a commit that is not finished: `git status` names it, `git commit` makes it,
/// and `git cherry-pick --abort` or `git merge --abort` takes it back.
struct MergeMarks {
  private let gitDirectory: String
  private let head: (name: String, text: String)
  private let message: String

  /// `nil` for a commit that git cannot mark like this: the first one, or one that does not directly follow the
  /// branch's tip.
  init?(_ commit: Commit, after old: ObjectID?, in gitDirectory: String) {
    guard let old, commit.parents.first == old else { return nil }
    self.gitDirectory = gitDirectory
    let others = commit.parents.dropFirst()
    head =
      others.isEmpty
      ? ("CHERRY_PICK_HEAD", "\(commit.id)\n") : ("MERGE_HEAD", others.map { "\($0)\n" }.joined())
    message = commit.message
  }

  /// Whether no pick, merge or similar of the user's own is under way there.
  static func areFree(in gitDirectory: String) -> Bool {
    let words = [
      "CHERRY_PICK_HEAD", "MERGE_HEAD", "MERGE_MODE", "MERGE_MSG", "REVERT_HEAD", "rebase-apply", "rebase-merge",
      "sequencer",
    ]
    return words.allSatisfy { Disk.kind("\(gitDirectory)/\($0)") == nil }
  }

  private var isMerge: Bool { head.name == "MERGE_HEAD" }

  func write() throws(GitError) {
    try DiskFile.write([Array(message.utf8)], to: path("MERGE_MSG"))
    // Both parents stay, even when one descends from the other.
    if isMerge { try DiskFile.write([Array("no-ff".utf8)], to: path("MERGE_MODE")) }
    try DiskFile.write([Array(head.text.utf8)], to: path(head.name))
  }

  /// Removes marks that say the same, or begin to; marks that say something else are the user's.
  func remove() {
    guard begins(head.name, head.text) else { return }
    _ = unsafe unlink(path(head.name))
    if isMerge, begins("MERGE_MODE", "no-ff") { _ = unsafe unlink(path("MERGE_MODE")) }
    if begins("MERGE_MSG", message) { _ = unsafe unlink(path("MERGE_MSG")) }
  }

  private func path(_ name: String) -> String { "\(gitDirectory)/\(name)" }

  /// Whether the file has the beginning of a text, or is not there.
  private func begins(_ name: String, _ text: String) -> Bool {
    guard Disk.kind(path(name)) != nil else { return true }
    return (try? DiskFile.read(path(name))).map { text.utf8.starts(with: $0) } ?? false
  }
}
