import StrictYAML
import Testing

@Suite("Faults of a text")
struct FaultTests {
  @Test(arguments: FaultExample.all)
  func aFaultIsReportedOnceAtItsPlace(example: FaultExample) {
    let document = Document(example.text)
    #expect(document.faults.map(\.kind) == [example.kind])
    #expect(document.faults.map { Int($0.range.lower) } == [example.offset])
  }

  @Test(arguments: FaultExample.all.filter(\.isLocal))
  func entriesAroundAFaultAreStillRead(example: FaultExample) throws {
    let start = example.kind == .directive ? "" : "before: 1\n"
    let document = Document(start + example.text + "after: 2\n")
    let root = try #require(document.root)
    #expect(document.faults.map(\.kind) == [example.kind])
    #expect(document.value(forKey: "before", in: root) != nil || start.isEmpty)
    #expect(document.value(forKey: "after", in: root) != nil)
  }

  @Test(arguments: FaultExample.all)
  func lineEndsOfAnotherKindMakeNoDifference(example: FaultExample) {
    let document = Document(example.text.replacing("\n", with: "\r\n"))
    #expect(document.faults.map(\.kind) == [example.kind])
  }

  @Test(arguments: FaultExample.all)
  func messagesKeepTheHouseStyle(example: FaultExample) {
    for fault in Document(example.text).faults {
      #expect(fault.message.count <= 80)
      #expect(fault.message.first?.isUppercase == false)
      #expect(fault.message.last != ".")
      #expect(fault.help?.last != Optional(",") && fault.help?.first?.isUppercase != false)
    }
  }

  @Test func everyKindHasAnExample() {
    let elsewhere: Set<SyntaxFault.Kind> = [
      .notUTF8, .utf16, .utf32, .byteOrderMark, .nulByte, .tooLarge, .tooManyFaults,
    ]
    let missing = Set(SyntaxFault.Kind.allCases).subtracting(FaultExample.all.map(\.kind)).subtracting(elsewhere)
    #expect(missing.isEmpty)
  }

  @Test(arguments: FaultExample.all)
  func aFixTakesItsFaultAway(example: FaultExample) throws {
    let document = Document(example.text)
    for fix in document.faults.compactMap(\.fix) {
      let fixed = Document(parsing: try TextEdit.apply([fix.edit], to: document.text))
      #expect(fixed.faults.isEmpty)
    }
  }

  @Test func severalFaultsAreReportedInSourceOrder() {
    let document = Document("a: *x\nb: [c\nd: \"e\nf: g: h\n\ti: j\na: k\n")
    #expect(
      document.faults.map(\.kind) == [.alias, .unclosedBracket, .unclosedQuote, .colonInPlain, .tab, .duplicateKey])
  }

  @Test func aDuplicateNotesTheFirstPlace() {
    let document = Document("a: b\nc: d\na: e\n")
    #expect(document.faults.first?.notes.map(\.range) == [ByteRange(0, 1)])
  }

  @Test func aConflictNotesBothSides() {
    let document = Document("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> theirs\n")
    #expect(document.faults.first?.notes.map(\.range) == [ByteRange(18, 25), ByteRange(31, 45)])
    #expect(document.tree == .mapping([.init(key: .scalar("a"), value: .scalar("b"))]))
  }

  @Test func aTabInFrontOfABlocksTextIsCalledATab() {
    #expect(Document("a: |\n\tb\nc: d\n").faults.map(\.kind) == [.tab])
  }

  @Test(arguments: [
    ("a: \"\\0\"\n", "escape of the NUL character is not used here"),
    ("a: \"\\ud83d\"\n", "escape of half a character; write all of it as '\\U' and eight digits"),
    ("a: \"\\q\"\n", "unknown or incomplete escape in double quotes"),
  ])
  func anEscapeThatIsRefusedOnPurposeIsNotCalledUnknown(text: String, message: String) {
    #expect(Document(text).faults.map(\.message) == [message])
  }

  @Test(arguments: ["a: [\"b\n  c\"]\n"])
  func quotedTextOverSeveralLinesIsCalledSo(text: String) {
    #expect(Document(text).faults.first?.kind == .multilineQuoted)
  }

  @Test(arguments: [
    "a:#b\n", "url: x\nhttp://x.org\n", "x: y\n12:30\n", "x: y\nC:\\dir\n", "a: \"b\"#c\n", "x: y\na:&b\n",
  ])
  func noFixIsOfferedWhereTheTextMayMeanSomethingElse(text: String) {
    let faults = Document(text).faults
    #expect(!faults.isEmpty && faults.allSatisfy { $0.fix == nil })
  }

  @Test func faultsEndAtALimit() {
    let document = Document(String(repeating: "a: *b\n", count: 1000))
    #expect(document.faults.count == 101)
    #expect(document.faults.last?.kind == .tooManyFaults)
  }
}

