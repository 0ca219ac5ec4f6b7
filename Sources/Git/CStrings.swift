internal import Glibc

/// Bytes and strings as C's, for the length of a call.
enum CStrings {
  /// Lends `bytes` with a zero behind them.
  static func with<Value>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    var bytes = bytes
    bytes.append(0)
    // With its zero the array is never empty, so it has an address.
    return unsafe bytes.withUnsafeBytes {
      unsafe body($0.assumingMemoryBound(to: CChar.self).baseAddress.unsafelyUnwrapped)
    }
  }

  /// Lends `texts` as C strings that end in a null pointer.
  static func withArray<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    // With its null pointer the array is never empty, so it has an address.
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
  }
}
