internal import Glibc

extension GitError {
  /// What the operating system says about `number`, an `errno`.
  static func system(_ operation: String, _ number: Int32) -> GitError {
    let code: Code =
      switch number {
      case EACCES, EPERM: .permission
      case ENOENT, ENOTDIR: .notFound
      case ELOOP: .notAFile
      default: .io
      }
    return GitError(code, operation, reason(number))
  }

  /// The operating system's text for an `errno`, as one lower-case clause.
  package static func reason(_ number: Int32) -> String {
    let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    return reason.prefix(1).lowercased() + String(reason.dropFirst())
  }
}
