/// Checks wording. English only: strategies in other languages turn these rules off.
enum WordScan {
  /// The words of a text in lower case: runs of letters, digits and non-ASCII characters.
  static func all(_ text: String) -> [String] {
    text.utf8.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// Whether a text begins with a phrase of lower-case words, ignoring its own case.
  static func begins(_ text: String, with phrase: String) -> Bool {
    var rest = text.utf8[...]
    for byte in phrase.utf8 {
      guard let first = rest.popFirst(), lowercase(first) == byte else { return false }
    }
    return rest.first.map { !isWord($0) } ?? true
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Phrases to be found in a sequence of words.
struct Phrases {
  private var byFirstWord: [String: [[String]]] = [:]

  /// - Parameter phrases: lower-case words with single spaces between.
  init(_ phrases: [String]) {
    for phrase in phrases {
      let words = phrase.split(separator: " ").map(String.init)
      if let first = words.first { byFirstWord[first, default: []].append(words) }
    }
  }

  /// The first of the phrases that occurs in the words.
  func first(in words: [String]) -> String? {
    for start in words.indices {
      for phrase in byFirstWord[words[start]] ?? [] where words[start...].starts(with: phrase) {
        return phrase.joined(separator: " ")
      }
    }
    return nil
  }
}
