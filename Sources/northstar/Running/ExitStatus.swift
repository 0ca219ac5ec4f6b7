/// How a command ends: git's own codes.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, and nothing to complain of.
  case clean = 0
  /// Done, with findings.
  case findings = 1
  /// Done, and there is a change, for a command that was asked to say so.
  case changes = 2
  /// Could not run.
  case failed = 128
  /// Called the wrong way.
  case usage = 129

  /// For manuals: a phrase that begins with a capital letter.
  var meaning: String {
    switch self {
    case .clean: "Done, and nothing to complain of"
    case .findings: "Done, with findings"
    case .changes: "Done, and there is a change ('propose plan --exit-code' alone)"
    case .failed: "It could not run"
    case .usage: "It was called the wrong way"
    }
  }
}

/// Why a command could not run: what failed, why, and what to try.
struct CommandFailure: Error, Sendable {
  enum Code: Sendable {
    /// There is no strategy where one was looked for, or not the one that was named.
    case noStrategy
    case other
  }

  var status = ExitStatus.failed
  var code = Code.other
  /// One lower-case clause.
  let message: String
  /// Imperative sentences.
  var help: [String] = []
}

extension CommandFailure: CustomStringConvertible {
  /// What the parser of arguments puts into its own message.
  var description: String { ([message] + help).joined(separator: "\n") }
}
