import Decisions
import Diagnostics
import Dispatch
package import Presentation
import Synchronization

/// Transforms every element, using all cores; the results are in the order of the elements.
package func sideBySide<Element: Sendable, Output: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) -> Output
) -> [Output] {
  let found = Mutex<[Int: Output]>([:])
  DispatchQueue.concurrentPerform(iterations: elements.count) { position in
    let output = body(elements[position])
    found.withLock { $0[position] = output }
  }
  let outputs = found.withLock { $0 }
  return elements.indices.compactMap { outputs[$0] }
}

/// How all open proposals interact.
package struct ProposalConflicts {
  private let open: [OpenChange]
  private let pairs: [(first: String, second: String, meeting: PairOutcome)]

  package init(_ open: [OpenChange], on destination: TargetStrategy) {
    self.open = open
    let usable = open.filter { $0.conflicts.isEmpty && $0.errors.isEmpty }
    let pairs = usable.indices.flatMap { first in
      usable.indices.dropFirst(first + 1).map { (usable[first], usable[$0]) }
    }
    self.pairs = sideBySide(pairs) { first, second in (first.id, second.id, first.meets(second, on: destination)) }
  }

  package var isClean: Bool { spoiled.isEmpty && pairs.allSatisfy { $0.meeting.word == "clean" } }

  /// The proposals that cannot land as they are, regardless of the others.
  private var spoiled: [OpenChange] { open.filter { !$0.conflicts.isEmpty || !$0.errors.isEmpty } }

  package var text: String {
    func count(_ word: String) -> Int { pairs.count { $0.meeting.word == word } }
    var lines = [
      "\(counted(open.count, "open proposal")), \(counted(pairs.count, "pair")): \(count("clean")) clean, \(count("textual")) textual, "
        + "\(count("semantic")) semantic conflicts"
    ]
    for change in spoiled {
      lines += ["", "\(change.id.visible) does not land as it is:"] + change.reasons.map { "  \($0.visible)" }
    }
    for pair in pairs where pair.meeting.word != "clean" {
      lines += ["", "\(pair.first.visible) and \(pair.second.visible): \(pair.meeting.word)"]
      lines += pair.meeting.reasons.map { "  \($0.visible)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: JSONValue {
    [
      "formatVersion": "1.1", "proposals": .array(open.map { .string($0.id) }),
      "blocked": .array(
        spoiled.map { change -> JSONValue in
          ["id": .string(change.id), "reasons": .array(change.reasons.map(JSONValue.string))]
        }),
      "pairs": .array(
        pairs.map { pair -> JSONValue in
          [
            "first": .string(pair.first), "second": .string(pair.second), "outcome": .string(pair.meeting.word),
            "reasons": .array(pair.meeting.reasons.map(JSONValue.string)),
          ]
        }),
    ]
  }
}

extension OpenChange {
  fileprivate var reasons: [String] { conflicts.map(\.summary) + errors.map(\.sentence) }
}

extension PairOutcome {
  fileprivate var word: String {
    switch self {
    case .clean: "clean"
    case .textual: "textual"
    case .semantic: "semantic"
    }
  }

  fileprivate var reasons: [String] {
    switch self {
    case .clean: []
    case .textual(let conflicts): conflicts.map(\.summary)
    case .semantic(let errors): errors.map(\.sentence)
    }
  }
}

extension Diagnostic {
  /// `NS201 metric/activation-rate: …`
  fileprivate var sentence: String { "\(rule) \(subject): \(message)" }
}
