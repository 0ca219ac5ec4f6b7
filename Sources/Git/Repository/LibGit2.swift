internal import CLibGit2
internal import Synchronization

/// The version of libgit2, as in "1.5.1".
package func libraryVersion() -> String {
  var parts: (Int32, Int32, Int32) = (0, 0, 0)
  unsafe git_libgit2_version(&parts.0, &parts.1, &parts.2)
  return "\(parts.0).\(parts.1).\(parts.2)"
}

/// The library as a whole: its start, its process-wide settings, its errors.
enum LibGit2 {
  /// Starts the library once, on first use; a process that reads no repository pays nothing.
  static func start() throws(GitError) {
    guard started >= 0 else { throw error(started, "start libgit2") }
  }

  private static let started: Int32 = {
    let status = git_libgit2_init()
    guard status >= 0 else { return status }
    // Each object is read and parsed only once, so libgit2's object cache would cost memory and time. Checking hashes
    // would take a third of the reading time, and zlib's checksum already finds damage.
    let settings = [northstar_enable_caching(0), northstar_enable_hash_verification(0), acceptExtensions()]
    return settings.min() ?? 0
  }()

  /// Lists the repository extensions that do not change how objects and references are read, and the object format,
  /// whose value is checked on opening; libgit2 refuses a repository with any other.
  private static func acceptExtensions() -> Int32 {
    let names = ["objectformat", "worktreeconfig", "preciousobjects", "partialclone", "relativeworktrees"]
    return unsafe CStrings.withArray(names) { pointers in
      unsafe northstar_set_extensions(pointers, names.count)
    }
  }

  /// Runs `open` while no other thread can change whether libgit2 checks who owns a repository.
  static func withOwnerValidation(_ enabled: Bool, _ open: () -> Int32) -> Int32 {
    ownerValidation.withLock { _ in
      _ = northstar_enable_owner_validation(enabled ? 1 : 0)
      defer { _ = northstar_enable_owner_validation(1) }
      return open()
    }
  }

  private static let ownerValidation = Mutex(())

  /// The error of the last failed call on this thread; must be read before any other call.
  static func error(_ status: Int32, _ operation: String) -> GitError {
    let (domain, message) = lastMessage()
    return GitError(code(status, domain, message), operation, message)
  }

  /// The class and the text of the last error on this thread.
  private static func lastMessage() -> (domain: git_error_t, message: String) {
    guard let last = unsafe git_error_last(), let text = unsafe last.pointee.message else {
      return (GIT_ERROR_NONE, "libgit2 gives no reason")
    }
    return unsafe (git_error_t(UInt32(bitPattern: last.pointee.klass)), String(cString: text))
  }

  private static func code(_ status: Int32, _ domain: git_error_t, _ message: String) -> GitError.Code {
    switch (status, domain) {
    case (GIT_EAMBIGUOUS.rawValue, _): .ambiguous
    case (GIT_ENOTFOUND.rawValue, GIT_ERROR_ODB): .missingObject
    case (GIT_ENOTFOUND.rawValue, GIT_ERROR_REPOSITORY): .notARepository
    case (GIT_ENOTFOUND.rawValue, _), (GIT_EINVALIDSPEC.rawValue, _): .notFound
    case (GIT_EUNBORNBRANCH.rawValue, _): .unborn
    case (GIT_EOWNER.rawValue, _): .notOwned
    case (_, GIT_ERROR_ODB), (_, GIT_ERROR_ZLIB), (_, GIT_ERROR_OBJECT): .corrupt
    case (_, GIT_ERROR_OS), (_, GIT_ERROR_FILESYSTEM): message.contains("ermission denied") ? .permission : .io
    default: .unknown
    }
  }
}
