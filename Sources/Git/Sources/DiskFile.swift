internal import Glibc

/// Reads regular files from disk and never waits for a pipe.
enum DiskFile {
  /// No text of a strategy is this large; a larger file would only exhaust the memory.
  static let limit = 1 << 28

  /// Reads one of git's own files.
  static func read(_ path: String) throws(GitError) -> [UInt8] {
    let file = unsafe openat(AT_FDCWD, path, flags)
    return try contents(of: file, path)
  }

  /// Reads one of the user's files; never follows a symbolic link at the end of its path.
  static func read(_ file: SourceFile, in directory: Int32) throws(GitError) -> [UInt8] {
    let descriptor = unsafe file.withCPath { unsafe openat(directory, $0, flags | O_NOFOLLOW) }
    return try contents(of: descriptor, file.path)
  }

  private static let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY

  /// Reads all of an open file and closes it.
  private static func contents(of file: Int32, _ path: @autoclosure () -> String) throws(GitError) -> [UInt8] {
    guard file >= 0 else {
      // For a link that was not to be followed, the system reports a loop.
      if errno == ELOOP { throw GitError(.notAFile, "read '\(path())'", "it is a symbolic link") }
      throw .system("read '\(path())'", errno)
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .system("read '\(path())'", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GitError(.notAFile, "read '\(path())'", "it is \(sort(of: status.st_mode))")
    }
    guard status.st_size < limit else {
      throw GitError(.io, "read '\(path())'", "it is larger than \(limit >> 20) MB")
    }
    // With room for one byte more than the file has, the same call shows its end.
    var (bytes, failure) = read(upTo: Int(status.st_size) + 1, from: file)
    if bytes.count > status.st_size, failure == 0 {
      // The file has grown since its size was read.
      let rest = read(upTo: limit - bytes.count, from: file)
      (bytes, failure) = (bytes + rest.bytes, rest.failure)
    }
    guard failure == 0 else { throw .system("read '\(path())'", failure) }
    return bytes
  }

  /// What the path holds instead of a regular file, with its article.
  private static func sort(of mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFIFO: "a pipe"
    case S_IFDIR: "a folder"
    case S_IFSOCK: "a socket"
    default: "not a regular file"
    }
  }

  private static func read(upTo limit: Int, from file: Int32) -> (bytes: [UInt8], failure: Int32) {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < buffer.count {
        let more = unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { failure = errno }
        guard more > 0 else { return }
        count += more
      }
    }
    return (bytes, failure)
  }

  /// Writes the pieces one after the other to a file, which is created or emptied first.
  static func write(_ pieces: [[UInt8]], to path: String, mode: mode_t = 0o666) throws(GitError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw .system("write '\(path)'", errno) }
    defer { close(file) }
    for piece in pieces {
      guard Descriptor.write(piece, to: file) else { throw .system("write '\(path)'", errno) }
    }
  }
}
