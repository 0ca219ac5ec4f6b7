internal import Glibc

/// Bytes as text.
enum TextDecoding {
  /// Never fails: what cannot be decoded becomes U+FFFD. `encoding` is a commit's, UTF-8 when `nil`.
  static func decode(_ bytes: ArraySlice<UInt8>, encoding: String?) -> String {
    if let encoding, !isUTF8(encoding), let text = convert(bytes, from: encoding) { return text }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUTF8(_ encoding: String) -> Bool {
    ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  /// `nil` when the C library does not know the encoding or the bytes are not in it.
  private static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> String? {
    guard let converter = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (source.count, target.count)
        let status = unsafe iconv(converter, &from, &left, &to, &room)
        return status == -1 ? nil : target.count - room
      }
    }
    return written.map { String(decoding: output.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}
