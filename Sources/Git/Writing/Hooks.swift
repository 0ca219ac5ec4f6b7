internal import Glibc

extension Repository {
  /// Whether git would run such a hook here.
  package func hasHook(_ name: String) throws(GitError) -> Bool {
    let answer = try git(["rev-parse", "--git-path", "hooks/\(name)"])
    guard answer.succeeded else { throw .git("look for hooks", answer) }
    let path = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return unsafe access(Paths.join(environment.directory, path), X_OK) == 0
  }

  /// The message after the user's `commit-msg` hook; throws what the hook says when it refuses.
  func passedThroughMessageHook(_ message: String) throws(GitError) -> String {
    let operation = "commit"
    let path = "\(gitDirectory)/\(LeftMessages.prefix)\(getpid()).\(UInt64.random(in: 0 ... .max))"
    try DiskFile.write(Array(message.utf8), toNew: path)
    defer { unsafe unlink(path) }
    // As `git commit -m` does, so that the hook knows that no editor is open.
    let environment = environment.setting(["GIT_EDITOR": ":"])
    let answer = try environment.git(["hook", "run", "--ignore-missing", "commit-msg", "--", path])
    guard answer.succeeded else {
      let said = String(decoding: answer.errors + answer.output, as: UTF8.self)
      guard !said.contains("is not a git command") else { throw .git(operation, answer) }
      let lines = said.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      let reason = String(lines.joined(separator: "; ").prefix(1000))
      throw GitError(
        .refusedByHook, operation,
        "the hook 'commit-msg' refuses\(reason.isEmpty ? ", with status \(answer.status)" : ": \(reason)")")
    }
    return String(decoding: try DiskFile.read(path), as: UTF8.self)
  }
}

extension DiskFile {
  /// Writes a file that must not exist yet.
  static func write(_ bytes: [UInt8], toNew path: String) throws(GitError) {
    let operation = "write '\(path)'"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .system(operation, errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = errno
        unsafe unlink(path)
        throw .system(operation, failure)
      }
      rest = rest.dropFirst(count)
    }
  }
}
