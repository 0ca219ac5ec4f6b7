import Presentation
import StrategyModel
import StrategyStore

/// A metric's query to its source. It is text from the repository, so it may only read.
struct SourceQuery {
  /// One statement, without a semicolon, with the days filled in.
  let text: String

  private static let readingWords = ["select", "with", "values", "table"]
  private static let longest = 100_000

  /// Fills in `:from` and `:to`, and refuses anything but a single reading statement.
  ///
  /// No semicolon is allowed anywhere: so nothing in the text can end the statement and with it the read-only
  /// transaction. A command of the client does not begin with any of the allowed words.
  init(_ query: String, from: Day, to: Day) throws(StrategyError) {
    var text = query
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    guard !text.contains(";") else {
      throw StrategyError(message: "its query contains a ';'", help: ["Make the query a single statement."])
    }
    let first = SourceQuery.firstWord(of: text)
    guard SourceQuery.readingWords.contains(first) else {
      throw StrategyError(
        message: "its query begins with '\(first.visible)', but only reading is allowed",
        help: ["Begin it with 'select' or 'with'."])
    }
    guard text.utf8.count <= SourceQuery.longest, !text.utf8.contains(0) else {
      throw StrategyError(message: "its query is longer than \(SourceQuery.longest) bytes or holds a zero byte")
    }
    self.text = text.filling(["from": "'\(from)'", "to": "'\(to)'"])
  }

  /// In lower case, after spaces and comments.
  private static func firstWord(of text: String) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while true {
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }.drop(while: \.isWhitespace)
      } else if rest.hasPrefix("/*"), let end = rest.firstRange(of: "*/") {
        rest = rest[end.upperBound...].drop(while: \.isWhitespace)
      } else {
        return rest.prefix(while: \.isLetter).lowercased()
      }
    }
  }
}

extension String {
  /// With `:name` replaced, except in `::name`, which is a type, and in longer names.
  fileprivate func filling(_ values: [String: String]) -> String {
    var filled = ""
    var rest = Substring(self)
    while let colon = rest.firstIndex(of: ":") {
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let isType = rest[..<colon].last == ":" || filled.last == ":" && colon == rest.startIndex
      filled += rest[..<colon]
      if !isType, let value = values[String(name)] {
        filled += value
      } else {
        filled += ":" + name
      }
      rest = rest[name.endIndex...]
    }
    return filled + rest
  }
}
