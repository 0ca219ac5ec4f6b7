/// Writes a history in the format of `git fast-import`.
package struct FastImport {
  private var sink: (String) -> Void

  package init(to sink: @escaping (String) -> Void) { self.sink = sink }

  /// - Parameter kept: the branches to keep; the others' commits stay reachable only if they were merged.
  package func write(_ history: History, keeping kept: [String]) {
    sink("feature done\n")
    for (position, commit) in history.commits.enumerated() { write(commit, at: position, of: history) }
    for tag in history.tags {
      sink("tag \(tag.name)\nfrom :\(tag.commit + 1)\ntagger \(tag.tagger)\n")
      write(data: tag.message)
    }
    for branch in history.branches where !kept.contains(branch) {
      sink("reset refs/heads/\(branch)\nfrom \(String(repeating: "0", count: 40))\n\n")
    }
    sink("done\n")
  }

  private func write(_ commit: Commit, at position: Int, of history: History) {
    let before = commit.parents.first.map { history.commits[$0].files } ?? Files()
    sink("commit refs/heads/\(commit.branch)\nmark :\(position + 1)\n")
    sink("author \(commit.author)\ncommitter \(commit.author)\n")
    write(data: commit.message)
    for (index, parent) in commit.parents.enumerated() { sink("\(index == 0 ? "from" : "merge") :\(parent + 1)\n") }
    for (path, text) in commit.files.changes(since: before) {
      guard let text else {
        sink("D \(path)\n")
        continue
      }
      sink("M 100644 inline \(path)\n")
      write(data: text)
    }
    sink("\n")
  }

  private func write(data text: String) { sink("data \(text.utf8.count)\n\(text)\n") }
}
