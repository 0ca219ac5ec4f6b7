/// Looking at wording. English only: whoever writes in another language switches these rules off.
enum Words {
  /// The words of a text in lower case: runs of letters, digits and what isn't ASCII.
  static func all(_ text: String) -> [String] {
    text.utf8.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// Whether words stand in a row: `["page", "views"]` in `["new", "page", "views"]`.
  static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    guard let first = phrase.first, words.count >= phrase.count else { return false }
    return words.indices.contains { start in
      words[start] == first && words[start...].starts(with: phrase)
    }
  }

  /// The first of some phrases, each of words with single spaces between, that stands in a row.
  static func first(of phrases: [String], in words: [String]) -> String? {
    phrases.first { contains(words, $0.split(separator: " ").map(String.init)) }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
