import Foundation

/// A strategy in a working tree for one figure, made once.
struct NumbersRepository {
  let place: URL

  /// - Parameter files: texts by path; called only when the repository does not exist yet.
  init(_ name: String, in directory: URL, files: () -> [(path: String, text: String)]) throws {
    place = directory.appending(path: name)
    guard !FileManager.default.fileExists(atPath: place.appending(path: ".git/HEAD").path) else { return }
    try? FileManager.default.removeItem(at: place)
    for (path, text) in files() {
      let url = place.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try Program("git", "init", "--quiet", "--initial-branch=main", in: place).run()
    try Program("git", "add", "--all", in: place).run()
    try Program(
      "git", "-c", "user.name=Ada", "-c", "user.email=ada@gather.example", "commit", "--quiet", "--message=Begin",
      in: place
    ).run()
  }

  /// The day on which the strategies are checked.
  static let today = "2026-11-20"

  static func settings(_ northStar: String) -> (path: String, text: String) {
    ("northstar.yaml", "kind: strategy\nid: gather\nproduct: Gather\nnorth_star: \(northStar)\n")
  }

  static func metric(_ id: String, _ role: String, more: String = "") -> (path: String, text: String) {
    (
      "metrics/\(id).yaml",
      """
      kind: metric
      id: \(id)
      name: Metric \(id)
      role: \(role)
      lifecycle: active
      definition:
        counts: What is counted
        grain: week
        unit: things
      direction: increase
      target: 9000
      \(more)
      """
    )
  }
}
