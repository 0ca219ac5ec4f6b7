import Diagnostics
import StrategyModel
import StrictYAML

/// A rule that reports one family of faults of the text itself.
protocol SyntaxRule: Rule {
  var family: SyntaxFamily { get }
}

extension SyntaxRule {
  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles {
      for fault in strategy.files[position].syntaxFaults where fault.kind.family == family {
        report.add(fault, in: strategy.files[position])
      }
    }
  }
}

/// What people have to do about a fault of the text; for each there is a rule.
enum SyntaxFamily {
  case mistake, refusedFeature, mergeConflict, notPlainText, duplicateKey, tooLargeOrDeep
}

extension SyntaxFault.Kind {
  var family: SyntaxFamily {
    switch self {
    case .notUTF8, .utf16, .utf32, .byteOrderMark, .nulByte, .controlCharacter, .unicodeLineBreak, .loneCarriageReturn:
      .notPlainText
    case .tooLarge, .tooDeep:
      .tooLargeOrDeep
    case .anchor, .alias, .tag, .mergeKey, .complexKey, .directive, .severalDocuments, .documentEnd, .multilinePlain,
      .multilineQuoted, .multilineFlow, .flowPair:
      .refusedFeature
    case .conflict, .conflictMarker:
      .mergeConflict
    case .duplicateKey:
      .duplicateKey
    case .tooManyFaults, .tab, .badIndentation, .keyWithoutSpace, .notAnEntry, .emptyKey, .keyTooLong, .itemInMapping,
      .keyInSequence, .itemOnKeyLine, .unclosedQuote, .badEscape, .textAfterValue, .colonInPlain, .indicatorStart,
      .blockHeader, .emptyBlock, .blockIndentation, .blockWithoutLineBreak, .unclosedBracket, .strayBracket,
      .missingComma, .emptyItem, .keyWithoutValue, .indicatorKey, .questionInFlow:
      .mistake
    }
  }
}

extension Report {
  fileprivate mutating func add(_ fault: SyntaxFault, in file: StrategyFile) {
    add(
      fault.message, at: Location(path: file.path, range: fault.range), subject: file.subject,
      notes: fault.notes.map { Note($0.message, at: Location(path: file.path, range: $0.range)) },
      help: fault.help.map { [$0] } ?? [], fixes: fault.fix.map { [Fix($0.title, .safe, [$0.edit])] } ?? [])
  }
}
