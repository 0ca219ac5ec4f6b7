internal import Glibc

/// What lies at a path.
enum Disk {
  enum Kind { case regular, folder, symbolicLink, other }

  /// `nil` when there is nothing; a symbolic link is not followed.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
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
