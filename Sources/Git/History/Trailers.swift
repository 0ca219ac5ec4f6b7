/// The `Key: value` lines at the end of a commit's message, as `git log --format=%(trailers)` reads them.
///
/// A line of three hyphens does not end the message: text after an approval's comment must not hide the approval.
package struct Trailers: Sendable, Equatable {
  /// In their order; a value that continues over several lines is joined into one.
  package let all: [(key: String, value: String)]

  package static func == (a: Trailers, b: Trailers) -> Bool {
    a.all.elementsEqual(b.all) { $0.key == $1.key && $0.value == $1.value }
  }

  /// The values of a key, which is compared without regard to the case of ASCII letters, as git does.
  package subscript(key: String) -> [String] {
    let wanted = key.utf8.map(\.asciiLowercased)
    return all.filter { $0.key.utf8.map(\.asciiLowercased) == wanted }.map(\.value)
  }

  package init(_ message: String) {
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(Substring(line)).trimmedAtEnd
    }
    let body = lines.reversed().drop { $0.isEmpty }
    let block = Array(body.prefix { !$0.isEmpty }.reversed())
    // The first paragraph is the subject, never trailers.
    let isWholeMessage = body.count == block.count
    all = isWholeMessage ? [] : Trailers.parse(block)
  }

  private static func parse(_ block: [String]) -> [(key: String, value: String)] {
    var found: [(key: String, value: String)] = []
    var others = 0
    var isGits = false
    for line in block {
      if line.first == " " || line.first == "\t", let last = found.last {
        found[found.count - 1].value = "\(last.value) \(line.trimmed)".trimmed
      } else if let trailer = trailer(line) {
        found.append(trailer)
        isGits = isGits || trailer.key == "Signed-off-by"
      } else if line.hasPrefix("(cherry picked from commit ") {
        isGits = true
      } else {
        others += 1
      }
    }
    // Git's own rule: the whole block, or a quarter of it when git itself wrote one of the trailers.
    let counts = others == 0 || isGits && found.count * 3 >= others
    return counts ? found : []
  }

  private static func trailer(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].trimmedAtEnd
    let isKey =
      !key.isEmpty
      && key.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 32 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "-")
      }
    return isKey ? (key, String(line[line.index(after: colon)...]).trimmed) : nil
  }
}

extension UInt8 {
  fileprivate var asciiLowercased: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 32 : self }
}

extension Character {
  /// The characters that git treats as white space: ASCII only.
  fileprivate var isGitSpace: Bool { [" ", "\t", "\r", "\n", "\r\n"].contains(self) }
}

extension StringProtocol {
  fileprivate var trimmedAtEnd: String {
    String(self[..<(lastIndex { !$0.isGitSpace }.map { index(after: $0) } ?? startIndex)])
  }

  fileprivate var trimmed: String { String(drop { $0.isGitSpace }).trimmedAtEnd }
}
