internal import Glibc

/// Reads regular files from disk: never waits for a pipe, never follows a symbolic link at the end.
enum DiskFile {
  /// No text of a strategy is this large; what is would only exhaust the memory.
  static let limit = 1 << 28

  static func read(_ path: String, in directory: Int32 = AT_FDCWD) throws(GitError) -> [UInt8] {
    let file = unsafe openat(directory, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw .system("read '\(path)'", errno) }
    defer { close(file) }
    return try contents(of: file, path)
  }

  private static func contents(of file: Int32, _ path: String) throws(GitError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .system("read '\(path)'", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GitError(.notAFile, "read '\(path)'", "it is not a regular file")
    }
    guard status.st_size < limit else {
      throw GitError(.io, "read '\(path)'", "it is larger than \(limit >> 20) MB")
    }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      while count < buffer.count {
        let read = unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        guard read > 0 else { return }
        count += read
      }
    }
    guard failure == 0 else { throw .system("read '\(path)'", failure) }
    return bytes
  }
}
