internal import Glibc

/// What is at a path on disk.
enum Disk {
  enum Kind { case regular, folder, symbolicLink, other }

  /// `nil` when there is nothing; a symbolic link counts as itself unless it is to be followed.
  static func kind(_ path: String, followingLinks: Bool = false) -> Kind? {
    var status = stat()
    guard unsafe fstatat(AT_FDCWD, path, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// Whether it is a file of this user's that nobody else may write to.
  static func belongsToUser(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// Whether the path leads to a folder below `top`, through folders alone.
  static func isFolder(_ path: String, below top: String) -> Bool {
    var reached = top
    for name in path.utf8.split(separator: slash).map({ String(Substring($0)) }) {
      reached = Paths.join(reached, name)
      guard name != "..", kind(reached) == .folder else { return false }
    }
    return true
  }
}

/// A directory that stays open as long as this object.
final class OpenDirectory {
  let descriptor: Int32

  init(_ path: String) throws(GitError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open '\(path)'", errno) }
  }

  deinit { close(descriptor) }
}
