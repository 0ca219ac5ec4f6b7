import StrictYAML
import TestSupport
import Testing

@Suite("Laws of the tree")
struct TreeLawTests {
  private func forEachDocument(_ count: Int, _ check: (Int, Document) -> String?) {
    for seed in 0..<count {
      var generator = Chance(stream: seed)
      let document = Document(parsing: generator.anything())
      guard let problem = check(seed, document) else { continue }
      Issue.record("seed \(seed): \(problem)\n\(String(decoding: document.text, as: UTF8.self).debugDescription)")
      return
    }
  }

  @Test func everyByteBelongsToAScalarAnIndicatorACommentOrABlank() {
    forEachDocument(20_000) { _, document in
      guard document.faults.isEmpty else { return nil }
      var end = 0
      for node in document.nodes where node.kind == .scalar {
        let range = node.range.indices
        if range.lowerBound < end { return "overlapping scalars" }
        if !isLayout(document.text[end..<range.lowerBound]) { return "text between scalars in front of \(range)" }
        end = range.upperBound
      }
      return isLayout(document.text[end...]) ? nil : "text behind the last scalar"
    }
  }

  /// Whether bytes between two scalars have no meaning of their own.
  private func isLayout(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.allSatisfy { line in
      line.prefix { $0 != "#" }.allSatisfy { " \t:-,[]{}".contains($0) }
    }
  }

  @Test func subtreesNestAndStandInSourceOrder() {
    forEachDocument(20_000) { _, document in
      guard let root = document.root else { return document.nodes.isEmpty ? nil : "nodes without a root" }
      if Int(document[root].next) != document.nodes.count { return "the root does not span all nodes" }
      for (index, node) in document.nodes.enumerated() {
        if Int(node.range.upper) > document.text.count { return "range beyond the text" }
        if node.kind == .scalar, Int(node.next) != index + 1 { return "scalar with children" }
        var child = index + 1
        var end = node.range.lower
        while child < Int(node.next) {
          let inner = document.nodes[child]
          if inner.range.lower < end || inner.range.upper > node.range.upper { return "child outside its parent" }
          (end, child) = (inner.range.upper, Int(inner.next))
        }
        if child != Int(node.next) { return "subtrees overlap" }
      }
      return nil
    }
  }

  @Test func everyNodeHasAText() {
    forEachDocument(20_000) { _, document in
      if document.faults.contains(where: { $0.kind == .notUTF8 }) { return nil }
      for index in document.nodes.indices {
        let id = NodeID(index: UInt32(index))
        let text = document.string(of: id)
        if document[id].kind == .scalar, !document.isScalar(id, equalTo: text) { return "\(text) differs from itself" }
      }
      return nil
    }
  }

  @Test func faultsStandInSourceOrderWithinTheText() {
    forEachDocument(20_000) { _, document in
      let starts = document.faults.map(\.range.lower)
      if starts != starts.sorted() { return "faults out of order" }
      let ranges = document.faults.flatMap { [$0.range] + $0.notes.map(\.range) }
      return ranges.allSatisfy { Int($0.upper) <= document.text.count } ? nil : "fault beyond the text"
    }
  }

  @Test func depthIsBounded() {
    func depth(_ document: Document, _ id: NodeID) -> Int {
      let inner =
        document.entries(of: id).map { depth(document, $0.value) } + document.items(of: id).map { depth(document, $0) }
      return document[id].kind == .scalar ? 0 : 1 + (inner.max() ?? 0)
    }
    let texts = [
      String(repeating: "[", count: 5000), String(repeating: "- ", count: 5000) + "a",
      (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "{a: ", count: 5000), String(repeating: "- [", count: 500),
      String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
    ]
    for document in texts.map({ Document($0) }) {
      #expect(document.root.map { depth(document, $0) } ?? 0 <= Document.maximumDepth)
    }
    #expect(Document(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).faults.isEmpty)
    #expect(Document(String(repeating: "- ", count: 64) + "a").faults.isEmpty)
  }
}
