internal import Glibc

/// Bytes as text.
enum TextDecoding {
  /// Never fails: what cannot be decoded becomes U+FFFD. `encoding` is a commit's, UTF-8 when `nil`.
  static func decode(_ bytes: ArraySlice<UInt8>, encoding: String?) -> String {
    if let encoding, !isUTF8(encoding), let text = convert(bytes, from: encoding) { return text }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The encoding; `nil` for UTF-8, and when the bytes are not valid in it: then git uses them as they are, even in names.
  static func encoding(_ name: String?, of bytes: [UInt8]) -> String? {
    guard let name, !isUTF8(name) else { return nil }
    return convert(bytes[...], from: name) == nil ? nil : name
  }

  private static func isUTF8(_ encoding: String) -> Bool {
    ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  /// `nil` when the C library does not know the encoding or the bytes are not in it.
  private static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> String? {
    // Git accepts this name, though the C library does not know it.
    let encoding = encoding.lowercased() == "latin-1" ? "ISO-8859-1" : encoding
    guard let converter = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (source.count, target.count)
        guard unsafe iconv(converter, &from, &left, &to, &room) != -1 else { return nil }
        // Some encodings hold a letter back until they see what follows.
        guard unsafe iconv(converter, nil, nil, &to, &room) != -1 else { return nil }
        return target.count - room
      }
    }
    return written.map { String(decoding: output.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}
