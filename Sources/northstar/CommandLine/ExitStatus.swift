import StrategyStore

/// How a command ends: git's own codes.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, nothing found.
  case clean = 0
  /// Done, with findings.
  case findings = 1
  /// Done, and there is a change, for a command with `--exit-code`.
  case changes = 2
  /// Could not run.
  case failed = 128
  /// Called wrongly.
  case usage = 129

  /// For manuals: a phrase that begins with a capital letter.
  var meaning: String {
    switch self {
    case .clean: "Done, nothing found"
    case .findings: "Done, with findings"
    case .changes: "Done, and there is a change ('propose plan --exit-code' only)"
    case .failed: "It could not run"
    case .usage: "It was called wrongly"
    }
  }
}

extension ExitStatus {
  /// The status of a command that threw an error of this code.
  init(_ code: StrategyError.Code) {
    switch code {
    case .badRequest: self = .usage
    case .refused, .noStrategy: self = .findings
    case .unknownStrategy, .unknownName, .unreadable, .unwritable, .git, .failed: self = .failed
    }
  }
}
