import StrictYAML
import TestSupport
import Testing

@testable import benchmarks

/// Texts that would be very slow with a reader that goes back or looks ahead too often.
@Suite("Cost of reading", .serialized)
struct CostTests {
  /// The benchmarks measure how long it takes.
  @Test(arguments: CostlyText.all.map(\.name))
  func nodesAndFaultsAreBoundedByTheText(name: String) throws {
    let text = try #require(CostlyText.all.first { $0.name == name })
    for prefix in CostlyText.prefixes {
      let document = Document(parsing: text.bytes(behind: prefix, size: 1 << 17))
      #expect(document.nodes.count <= document.text.count + 1)
      #expect(document.faults.count <= 101)
    }
  }

  @Test func randomBytesNeverTrap() {
    var generator = Chance(stream: 7)
    for _ in 0..<300 {
      let bytes = (0..<generator.below(5000)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let document = Document(parsing: bytes)
      #expect(document.faults.count <= 101)
    }
  }

  @Test func everyCutOfATextIsRead() {
    var generator = Chance(stream: 11)
    let text = (0..<40).flatMap { _ in generator.document() }
    for end in 0...text.count {
      let document = Document(parsing: Array(text[..<end]))
      #expect(document.text.count == end)
    }
  }

  @Test func editingAndFormattingTakeLinearTime() throws {
    let items = (0..<40_000).map { "  - id: item-\($0) # note\n    unit:   percent\n" }.joined()
    let document = Document("list:\n" + items)
    let formatted = try document.formatted { _ in ["unit", "id"] }
    #expect(Document(parsing: formatted).faults.isEmpty)
    let edited = try document.applying([
      .set(["list", 39_999, "unit"], "x"), .append(["list"], "y"), .remove(["list", 20_000]),
    ])
    #expect(edited.faults.isEmpty)
  }
}
