internal import CLibGit2

extension DiskFile {
  /// Reserves bytes on the disk for an open file, whose size stays the same. Returns 0 or an `errno`. Does nothing
  /// where the file system cannot reserve space.
  static func reserve(_ count: Int, for file: Int32) -> Int32 { northstar_reserve(file, Int64(count)) }
}
