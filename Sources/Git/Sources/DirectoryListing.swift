internal import Glibc

/// Reads one directory's names.
struct DirectoryListing {
  private struct Name {
    let range: Range<Int>
    let kind: FolderEntry.Kind
    let isFolder: Bool
  }

  private var bytes: [UInt8] = []
  private var names: [Name] = []
  private var isRepository = false

  /// Lists `path` below the open directory `top`, ordered like a tree object; a symbolic link is not
  /// followed. `nil` when another repository begins there.
  static func entries(ofFolder path: [UInt8], in top: Int32) throws(GitError) -> [FolderEntry]? {
    var listing = DirectoryListing()
    try listing.read(path, in: top)
    guard path.isEmpty || !listing.isRepository else { return nil }
    listing.sort()
    let bytes = listing.bytes
    return listing.names.map { FolderEntry(name: bytes[$0.range], kind: $0.kind) }
  }

  private mutating func read(_ path: [UInt8], in top: Int32) throws(GitError) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let descriptor = unsafe CStrings.with(path.isEmpty ? [UInt8(ascii: ".")] : path) { unsafe openat(top, $0, flags) }
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else {
      let failure = GitError.system("list '\(String(decoding: path, as: UTF8.self))'", errno)
      if descriptor >= 0 { close(descriptor) }
      throw failure
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      unsafe add(&entry.pointee, in: descriptor)
    }
    guard errno == 0 else { throw .system("list '\(String(decoding: path, as: UTF8.self))'", errno) }
  }

  private mutating func add(_ entry: inout dirent, in directory: Int32) {
    let begin = bytes.count
    unsafe withUnsafeBytes(of: &entry.d_name) { name in
      let count = unsafe name.baseAddress.map { unsafe strlen($0.assumingMemoryBound(to: CChar.self)) } ?? 0
      unsafe bytes.append(contentsOf: name.prefix(count))
    }
    let name = bytes[begin...]
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
      bytes.removeSubrange(begin...)
      return
    }
    if name.elementsEqual(".git".utf8) { isRepository = true }
    let mode = Self.mode(entry.d_type, of: name, in: directory)
    let kind = FolderEntry.kind(mode: mode, id: nil)
    names.append(Name(range: begin..<bytes.count, kind: kind, isFolder: mode & S_IFMT == S_IFDIR))
  }

  /// Asks the file itself only when the directory does not say what it is.
  private static func mode(_ type: UInt8, of name: ArraySlice<UInt8>, in directory: Int32) -> UInt32 {
    guard Int(type) == Int(DT_UNKNOWN) else { return UInt32(type) << 12 }
    var status = stat()
    let failed = unsafe CStrings.with(Array(name)) { unsafe fstatat(directory, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return failed == 0 ? status.st_mode : 0
  }

  private mutating func sort() {
    let bytes = bytes
    names.sort { one, other in
      let count = min(one.range.count, other.range.count)
      for offset in 0..<count where bytes[one.range.lowerBound + offset] != bytes[other.range.lowerBound + offset] {
        return bytes[one.range.lowerBound + offset] < bytes[other.range.lowerBound + offset]
      }
      return Self.byte(count, of: one, bytes) < Self.byte(count, of: other, bytes)
    }
  }

  /// The byte at an offset of a name, where a folder's name is followed by a slash and a file's by nothing.
  private static func byte(_ offset: Int, of name: Name, _ bytes: [UInt8]) -> UInt8 {
    offset < name.range.count ? bytes[name.range.lowerBound + offset] : name.isFolder ? slash : 0
  }
}
