/// Reads the bytes of a commit object.
struct CommitParser {
  private var rest: ArraySlice<UInt8>
  private var headers: [(name: String, value: ArraySlice<UInt8>)] = []

  /// `nil` when something that every commit has is missing, or is where git does not read it.
  static func parse(_ bytes: [UInt8], id: ObjectID) -> Commit? {
    guard let header = CommitHeader(bytes) else { return nil }
    var parser = CommitParser(rest: bytes[...])
    parser.readHeaders()
    let once = ["author", "committer", "encoding"]
    guard once.allSatisfy({ name in parser.headers.count { $0.name == name } <= 1 }) else { return nil }
    let declared = parser.first("encoding").map { String(decoding: $0, as: UTF8.self) }
    let encoding = TextDecoding.encoding(declared, of: bytes)
    func signature(_ name: String) -> Signature {
      SignatureParser.parse(parser.first(name) ?? [], encoding: encoding)
    }
    return Commit(
      id: id, tree: header.tree, parents: header.parents,
      author: signature("author"), committer: signature("committer"),
      message: TextDecoding.decode(parser.rest, encoding: encoding))
  }

  /// Reads up to the empty line; skips continuation lines, which only signatures have.
  private mutating func readHeaders() {
    while let line = nextLine(), !line.isEmpty {
      guard line.first != UInt8(ascii: " "), let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      headers.append((String(decoding: line[..<space], as: UTF8.self), line[(space + 1)...]))
    }
  }

  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    defer { rest = rest[end...].dropFirst() }
    return rest[..<end]
  }

  private func first(_ name: String) -> ArraySlice<UInt8>? { headers.first { $0.name == name }?.value }
}

/// Reads `Name <mail> seconds offset`, forgiving what old tools wrote wrongly.
enum SignatureParser {
  static func parse(_ line: ArraySlice<UInt8>, encoding: String?) -> Signature {
    let open = line.firstIndex(of: UInt8(ascii: "<")) ?? line.endIndex
    let close = line[open...].firstIndex(of: UInt8(ascii: ">")) ?? line.endIndex
    let last = line.lastIndex(of: UInt8(ascii: ">")) ?? line.endIndex
    let date = line[last...].dropFirst().split(separator: UInt8(ascii: " "))
    return Signature(
      name: text(line[..<open], encoding), email: text(line[open..<close].dropFirst(), encoding),
      time: date.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) } ?? 0,
      offset: date.dropFirst().first.map(minutes) ?? 0)
  }

  /// The time alone, in seconds since 1970.
  static func time(_ line: ArraySlice<UInt8>) -> Int64 {
    let close = line.lastIndex(of: UInt8(ascii: ">")) ?? line.startIndex
    let digits = line[close...].dropFirst().drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
    return Int64(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ encoding: String?) -> String {
    let space = UInt8(ascii: " ")
    var bytes = bytes.drop { $0 == space }
    while bytes.last == space { bytes.removeLast() }
    return TextDecoding.decode(bytes, encoding: encoding)
  }

  /// `+0130` is 90; anything that is not an offset is 0.
  private static func minutes(_ offset: ArraySlice<UInt8>) -> Int {
    guard offset.count <= 6, let number = Int(String(decoding: offset, as: UTF8.self)) else { return 0 }
    return number / 100 * 60 + number % 100
  }
}
