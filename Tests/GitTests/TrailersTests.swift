import Git
import TestSupport
import Testing

@Suite struct TrailersTests {
  static let messages = [
    "Subject\n\nNorthstar-Decision: replace\n",
    "Subject\n\nBody.\n\nNorthstar-Decision: replace\nNorthstar-Review: 2026-q1\n",
    "Subject\n\nBody.\n\nKey:value\nOther-Key :  spaced  \n\n\n",
    "Subject\n\nKey: a value\n  that goes on\n\tand on\nNext: one\n",
    "Key: only a subject\n",
    "Subject\n\nNot a trailer\nKey: value\n",
    "Subject\n\nwords one\nwords two\nSigned-off-by: Ada <ada@example.com>\n",
    "Subject\n\nwords\nwords\nwords\nwords\nSigned-off-by: Ada <ada@example.com>\n",
    "Subject\n\nKey: value\n(cherry picked from commit 0123456789012345678901234567890123456789)\n",
    "Subject\n\nKey: value\n\nA paragraph after it.\n",
    "Subject\n\nkey: lower\nKEY: upper\n",
    "Subject\n\nEmpty:\nKey: value\n",
    "Subject\n\nA key with spaces: value\nKey: value\n",
    "Subject\n\nSchlüssel: no key\nKey: value\n",
    "Subject\n\nKey: value with: colons: inside\n",
    "Subject\nsecond line of the subject\nKey: value\n",
    "Subject\n",
    "Subject\n\nhttps://example.com/page\n",
    "Subject\n\nKey: Größe – 会議\n",
    "Subject\n\n  Key: indented\n",
    "Subject\n\nKey\u{A0}: no key\nKey: value\n",
    "Subject\n\nKey: value\n\u{A0}\nKey: other\n",
    "Subject\n\n\u{212A}ey: no key\nKey: value\nSigned-off-by: Ada <ada@example.com>\n",
    "Subject\n\nBody\n\n  goes on: no\nKey: value\n",
  ]

  @Test func trailersAreThoseThatGitLogPrints() throws {
    let sandbox = try Sandbox.empty()
    try sandbox.strategy()
    for message in Self.messages {
      try sandbox.git(
        "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-", input: message)
      // Git shows its own remark on a cherry-pick among the trailers; it has no key.
      let printed = try sandbox.git("log", "-1", "--format=%(trailers:only,unfold)").split(separator: "\n")
        .filter { !$0.hasPrefix("(cherry picked") }
      let found = Trailers(message).all.map { "\($0.key): \($0.value)" }
      #expect(found == printed.map { $0.trimmedAtEnd }, "\(message)")
    }
  }

  @Test func aKeyIsFoundWhateverItsCase() {
    let trailers = Trailers("Subject\n\nNorthstar-Decision: keep\nnorthstar-decision: refine\n")
    #expect(trailers["NORTHSTAR-DECISION"] == ["keep", "refine"])
    #expect(trailers["Northstar"].isEmpty)
  }

  /// Unicode has a lower-case letter for the Kelvin sign; git has none.
  @Test func onlyTheCaseOfASCIILettersIsFolded() {
    let trailers = Trailers("Subject\n\nKey: value\nks: two\n")
    #expect(trailers["KEY"] == ["value"])
    #expect(trailers["\u{212A}ey"].isEmpty)
    #expect(trailers["k\u{17F}"].isEmpty)
  }
}

extension Substring {
  /// `Empty: ` and `Empty:` mean the same.
  fileprivate var trimmedAtEnd: String { hasSuffix(":") ? "\(self) " : String(self) }
}
