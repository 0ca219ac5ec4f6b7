/// Why something could not be read from git or written to it: what failed, why, and what to try.
package struct GitError: Error, Sendable, Equatable {
  package enum Code: String, Sendable, Equatable {
    /// Neither the directory nor any above it is a repository.
    case notARepository
    /// The repository is another user's and git does not trust it.
    case notOwned
    /// A repository format that libgit2 cannot read, such as SHA-256 object ids or reftable.
    case unsupported
    /// A bare repository, or the inside of a git directory, where a working tree was needed.
    case noWorkTree
    /// No commit yet.
    case unborn
    /// A name that does not exist here.
    case notFound
    /// A name that means several things.
    case ambiguous
    /// A name of something that is not a commit.
    case notACommit
    /// The requested date lies before the first commit.
    case beforeHistory
    /// The requested history was left out of a shallow clone.
    case cut
    /// The repository names the object but does not have it.
    case missingObject
    /// The object or file exists but is damaged.
    case corrupt
    /// The path has unresolved merge conflicts in the index.
    case unmerged
    /// Not a regular file: a symbolic link, a submodule, a device.
    case notAFile
    /// A path, a reference or a message that git's repositories cannot or must not contain.
    case notAllowed
    /// Files of the user's with unsaved changes are in the way of a write.
    case filesInTheWay
    /// Another program holds a lock.
    case locked
    /// Git does not know who the user is.
    case noIdentity
    /// A hook of the user's refused.
    case refusedByHook
    /// Others changed the same thing again and again.
    case overtaken
    /// The operating system refuses access.
    case permission
    /// Any other failure of the operating system.
    case io
    /// A program took longer than allowed.
    case overtime
    /// A program is not installed.
    case programMissing
    /// The `git` command ran and failed.
    case gitFailed
    /// A program that we started was ended by a signal.
    case killed
    /// More files than can be read, or than anybody has.
    case tooMany
    /// libgit2 reports something that no other code describes.
    case unknown
  }

  /// Whether the contents that were read are at fault, rather than the reader or its surroundings.
  package var isOfContents: Bool { code == .corrupt || code == .tooMany }

  package let code: Code
  /// What was tried, to follow "cannot": "read 'metrics/a.yaml'".
  package let operation: String
  /// Why it failed: one lower-case clause without a final period.
  package let message: String
  /// What to try, an imperative sentence without a final period; `nil` when there is no general advice.
  package let advice: String?
  /// The name that does not exist, when that is the failure.
  package let name: String?

  package init(_ code: Code, _ operation: String, _ message: String, advice: String? = nil, name: String? = nil) {
    self.code = code
    self.operation = operation
    self.message = message
    self.advice = advice
    self.name = name
  }
}

extension GitError: CustomStringConvertible {
  package var description: String {
    let reason = "cannot \(operation): \(message)"
    return advice.map { "\(reason) (\($0))" } ?? reason
  }
}
