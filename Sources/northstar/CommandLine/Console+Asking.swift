import StrategyModel
import StrategyStore

extension Console {
  /// A person's answer, trimmed; "" for Enter alone. Throws at the end of the input: nothing is written then.
  ///
  /// If a key that is not text was pressed, such as an arrow, the answer is unclear and the question is repeated.
  func answer(to question: String) throws(StrategyError) -> String {
    while true {
      ask(question)
      guard let line = input.next() else {
        note("")
        throw StrategyError(message: "stopped; nothing was written")
      }
      if !line.unicodeScalars.contains(where: \.isRefusedControl) {
        return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      note("  The answer contains a key that is not text, such as an arrow. Type it again.")
    }
  }
}
