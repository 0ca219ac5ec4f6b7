internal import CLibGit2

/// A member of a ZIP archive, unpacked; `nil` if it is damaged.
///
/// - Parameters:
///   - isDeflated: whether the bytes are raw deflate; else they are the content itself.
///   - size: of the content; the caller limits it, since so many bytes are allocated.
///   - checksum: the content's CRC-32.
package func unpacked(_ bytes: ArraySlice<UInt8>, isDeflated: Bool, size: Int, checksum: UInt32) -> [UInt8]? {
  guard isDeflated else {
    return bytes.count == size && crc32(Array(bytes)) == checksum ? Array(bytes) : nil
  }
  var isWhole = false
  let content = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    isWhole = unsafe bytes.withUnsafeBufferPointer { source in
      // An empty buffer has no address.
      guard let from = source.baseAddress else { return false }
      guard let to = buffer.baseAddress, size > 0 else { return size == 0 }
      return unsafe northstar_inflate(from, source.count, to, size) == 0
    }
    count = isWhole ? size : 0
  }
  return isWhole && crc32(content) == checksum ? content : nil
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { unsafe northstar_crc32($0.baseAddress, $0.count) }
}
