import CLibGit2

package func libraryVersion() -> String {
  var major: Int32 = 0
  var minor: Int32 = 0
  var revision: Int32 = 0
  unsafe git_libgit2_version(&major, &minor, &revision)
  return "\(major).\(minor).\(revision)"
}
