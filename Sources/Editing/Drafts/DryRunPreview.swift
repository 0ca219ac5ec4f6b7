package import Git
import Presentation

/// An unreferenced commit, shown as it would look.
package struct DryRunPreview {
  package let text: String

  package init(_ commit: Commit, onto tip: Commit, branch: String, in repository: Repository) throws(GitError) {
    let answer = try repository.git([
      "diff-tree", "-p", "-r", "-M", "--no-ext-diff", "--no-textconv", "--no-color", "\(tip.tree)",
      "\(commit.tree)",
    ])
    guard answer.succeeded else { throw GitError(.gitFailed, "show the change", "'git diff-tree' failed") }
    let author = commit.author
    let message = commit.message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \(String($0).visible)" }.joined(separator: "\n")
    text = """
      Would commit on \(branch) (\(tip.id.short))
      Author: \(author.name.visible) <\(author.email.visible)>

      \(message)
      \(DryRunPreview.shown(answer.output))
      """
  }

  /// The lines without terminal control characters.
  private static func shown(_ bytes: [UInt8]) -> String {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).visible }.joined(separator: "\n")
  }
}
