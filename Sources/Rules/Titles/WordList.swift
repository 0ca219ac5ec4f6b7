/// Lower-case words; `grow*` also lists what begins so, `*-free` what ends so.
struct WordList: Sendable {
  private var words: Set<String> = []
  private var beginnings: [String] = []
  private var endings: [String] = []

  /// - Parameter text: the words, with white space between.
  init(_ text: String = "") {
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.hasSuffix("*") {
        beginnings.append(String(word.dropLast()))
      } else if word.hasPrefix("*") {
        endings.append(String(word.dropFirst()))
      } else {
        words.insert(String(word))
      }
    }
  }

  func contains(_ word: String) -> Bool {
    words.contains(word) || beginnings.contains { word.hasPrefix($0) } || endings.contains { word.hasSuffix($0) }
  }
}
