extension GitEnvironment {
  /// The pager's command line, as git itself chooses it (`GIT_PAGER`, `core.pager`, `PAGER`, then `less`), or `nil`.
  package var pager: String? {
    guard let answer = try? git(["var", "GIT_PAGER"]), answer.succeeded else { return nil }
    let name = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return ["", "cat"].contains(name) ? nil : name
  }

  /// Shows a text in a pager on our terminal, and waits until the pager is closed.
  ///
  /// - Returns: false when the pager could not be started and nothing was shown.
  package func page(_ text: String, with pager: String) -> Bool {
    // Git's own settings: do not wait when the text fits on one screen, and show colours.
    let settings = ["LESS": "FRX", "LV": "-c"].filter { self[$0.key] == nil }
    let status = try? runInTerminal(pager, input: Array(text.utf8), setting: settings, to: "show the output")
    return status.map { $0 != 126 && $0 != 127 } ?? false
  }
}
