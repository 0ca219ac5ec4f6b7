internal import CLibGit2

extension DiskFile {
  /// Sets bytes of the disk aside for an open file, whose size stays the same; 0, or an `errno`. Where the file system
  /// cannot, it does nothing.
  static func reserve(_ count: Int, for file: Int32) -> Int32 { northstar_reserve(file, Int64(count)) }
}
