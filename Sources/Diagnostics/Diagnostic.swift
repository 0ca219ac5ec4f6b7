package import StrictYAML

/// One thing that is wrong with the user's files.
///
/// Message: one lower-case clause without a final period, names in 'single quotes', at most 80 characters.
package struct Diagnostic: Sendable, Hashable {
  package var rule: RuleID
  /// The rule's name, as a person types it: `unowned-input`.
  package var ruleName: String
  package var severity: Severity
  package var message: String
  package var location: Location
  /// The entity at fault, `metric/activation-rate`; waivers and fingerprints name it.
  package var subject: String
  package var notes: [Note]
  /// Imperative sentences: what to do now.
  package var help: [String]
  package var fixes: [Fix]
  /// How many further faults of the rule in this file it summarises; 0 for a single fault.
  package var more = 0

  package init(
    rule: RuleID, ruleName: String, severity: Severity, message: String, location: Location, subject: String,
    notes: [Note] = [], help: [String] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.ruleName = ruleName
    self.severity = severity
    self.message = message
    self.location = location
    self.subject = subject
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }
}

/// The permanent code of a rule: `NS301`. Never reused.
package struct RuleID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let code: String

  package init(_ code: String) { self.code = code }
  package init(stringLiteral code: String) { self.code = code }
  package var description: String { code }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.code < b.code }
}

/// How bad a fault is. Only errors make `check` fail (by default).
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in a file: a path relative to the repository's top, and the bytes meant.
package struct Location: Sendable, Hashable, Comparable {
  package var path: String
  package var range: ByteRange

  package init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }

  package static func < (a: Location, b: Location) -> Bool {
    (a.path, a.range.lower, a.range.upper) < (b.path, b.range.lower, b.range.upper)
  }
}

/// Something else the reader should look at, with or without a place.
package struct Note: Sendable, Hashable {
  package var message: String
  package var location: Location?

  package init(_ message: String, at location: Location? = nil) {
    self.message = message
    self.location = location
  }
}

/// A change of text that removes the fault.
package struct Fix: Sendable, Hashable {
  /// Whether the fix keeps the only meaning that the author can have had.
  package enum Safety: String, Sendable, CaseIterable {
    case safe
    case needsReview = "needs-review"
  }

  package var title: String
  package var safety: Safety
  /// All of them in the file of the diagnostic's location.
  package var edits: [TextEdit]

  package init(_ title: String, _ safety: Safety, _ edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
