/// Decides whether a title names work to be done, or what should be different afterwards: by its verb, and by the
/// object of a verb such as "build".
///
/// A title's verb says which language it is in: English and Spanish titles of work begin with it, German ones end with it.
/// Titles without a listed verb, most of all, cost a walk over their bytes.
enum WorkInTitle {
  /// The words by which the title names work, as they are written there; `nil` for an effect.
  ///
  /// - Parameter further: phrases in lower case that name work whatever their object is, at the beginning or as the last
  ///   word.
  static func phrase(in title: String, further: [String] = []) -> String? {
    let bytes = title.utf8[...]
    return phrase(atStart: bytes) ?? phrase(afterFiller: bytes) ?? finalVerb(of: title)
      ?? (further.isEmpty ? nil : phrase(among: further, of: title.lowercased()))
  }

  private static func phrase(atStart bytes: Substring.UTF8View) -> String? {
    guard let first = bytes.first else { return nil }
    for entry in openings[Int(WordScan.lowercase(first))] {
      guard let rest = WordScan.rest(of: bytes, after: entry.phrase), entry.namesWork(before: Words(rest)) else {
        continue
      }
      return String(Substring(bytes[..<rest.startIndex]))
    }
    return nil
  }

  private static func phrase(among further: [String], of title: String) -> String? {
    let last = title.utf8.drop { !WordScan.isWord($0) }.split { !WordScan.isWord($0) }.last.map {
      String(Substring($0))
    }
    return further.first { $0 == last || WordScan.rest(of: title.utf8[...], after: $0) != nil }
  }

  /// "We will launch …"
  private static func phrase(afterFiller bytes: Substring.UTF8View) -> String? {
    for filler in fillers {
      guard let rest = WordScan.rest(of: bytes, after: filler) else { continue }
      return phrase(atStart: rest.drop { $0 == 0x20 })
    }
    return nil
  }

  private static let fillers = ["we will", "we", "to", "let's", "successfully", "vamos a"]

  /// The infinitive at the end of the first clause: "App in Spanien launchen (iOS)".
  private static func finalVerb(of title: String) -> String? {
    let bytes = title.utf8.span
    var start = 0
    for end in 0...bytes.count {
      let byte = end < bytes.count ? bytes[end] : 0x20
      guard !WordScan.isWord(byte) else { continue }
      if end > start, bytes[end - 1] == UInt8(ascii: "n"), endsClause(bytes, at: end),
        let found = finalVerb(of: title, start..<end)
      {
        return found
      }
      guard byte != UInt8(ascii: ",") else { return nil }
      start = end + 1
    }
    return nil
  }

