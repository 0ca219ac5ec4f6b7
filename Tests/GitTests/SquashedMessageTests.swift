import Git
import TestSupport
import Testing

@Suite struct SquashedMessageTests {
  private func moves(_ message: String) -> [String] { SquashedMessage(message)["Moves"] }

  private let list = """
    Shorter way to the first workflow (#41)

    * Ask for the calendar later

    Most people stop at the calendar.

    Moves: a

    * Show who is invited

    Moves: b
    Reviewed-by: Kim

    """

  @Test func aListOfSubjectsHoldsMessages() {
    #expect(moves(list) == ["b", "a", "b"])
    #expect(moves(list.replacing("\n", with: "\r\n")).sorted() == ["a", "b", "b"])
  }

  @Test(arguments: ["---------", "----", "--------------------"])
  func aLineOfDashesEndsThem(_ rule: String) {
    let tail = "\n\(rule)\n\nCo-authored-by: Kim Ito <kim@demo.example>\n"
    #expect(moves(list + tail) == ["a", "b"])
    #expect(moves("Subject\n\nBody.\n\nMoves: a\n" + tail) == ["a"])
    #expect(SquashedMessage(list + tail)["Co-authored-by"].count == 1)
  }

  @Test func gitsOwnSquashIsRead() throws {
    let sandbox = try Sandbox.empty()
    try sandbox.strategy()
    try sandbox.git("switch", "-q", "-c", "topic")
    for name in ["a", "b"] {
      try sandbox.git(
        "commit", "-q", "--allow-empty", "-F", "-", input: "Change \(name)\n\nWhy.\n\nMoves: \(name)\n")
    }
    let text = try sandbox.git("log", "--format=medium", "-2")
    let message = "Squashed commit of the following:\n\n\(text)"
    #expect(moves(message) == ["b", "a"])
    #expect(moves("Merge topic\n\n\(message)\n") == ["b", "a"])
  }

  @Test(arguments: [
    "Subject\n\nMoves: a\n\nA paragraph behind it.\n", "Subject\n\n* one\n* two\n\nNothing.\n", "Moves: a\n", "",
    "Subject\n\n---\n", "Squashed commit of the following:\n", "* \n\n* \n", "----\n----\n",
    "Subject\n\nMoves: a\n\n---\n\nThree dashes are not a host's line.\n",
  ])
  func whatNobodySquashedHoldsNothing(_ message: String) {
    #expect(moves(message).isEmpty)
  }

  @Test func aSquashOfSquashesIsReadThrough() {
    let inner = list.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(
      separator: "\n")
    let message = "Squashed commit of the following:\n\ncommit 1\nAuthor: x\n\n\(inner)\n"
    #expect(Set(moves(message)) == ["a", "b"])
    #expect(moves(String(repeating: "* ", count: 5000) + "\n\nMoves: a\n").contains("a"))
  }
}
