internal import Glibc

/// What a directory holds, in the order in which git sorts paths.
struct DirectoryListing {
  struct Entry {
    let name: [UInt8]
    let kind: TreeEntry.Kind
  }

  let entries: [Entry]
  /// Whether another repository begins here.
  let isRepository: Bool

  /// Lists `path` below the open directory `top`; a symbolic link is not followed.
  init(_ path: String, in top: Int32) throws(GitError) {
    let operation = "list '\(path)'"
    let descriptor = unsafe openat(
      top, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(operation, errno) }
    guard let stream = unsafe fdopendir(descriptor) else {
      close(descriptor)
      throw .system(operation, errno)
    }
    defer { unsafe closedir(stream) }
    var found: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe Self.name(of: entry)
      if name == Self.here || name == Self.above { continue }
      found.append(Entry(name: name, kind: unsafe Self.kind(entry.pointee.d_type, of: name, in: descriptor)))
    }
    isRepository = found.contains { $0.name == Self.git }
    entries = found.sorted { Self.precedes($0, $1) }
  }

  private static let here = Array(".".utf8)
  private static let above = Array("..".utf8)
  private static let git = Array(".git".utf8)

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
  }

  /// Asks the file itself only where the directory does not say.
  private static func kind(_ type: UInt8, of name: [UInt8], in directory: Int32) -> TreeEntry.Kind {
    switch Int(type) {
    case Int(DT_REG): return .file(.regular)
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .file(.symbolicLink)
    case Int(DT_UNKNOWN):
      var status = stat()
      let path = name.map { CChar(bitPattern: $0) } + [0]
      guard unsafe fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .file(.other) }
      return TreeParser.kind(status.st_mode)
    default: return .file(.other)
    }
  }

  /// A folder sorts as if its name ended in a slash.
  private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    key(one).lexicographicallyPrecedes(key(other))
  }

  private static func key(_ entry: Entry) -> [UInt8] {
    if case .folder = entry.kind { entry.name + [slash] } else { entry.name }
  }
}
