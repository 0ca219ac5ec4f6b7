/// One thing in a text that is not YAML, or that this strict subset refuses.
package struct SyntaxFault: Sendable, Hashable {
  /// Another place that belongs to a fault.
  package struct Note: Sendable, Hashable {
    package let range: ByteRange
    package let message: String
  }

  /// An edit that removes a fault and keeps the only meaning that the author can have had.
  package struct Fix: Sendable, Hashable {
    /// What it does, as a lower-case imperative.
    package let title: String
    package let edit: TextEdit

    init(_ title: String, _ lower: Int, _ upper: Int, _ text: String) {
      self.title = title
      edit = TextEdit(lower, upper, Array(text.utf8))
    }
  }

  package let kind: Kind
  package let range: ByteRange
  /// One lower-case clause of at most 80 characters, without a final period.
  package let message: String
  package let notes: [Note]
  /// An imperative sentence, or nil when the message says it all.
  package let help: String?
  /// Nil when it is not certain what was meant.
  package let fix: Fix?

  init(
    _ kind: Kind, _ range: ByteRange, _ message: String, notes: [Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

extension SyntaxFault {
  /// What a fault is about; each has its own message.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    // The text as a whole and its characters.
    case notUTF8, utf16, utf32, byteOrderMark, nulByte, controlCharacter, unicodeLineBreak, loneCarriageReturn
    case tooLarge, tooDeep, tooManyFaults
    // Parts of YAML that are refused.
    case anchor, alias, tag, mergeKey, complexKey, directive, severalDocuments, documentEnd
    case multilinePlain, multilineQuoted, multilineFlow, flowPair
    // Mistakes in the layout.
    case tab, badIndentation, conflict, conflictMarker
    // Mistakes in a mapping or a sequence.
    case duplicateKey, keyWithoutSpace, notAnEntry, emptyKey, keyTooLong, indicatorKey, itemInMapping, keyInSequence,
      itemOnKeyLine
    // Mistakes in a scalar.
    case unclosedQuote, badEscape, textAfterValue, colonInPlain, indicatorStart
    case blockHeader, emptyBlock, blockIndentation, blockWithoutLineBreak
    // Mistakes in a flow collection.
    case unclosedBracket, strayBracket, missingComma, emptyItem, keyWithoutValue, questionInFlow
  }
}
