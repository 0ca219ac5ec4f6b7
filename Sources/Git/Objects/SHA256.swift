internal import CLibGit2

/// SHA-256 by mbedTLS, which is linked with libgit2 anyway.
package enum SHA256 {
  package static let byteCount = 32

  /// The SHA-256 of `bytes`, 32 bytes long.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: byteCount)
    let status = unsafe northstar_sha256(bytes, bytes.count, &digest)
    // It computes in memory and asks the system for nothing, so only missing hardware could make it fail.
    precondition(status == 0, "mbedTLS computes a SHA-256 of any bytes")
    return digest
  }

  /// The SHA-256 of `bytes` in 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