  private static func endsClause(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    var position = position
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A { position += 1 }
    guard position < bytes.count else { return true }
    return switch bytes[position] {
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static func finalVerb(of title: String, _ range: Range<Int>) -> String? {
    let bytes = title.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    guard let entry = endings[Int(bytes[start])].first(where: { $0.phrase.utf8.elementsEqual(bytes[start..<end]) }),
      entry.namesWork(after: Words(bytes[..<start]), before: Words(bytes[end...]))
    else { return nil }
    return entry.phrase
  }

  /// By the first byte of the phrase.
  private static let openings = entries(.first)
  private static let endings = entries(.last)

  private static func entries(_ position: WorkVocabulary.Position) -> [[Entry]] {
    var entries = Array(repeating: [Entry](), count: 256)
    for language in Language.allCases {
      for verbs in language.vocabulary.verbs where verbs.position == position {
        for phrase in verbs.phrases {
          entries[Int(phrase.utf8.first ?? 0)].append(Entry(phrase: phrase, sense: verbs.sense, language: language))
        }
      }
    }
    return entries
  }
}

private enum Language: CaseIterable {
  case english, spanish, german

  var vocabulary: WorkVocabulary {
    switch self {
    case .english: .english
    case .spanish: .spanish
    case .german: .german
    }
  }
}

/// A verb of work, with the language that it belongs to.
private struct Entry: Sendable {
  let phrase: String
  let sense: WorkVocabulary.Sense
  let language: Language

  /// Whether a title that begins with the verb names work.
  func namesWork(before words: Words) -> Bool {
    let vocabulary = language.vocabulary
    guard !isNoun(before: words, vocabulary) else { return false }
    if let companions = vocabulary.companions[phrase], !words.all.contains(where: companions.contains) { return false }
    return sense == .work || !vocabulary.isEffect(words.withoutSecondVerb, clause: words)
  }

  /// Whether a title whose first clause ends with the verb names work.
  func namesWork(after object: Words, before clause: Words) -> Bool {
    let vocabulary = language.vocabulary
    guard !object.all.contains(where: vocabulary.otherSubjects.contains) else { return false }
    return sense == .work || !vocabulary.isEffect(object, clause: clause)
  }

  private func isNoun(before words: Words, _ vocabulary: WorkVocabulary) -> Bool {
    guard vocabulary.homonyms.contains(phrase), let first = words.all.first,
      !vocabulary.determiners.contains(first), !first.isNumeric
    else { return false }
    return vocabulary.strictHomonyms.contains(phrase)
      || words.all.prefix { !vocabulary.relatives.contains($0) }.contains(where: vocabulary.sentenceWords.contains)
  }
}

extension WorkVocabulary {
  /// Whether something that is built or created is an effect.
  ///
  /// - Parameters:
  ///   - object: what follows the verb, or comes before it
  ///   - clause: where a clause about the object may be
  fileprivate func isEffect(_ object: Words, clause: Words) -> Bool {
    guard let first = object.all.first else { return false }
    if purposes.contains(first) { return true }
    let phrase = nounPhrase(object.all)
    guard let noun = nounIsLast ? phrase.last : phrase.first(where: { !$0.isNumeric }) else { return true }
    let isArtifact = artifacts.contains(noun)
    if let start = clause.all.firstIndex(where: relatives.contains),
      clause.all[start...].contains(where: isArtifact ? affections.contains : effectVerbs.contains)
    {
      return true
    }
    if clause.all.contains(where: affections.contains) { return true }
    guard !isArtifact else { return false }
    return effectNouns.contains(noun) || phrase.contains(where: effectAdjectives.contains)
      || phrase.contains(where: \.isShareOrMoney) || people.contains(noun) && phrase.contains(where: \.isNumeric)
  }

  /// The words of the object up to the first that adds something about it: "culture" of "a culture of feedback", and
  /// "4 M€ in ARR" as a whole.
  private func nounPhrase(_ words: [String]) -> [String] {
    var phrase: [String] = []
    var hasNoun = false
    for word in words.drop(while: determiners.contains) {
      guard !boundaries.contains(word) else {
        if hasNoun { break }
        continue
      }
      hasNoun = hasNoun || !word.isNumeric
      phrase.append(word)
    }
    return phrase
  }
}

/// The words of a part of a title, in lower case and without the punctuation around them.
private struct Words {
  private(set) var all: [String]

  init(_ bytes: Substring.UTF8View) {
    all = bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.compactMap { part in
      let trimmed = part.drop(while: WordScan.isPunctuation)
      let end = trimmed.lastIndex { !WordScan.isPunctuation($0) }
      return end.map { String(Substring(trimmed[...$0])).lowercased() }
    }
  }

  /// What follows the second verb of "build and test a prototype", or the particle of "build out the portal".
  var withoutSecondVerb: Words {
    var copy = self
    switch all.first {
    case "and", "&", "y", "und": copy.all.removeFirst(min(2, all.count))
    case "out", "up": copy.all.removeFirst()
    default: break
    }
    return copy
  }
}

extension String {
  /// `20`, `4.5`, `M€`, `N`: a number, or what belongs to one.
  fileprivate var isNumeric: Bool {
    guard let first = utf8.first else { return false }
    return (0x30...0x39).contains(first) || isShareOrMoney || scales.contains(self)
  }

  fileprivate var isShareOrMoney: Bool {
    utf8.contains(UInt8(ascii: "%")) || utf8.contains(UInt8(ascii: "$")) || contains("€") || contains("£")
  }
}

/// What large numbers are written with; "N" is a number that is kept secret.
private let scales: Set<String> = ["n", "k", "m", "bn", "mio", "mrd", "thousand", "million", "millions", "billion"]
