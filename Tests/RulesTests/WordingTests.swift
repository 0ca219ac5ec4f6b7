import Diagnostics
import Rules
import Testing

/// One voice in everything that the rules say.
@Suite struct WordingTests {
  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func messagesAreOneLowerCaseClause(_ name: String) throws {
    for diagnostic in try diagnostics(of: name) {
      let message = diagnostic.message
      #expect(message.startsLikeAClause, "\(message)")
      #expect(message.last != ".", "\(message)")
      #expect(message.count <= 80, "\(message) has \(message.count) characters")
      #expect(!message.contains("\"") && !message.contains("`") && !message.contains("\n"), "\(message)")
    }
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func notesAreClausesAndHelpIsASentence(_ name: String) throws {
    for diagnostic in try diagnostics(of: name) {
      for note in diagnostic.notes {
        #expect(note.message.startsLikeAClause && note.message.last != ".", "\(note.message)")
      }
      for help in diagnostic.help {
        #expect(help.first?.isUppercase == true && (help.last == "." || help.last == "?"), "\(help)")
      }
      for fix in diagnostic.fixes {
        #expect(fix.title.startsLikeAClause && !fix.edits.isEmpty, "\(fix.title)")
      }
    }
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func everyDiagnosticSaysWhichEntityIsAtFault(_ name: String) throws {
    for diagnostic in try diagnostics(of: name) { #expect(!diagnostic.subject.isEmpty) }
  }

  private func diagnostics(of name: String) throws -> [Diagnostic] {
    try #require(Outcome.wrong[name]).flatMap(\.diagnostics)
  }
}

extension String {
  /// Whether it begins with a small letter, a quoted name, a number, or a name of our own.
  fileprivate var startsLikeAClause: Bool {
    guard let first else { return false }
    return first.isLowercase || first.isNumber || first == "'" || hasPrefix("NSM") || hasPrefix("OKR")
  }
}
