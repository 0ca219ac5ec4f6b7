import StrategyModel
import StrictYAML
import Testing

@Suite struct ReadingTests {
  private func read(_ text: String, path: String = "metrics/a.yaml") -> StrategyFile {
    StrategyFile(path: path, in: "", text: Array(text.utf8))
  }

  private func faults(_ text: String, path: String = "metrics/a.yaml") -> [FieldFault.Kind] {
    read(text, path: path).fieldFaults.map(\.kind)
  }

  /// The place of a value in its file, as text.
  private func text(_ range: ByteRange, of source: String) -> String {
    String(decoding: Array(source.utf8)[range.indices], as: UTF8.self)
  }

  @Test(arguments: Kind.allCases)
  func examplesOfFieldsAreReadWithoutFault(_ kind: Kind) {
    let lines = kind.description.fields.compactMap { field in field.example.map { "\(field.name): \($0)" } }
    let wrong = faults(
      lines.joined(separator: "\n") + "\n", path: kind.folder.map { "\($0)/x.yaml" } ?? "northstar.yaml"
    )
    .filter { if case .missingField = $0 { false } else { true } }
    #expect(wrong.isEmpty)
  }

  @Test func anUnknownFieldNamesTheKnownOnes() throws {
    let text = "kind: team\nid: a\nname: A\nlaed: ada\nlead: ada\n"
    let file = read(text, path: "teams/a.yaml")
    let fault = try #require(file.fieldFaults.first)
    guard case .unknownField(let unknown) = fault.kind else {
      Issue.record("\(fault)")
      return
    }
    #expect(unknown.name == "laed")
    #expect(unknown.known.contains("lead"))
    #expect(unknown.keys == ["kind", "id", "name", "laed", "lead"])
    #expect(self.text(fault.range, of: text) == "laed")
  }

  @Test func valuesKeepTheirPlaces() throws {
    let text = "kind: cycle\nid: 2026-q1\nstarts: 2026-01-01   # new year\nends: '2026-03-31'\nstate: active\n"
    let strategy = Strategy(folder: "", files: [read(text, path: "cycles/2026-q1.yaml")])
    let cycle = try #require(strategy.cycles["2026-q1"])
    let starts = try #require(cycle.starts)
    let ends = try #require(cycle.ends)
    #expect(starts.value.description == "2026-01-01")
    #expect(self.text(starts.range, of: text) == "2026-01-01")
    #expect(self.text(ends.range, of: text) == "'2026-03-31'")
  }

  @Test(arguments: [
    ("confidence: 1.5", FieldFault.Kind.outOfRange(value: "1.5", allowed: "0 to 1")),
    ("confidence: high", .wrongType(expected: "a number from 0 to 1", found: "'high'")),
    ("confidence: nan", .wrongType(expected: "a number from 0 to 1", found: "'nan'")),
    ("confidence: 0x1", .wrongType(expected: "a number from 0 to 1", found: "'0x1'")),
    ("confidence: [1]", .wrongType(expected: "a number from 0 to 1", found: "a list")),
    ("confidence:", .emptyValue(expected: "a number from 0 to 1")),
  ])
  func wrongValuesAreFaults(_ line: String, _ expected: FieldFault.Kind) {
    let text =
      "kind: initiative\nid: a\nname: A\nteam: t\ninput: i\nstate: running\nexpected:\n  change: 1\n  \(line)\n"
    #expect(faults(text, path: "initiatives/a.yaml") == [expected])
  }

  @Test func kindComesFromTheFileAndElseFromTheFolder() {
    #expect(read("kind: team\n", path: "metrics/a.yaml").kind == .team)
    #expect(read("id: a\n", path: "metrics/a.yaml").kind == .metric)
    #expect(read("kind: tem\n", path: "metrics/a.yaml").problem == .unknownKind("tem", ByteRange(6, 9)))
    #expect(read("- a\n").problem == .notAMapping)
    #expect(read("# nothing\n").problem == .empty)
  }

  @Test func damagedFilesArePresumedToDescribeWhatTheirPathSays() {
    let strategy = Strategy(folder: "", files: [read("id: [\n", path: "metrics/growth/a.yaml")])
    #expect(!strategy.contains(.metric, "a"))
    #expect(strategy.mayHave(.metric, "a"))
    #expect(!strategy.mayHave(.team, "a"))
  }

  @Test(arguments: ["activation-rate", "2026-q1", "a", "q4-2025-x"])
  func identifiers(_ text: String) { #expect(Identifier.isValid(text)) }

  @Test(arguments: ["", "A", "a--b", "-a", "a-", "2026", "true", "null", "1e5", "0x1f", "a_b", "a/b", "é", "no", "a b"])
  func notIdentifiers(_ text: String) { #expect(!Identifier.isValid(text)) }
}
