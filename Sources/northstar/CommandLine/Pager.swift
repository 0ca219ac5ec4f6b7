import Git
import Presentation

extension Console {
  /// Prints an answer that may be long: on a terminal through the pager that git would use.
  func show(_ text: String) {
    guard !text.isEmpty, terminal.isInteractive, terminal.usesPager, let pager = git.pager else { return write(text) }
    let shown = git.page(SafeText(text, coloured: terminal.usesColor).text, with: pager)
    if !shown { write(text) }
  }
}
