internal import Glibc

extension GitError {
  /// What the operating system says about `number`, an `errno`.
  static func system(_ operation: String, _ number: Int32) -> GitError {
    let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    let code: Code =
      switch number {
      case EACCES, EPERM: .permission
      case ENOENT, ENOTDIR: .notFound
      case ELOOP: .notAFile
      default: .io
      }
    return GitError(code, operation, reason.prefix(1).lowercased() + reason.dropFirst())
  }
}
