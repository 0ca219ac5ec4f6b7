internal import Glibc

extension [UInt8] {
  /// Whether the text contains these bytes.
  package func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    return unsafe withUnsafeBytes { text in
      guard let begin = text.baseAddress else { return false }
      var place = 0
      while place + word.count <= text.count {
        let room = text.count - word.count + 1 - place
        guard let found = unsafe memchr(begin + place, Int32(first), room) else { return false }
        if unsafe memcmp(found, word, word.count) == 0 { return true }
        place = unsafe UnsafeRawPointer(found) - begin + 1
      }
      return false
    }
  }
}
