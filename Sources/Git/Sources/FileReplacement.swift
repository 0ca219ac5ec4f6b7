internal import Glibc

/// Replaces a file with another in one step, so that a reader sees either the old or the new one.
package func replaceFile(at path: String, with staged: String) throws(GitError) {
  guard unsafe rename(staged, path) == 0 else { throw .system("replace '\(path)'", errno) }
}
