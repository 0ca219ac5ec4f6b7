internal import Glibc

/// Puts a file in another's place in one step, so that a reader sees the one or the other.
package func replaceFile(at path: String, with staged: String) throws(GitError) {
  guard unsafe rename(staged, path) == 0 else { throw .system("replace '\(path)'", errno) }
}
