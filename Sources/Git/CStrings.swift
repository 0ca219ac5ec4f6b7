internal import Glibc

/// Swift strings as C's.
enum CStrings {
  /// Lends `texts` as C strings that end in a null pointer.
  static func withArray<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { for unsafe copy in unsafe copies { unsafe free(copy) } }
    return unsafe copies.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
  }
}
