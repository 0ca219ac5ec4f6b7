internal import Glibc

/// The permissions that `core.sharedRepository` asks for, so that the next user can write too.
///
/// Source: git's `path.c`, `calc_shared_perm` and `adjust_shared_perm`.
struct SharedPermissions {
  private let bits: mode_t
  private let replacesOthers: Bool

  /// `nil` when the user's own mask decides.
  init?(_ setting: String?) {
    guard let setting = setting?.lowercased() else { return nil }
    switch setting {
    case "umask", "false", "no", "off", "0", "": return nil
    case "group", "true", "yes", "on", "1": (bits, replacesOthers) = (0o660, false)
    case "all", "world", "everybody", "2": (bits, replacesOthers) = (0o664, false)
    default:
      guard let mode = mode_t(setting, radix: 8), mode & 0o600 == 0o600 else { return nil }
      (bits, replacesOthers) = (mode & 0o666, true)
    }
  }

  /// Gives a file or a folder these permissions; skips what belongs to another user.
  func apply(to path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    let old = status.st_mode & 0o7777
    var wanted = old & S_IWUSR == 0 ? bits & ~0o222 : bits
    if old & S_IXUSR != 0 { wanted |= (wanted & 0o444) >> 2 }
    var mode = replacesOthers ? old & ~0o777 | wanted : old | wanted
    if status.st_mode & S_IFMT == S_IFDIR { mode |= (mode & 0o444) >> 2 | S_ISGID }
    if mode != old { _ = unsafe chmod(path, mode) }
  }
}
