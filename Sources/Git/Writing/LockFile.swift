internal import Glibc

/// A lock of git's that is in the way.
struct LockFile {
  let path: String

  /// The lock that git's answer names, `nil` when it is about something else.
  init?(namedIn text: String) {
    guard text.contains("File exists"), let begin = text.range(of: "Unable to create '"),
      let end = text.range(of: ".lock'", in: begin.upperBound)
    else { return nil }
    path = text[begin.upperBound..<end.lowerBound] + ".lock"
  }

  /// The error to throw when the lock does not go away.
  func failure(_ operation: String) -> GitError {
    var status = stat()
    let exists = unsafe lstat(path, &status) == 0
    let age = max(0, time(nil) - status.st_mtim.tv_sec)
    let since = !exists ? "" : age < 120 ? " for \(age) seconds" : " for \(age / 60) minutes"
    return GitError(
      .locked, operation, "'\(path)' has been there\(since), so another git is at work or was stopped",
      advice: "If no git runs here, remove that file")
  }
}

extension String {
  /// The first place of `text`, searched from `begin` on.
  fileprivate func range(of text: String, in begin: Index? = nil) -> Range<Index>? {
    var place = begin ?? startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
      place = index(after: place)
    }
    return nil
  }
}
