internal import Glibc

/// Absolute paths as text.
package enum Paths {
  static func currentDirectory() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// `path` resolved against `directory`: itself when absolute.
  static func join(_ directory: String, _ path: String) -> String {
    if path.isEmpty || path == "." { return directory }
    if path.hasPrefix("/") { return path }
    return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }

  /// The path without symbolic links, or as it is when it does not exist.
  static func real(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return withoutTrailingSlash(path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static func withoutTrailingSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }

  /// The directory above, `nil` for the root.
  static func parent(_ path: String) -> String? {
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` relative to `top`, "" when they are the same, `nil` when it is elsewhere.
  package static func relative(_ path: String, to top: String) -> String? {
    if path == top { return "" }
    let stem = top == "/" ? "/" : top + "/"
    return path.utf8.starts(with: stem.utf8) ? String(path.utf8.dropFirst(stem.utf8.count)) : nil
  }
}
