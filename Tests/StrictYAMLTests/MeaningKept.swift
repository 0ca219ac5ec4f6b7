import Foundation
import StrictYAML
import TestSupport
import Testing

/// Neither a fix nor the formatter changes what a text means. `NORTHSTAR_SOAK` sets the number of documents.
@Suite("Meaning kept by fixes and by the formatter")
struct MeaningKeptTests {
  private static let documents =
    ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 40_000
  private static let shards = 4

  @Test(arguments: 0..<shards)
  func mutatedDocumentsKeepTheirMeaning(shard: Int) throws {
    let size = Self.documents / Self.shards
    let reader = try SecondReader()
    for seed in shard * size..<(shard + 1) * size {
      var generator = Chance(stream: seed)
      let text = generator.slipped(generator.anything())
      let document = try fixed(Document(parsing: text), seed: seed)
      guard document.faults.isEmpty else { continue }
      let formatted = try document.formatted()
      let before = try Tree.readByYams(String(decoding: document.text, as: UTF8.self)) ?? .scalar("")
      let after = try Tree.readByYams(String(decoding: formatted, as: UTF8.self)) ?? .scalar("")
      #expect(before == after, "seed \(seed)")
      // Between the indicators the formatter may move a comment and quote a text, so they are counted.
      #expect(comments(document.text).count == comments(formatted).count, "seed \(seed)")
      if formatted != document.text { try reader.compare(seed, document.text, formatted) }
    }
    let differences = try reader.differences()
    #expect(differences.isEmpty)
  }

  /// The document after all of its fixes, as `check --fix` makes it in several runs.
  private func fixed(_ document: Document, seed: Int) throws -> Document {
    var document = document
    for _ in 0..<20 {
      guard let fix = document.faults.lazy.compactMap(\.fix).first else { return document }
      let text = try TextEdit.apply([fix.edit], to: document.text)
      // A fix moves blanks and removes a byte order mark; every other character stays, with its role.
      #expect(visible(text) == visible(document.text), "seed \(seed)")
      #expect(comments(text) == comments(document.text), "seed \(seed)")
      document = Document(parsing: text)
    }
    return document
  }

  private func visible(_ text: [UInt8]) -> [UInt8] {
    String(decoding: text, as: UTF8.self).unicodeScalars.filter { !" \t\r\n\u{FEFF}".unicodeScalars.contains($0) }
      .flatMap { Array(String($0).utf8) }
  }

  /// The text after each '#' that may open a comment, one at the start of a line or after a blank, without blanks and
  /// commas; sorted.
  private func comments(_ text: [UInt8]) -> [String] {
    var text = text[...]
    while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    return text.split(separator: UInt8(ascii: "\n")).flatMap { line in
      line.indices.filter { index in
        line[index] == UInt8(ascii: "#") && (index == line.startIndex || " \t\r".utf8.contains(line[index - 1]))
      }.map { String(decoding: line[$0...].filter { !" \t\r,".utf8.contains($0) }, as: UTF8.self) }
    }.sorted()
  }
}

extension Chance {
  /// The text with typing errors for which a fix may be offered.
  mutating func slipped(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0..<below(3) {
      let colons = text.indices.filter { text[$0] == UInt8(ascii: ":") }
      guard let colon = colons.isEmpty ? nil : one(of: colons), colon + 1 < text.count else { return text }
      switch below(4) {
      case 0: text.remove(at: colon + 1)
      case 1: text.insert(UInt8(ascii: "\t"), at: colon + 1)
      case 2:
        text.replaceSubrange(colon + 1..<colon + 2, with: one(of: ["#", "&", "|", "-", "'", "[", "//", "?", "%"]).utf8)
      default: text.insert(UInt8(ascii: "#"), at: colon + 1)
      }
    }
    return text
  }
}

/// PyYAML's reader, asked for many pairs at once.
private struct SecondReader {
  private let folder: TemporaryFolder
  private let handle: FileHandle

  init() throws {
    folder = try TemporaryFolder()
    try Data().write(to: folder.url("pairs"))
    handle = try FileHandle(forWritingTo: folder.url("pairs"))
  }

  func compare(_ seed: Int, _ before: [UInt8], _ after: [UInt8]) throws {
    let pair: [Any] = [seed, String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self)]
    try handle.write(contentsOf: JSONSerialization.data(withJSONObject: pair) + [UInt8(ascii: "\n")])
  }

  /// The reader's output for the pairs that differ; empty when all mean the same.
  func differences() throws -> String {
    try handle.close()
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Validation/same_meaning.py")
    let command = ["sh", "-c", "exec python3 \"$1\" < \"$2\"", "sh", script.path(), folder.url("pairs").path()]
    let read = try Program(command, in: "/", variables: ProcessInfo.processInfo.environment).run()
    #expect(read.status == 0, "\(read.errors)")
    return read.output
  }
}
