/// Checks that a commit's text is as git writes it, so that every reader sees the same.
enum CommitShape {
  /// The first flaw, in one clause; `nil` when there is none.
  static func flaw(_ bytes: [UInt8]) -> String? {
    var lines = Lines(rest: bytes[...])
    guard lines.take("tree ").map(isID) == true else { return "it does not begin with its tree" }
    while let parent = lines.take("parent ") { guard isID(parent) else { return "one of its parents is not an id" } }
    guard let author = lines.take("author "), let committer = lines.take("committer ") else {
      return "its author and committer do not follow its parents"
    }
    guard isIdentity(author) else { return "its author is not written as git writes authors" }
    guard isIdentity(committer) else { return "its committer is not written as git writes committers" }
    var seen: Set<[UInt8]> = []
    while let line = lines.next() {
      if line.isEmpty { return lines.rest.contains(0) ? "a NUL in its message hides what follows" : nil }
      if line.contains(0) { return "a NUL in its headers hides what follows" }
      if line.first == UInt8(ascii: " ") { continue }
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return "one of its headers has no value" }
      let name = Array(line[..<space])
      guard !once.contains(name) || seen.insert(name).inserted else {
        return "it has two headers '\(String(decoding: name, as: UTF8.self))'"
      }
      guard !first.contains(name) else {
        return "its header '\(String(decoding: name, as: UTF8.self))' is where git does not read it"
      }
      if name == Array("encoding".utf8), !isKnown(line[(space + 1)...]) {
        return "its encoding can make letters look like others"
      }
    }
    return "it has no empty line before its message"
  }

  private static let first = ["tree", "parent", "author", "committer"].map { Array($0.utf8) }
  private static let once = ["encoding", "gpgsig", "gpgsig-sha256"].map { Array($0.utf8) }

  private static func isID(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 2 * ObjectID.byteCount
      && text.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
      }
  }

  /// `Name <mail> seconds +hhmm`.
  private static func isIdentity(_ line: ArraySlice<UInt8>) -> Bool {
    let (open, close) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    guard line.count(where: { $0 == open }) == 1, line.count(where: { $0 == close }) == 1, !line.contains(0),
      let begin = line.firstIndex(of: open), let end = line.firstIndex(of: close), begin < end,
      line[..<begin].last == UInt8(ascii: " "), isTrimmed(line[..<begin].dropLast()),
      end == begin + 1 || isTrimmed(line[(begin + 1)..<end])
    else { return false }
    let date = line[(end + 1)...].split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard date.count == 3, date[0].isEmpty, (1...18).contains(date[1].count), date[2].count == 5,
      date[1].first != UInt8(ascii: "0") || date[1].count == 1,
      let sign = date[2].first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    return (date[1] + date[2].dropFirst()).allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether neither end has a byte that one reader drops and another keeps.
  private static func isTrimmed(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first > UInt8(ascii: " ") && last > UInt8(ascii: " ")
  }

  /// Encodings in which ASCII letters are encoded as themselves and nothing else is.
  private static func isKnown(_ encoding: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: encoding, as: UTF8.self).lowercased()
    // The text after a slash or a comma tells the converter how to guess.
    guard name.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0.isAlphanumeric }) else {
      return false
    }
    return ["utf-8", "utf8", "us-ascii", "ascii", "euc-jp", "euc-kr", "gb2312", "gb18030", "gbk"].contains(name)
      || ["iso-8859-", "iso8859-", "latin", "windows-125", "cp125", "koi8-"].contains { name.hasPrefix($0) }
  }

  private struct Lines {
    var rest: ArraySlice<UInt8>

    mutating func next() -> ArraySlice<UInt8>? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }

    /// The text after the name of a header, when the next line is that header.
    mutating func take(_ name: StaticString) -> ArraySlice<UInt8>? {
      let name = Array("\(name)".utf8)
      guard rest.starts(with: name), let line = next() else { return nil }
      return line.dropFirst(name.count)
    }
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension Repository {
  /// What in a commit git reads differently than other programs do, or not at all, in one clause; `nil` for nothing.
  package func irregularity(of commit: Commit) throws(GitError) -> String? {
    CommitShape.flaw(try read(commit.id, as: .commit, for: "read commit \(commit.id.short)"))
  }
}