@Suite("Texts in other encodings")
struct EncodingTests {
  private func kinds(_ text: [UInt8]) -> [SyntaxFault.Kind] {
    Document(parsing: text).faults.map(\.kind)
  }

  @Test func utf16IsNamed() {
    #expect(kinds([0xFF, 0xFE, 0x61, 0, 0x3A, 0]) == [.utf16])
    #expect(kinds([0xFE, 0xFF, 0, 0x61, 0, 0x3A]) == [.utf16])
    #expect(kinds([0x61, 0, 0x3A, 0, 0x20, 0]) == [.utf16])
    #expect(kinds([0, 0x61, 0, 0x3A, 0, 0x20]) == [.utf16])
  }

  @Test func utf32IsNamed() {
    #expect(kinds([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == [.utf32])
    #expect(kinds([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]) == [.utf32])
    #expect(kinds([0x61, 0, 0, 0, 0x3A, 0, 0, 0]) == [.utf32])
    #expect(kinds([0, 0, 0, 0x61, 0, 0, 0, 0x3A]) == [.utf32])
  }

  @Test func aByteOrderMarkIsReportedAndTheRestRead() {
    let document = Document("\u{FEFF}a: b\n")
    #expect(document.faults.map(\.kind) == [.byteOrderMark])
    #expect(document.tree == Document("a: b\n").tree)
    #expect(document.faults.first?.fix?.edit.range == ByteRange(0, 3))
  }

  @Test func theFirstByteThatIsNotUTF8IsNamed() {
    let latin1 = Array("a: b\nname: gr".utf8) + [0xF6] + Array("n\nother: ".utf8) + [0xE4] + Array("hnlich\n".utf8)
    let document = Document(parsing: latin1)
    #expect(document.faults.map(\.kind) == [.notUTF8])
    #expect(document.faults.first?.range == ByteRange(13, 14))
    #expect(document.faults.first?.message == "byte 0xF6 at offset 13 is not UTF-8")
    #expect(document.root != nil)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0x80], [0xC3],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func overlongSurrogateAndTruncatedSequencesAreNotUTF8(sequence: [UInt8]) {
    #expect(kinds(Array("key: some more text ".utf8) + sequence + [10]) == [.notUTF8])
    #expect(kinds(Array("key: some more text ".utf8) + sequence) == [.notUTF8])
  }

  @Test func everyCharacterIsCheckedLikeTheStandardLibraryDoes() {
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value % 7 == 0 || value < 0x3000 else { continue }
      let faults = kinds(Array("a: x\(Character(scalar))\n".utf8))
      let isRefused = value < 0xA0 || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(value)
      guard faults.isEmpty == isRefused else { continue }
      Issue.record("U+\(String(value, radix: 16)): \(faults)")
    }
  }

  @Test func aBinaryFileIsOneFault() {
    #expect(kinds([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0]).last == .nulByte)
    #expect(kinds((0..<2000).map { UInt8(truncatingIfNeeded: 128 + $0 % 128) }) == [.notUTF8])
  }

  @Test func aTextBeyondTheLimitIsNotRead() {
    let document = Document(parsing: [UInt8](repeating: 32, count: Document.maximumSize + 1))
    #expect(document.faults.map(\.kind) == [.tooLarge])
    #expect(document.root == nil)
  }
}
