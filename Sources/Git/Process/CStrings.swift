internal import Glibc

/// Lends bytes and strings to C for the length of a call.
enum CStrings {
  /// Lends `bytes` followed by a zero byte.
  static func with<Value>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    var characters: [CChar] = []
    characters.reserveCapacity(bytes.count + 1)
    for byte in bytes { characters.append(CChar(bitPattern: byte)) }
    characters.append(0)
    return unsafe body(characters)
  }

  /// Lends `texts` as an array of C strings that ends in a null pointer.
  static func withArray<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(&copies)
  }
}
