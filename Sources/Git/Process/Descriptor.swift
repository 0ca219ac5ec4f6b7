internal import Glibc

/// Bytes to and from an open file, whole, whatever interrupts the system's calls.
package enum Descriptor {
  /// Writes all of it; `false` where the system refuses, with the reason in `errno`.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Everything up to the end, or up to where the system refuses to read on.
  package static func rest(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while take(from: descriptor, into: &bytes) {}
    return bytes
  }

  /// Takes what is there; `false` at the end.
  static func take(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var (status, reason) = (0, Int32(0))
    // Uninitialised, because to fill it costs more than to read.
    bytes += unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      status = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      reason = errno
      count = max(0, status)
    }
    return status > 0 || status < 0 && (reason == EINTR || reason == EAGAIN)
  }
}
