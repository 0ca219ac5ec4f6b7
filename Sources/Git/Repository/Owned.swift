internal import CLibGit2

/// A kind of libgit2 object and how it is freed.
protocol LibGit2Kind {
  static func free(_ pointer: OpaquePointer)
}

/// The only owner of a libgit2 object, which it frees at the end of its life.
///
/// Not `Sendable`: what threads share is behind a `Mutex`.
@safe struct Owned<Kind: LibGit2Kind>: ~Copyable {
  @unsafe let pointer: OpaquePointer

  /// Takes the object that `make` stores if it reports success; `explain` may add detail to a failure.
  init(
    _ operation: @autoclosure () -> String, explain: (GitError) -> GitError = { $0 },
    _ make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    let status = unsafe make(&made)
    guard status >= 0, let pointer = unsafe made else { throw explain(LibGit2.error(status, operation())) }
    unsafe self.pointer = pointer
  }

  deinit { unsafe Kind.free(pointer) }
}

enum RepositoryKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}

enum ConfigurationKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}

enum DatabaseKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}

enum ObjectKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_object_free(pointer) }
}

enum DatabaseObjectKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_object_free(pointer) }
}

enum ReferenceKind: LibGit2Kind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}
