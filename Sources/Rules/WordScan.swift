/// Finds words and phrases in texts.
enum WordScan {
  /// The words of a text in lower case: runs of letters, digits and non-ASCII characters.
  static func all(_ text: String) -> [String] {
    text.utf8.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// What follows a phrase of lower-case words at the beginning of a text, ignoring the case of Latin letters; `nil` when
  /// the text begins otherwise, or a word of it goes on after the phrase: "host" in "hosting" and "host-led".
  static func rest(of text: Substring.UTF8View, after phrase: String) -> Substring.UTF8View? {
    var rest = text
    var before: UInt8 = 0
    for byte in phrase.utf8 {
      guard let first = rest.popFirst(), lowercase(first, after: before) == byte else { return nil }
      before = first
    }
    guard let next = rest.first else { return rest }
    return isWord(next) || next == UInt8(ascii: "-") ? nil : rest
  }

  /// Whether a phrase of lower-case words is in a text, ignoring the case of Latin letters.
  static func contains(_ phrase: String, in text: String) -> Bool {
    var rest = text.utf8[...]
    while !rest.isEmpty {
      if WordScan.rest(of: rest, after: phrase) != nil { return true }
      rest = rest.drop(while: isWord).drop { !isWord($0) }
    }
    return false
  }

  /// A number that texts with the same words share, whatever their spaces and the case of their Latin letters.
  static func digest(_ text: String) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    forEachByte(of: text) { digest = (digest ^ UInt64($0)) &* 0x100_0000_01B3 }
    return digest
  }

  static func haveSameWords(_ a: String, _ b: String) -> Bool {
    var bytes: [UInt8] = []
    forEachByte(of: a) { bytes.append($0) }
    var count = 0
    var areSame = true
    forEachByte(of: b) {
      areSame = areSame && count < bytes.count && bytes[count] == $0
      count += 1
    }
    return areSame && count == bytes.count
  }

  /// The bytes with white space as one space, without any at the ends, and Latin letters in lower case.
  private static func forEachByte(of text: String, _ body: (UInt8) -> Void) {
    var before: UInt8 = 0
    var space = false
    let bytes = text.utf8.span
    for position in bytes.indices {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        space = before != 0
        continue
      }
      if space { body(0x20) }
      space = false
      body(lowercase(byte, after: before))
      before = byte
    }
  }

  /// Whether a byte is around words rather than in them.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "&"): false
    default: !isWord(byte)
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Lower-cases Latin-1 letters too, whose second byte of UTF-8 comes after `C3`.
  static func lowercase(_ byte: UInt8, after before: UInt8) -> UInt8 {
    before == 0xC3 && (0x80...0x9E).contains(byte) ? byte | 0x20 : lowercase(byte)
  }
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
