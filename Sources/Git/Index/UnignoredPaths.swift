/// The paths of a working tree that git tracks or would add.
enum UnignoredPaths {
  struct Found {
    let path: String
    /// Left out of the working tree by a sparse checkout.
    let isSkipped: Bool
  }

  /// All files of this name in the repository, in the order of their paths' bytes; skips hidden folders. Costs a
  /// process.
  static func list(_ name: String, _ environment: GitEnvironment) throws(GitError) -> [Found] {
    let answer = try ChildProcess(
      [
        "ls-files", "-t", "--cached", "--others", "--exclude-standard", "--deduplicate", "--full-name", "-z", "--",
        ":(top,glob)**/\(name)",
      ], in: environment
    ).finish()
    guard answer.succeeded else { throw .git("look for '\(name)'", answer) }
    return answer.output.split(separator: 0)
      .map { (tag: $0.first, path: $0.dropFirst(2)) }
      .filter { $0.path.split(separator: slash).allSatisfy(Selection.enters) }
      .sorted { $0.path.lexicographicallyPrecedes($1.path) }
      .map { Found(path: String(decoding: $0.path, as: UTF8.self), isSkipped: $0.tag == UInt8(ascii: "S")) }
  }
}
