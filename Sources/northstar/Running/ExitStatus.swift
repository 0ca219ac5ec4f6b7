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

extension ExitStatus {
  /// How a command ends that threw an error of this code.
  init(_ code: StrategyError.Code) {
    switch code {
    case .badRequest: self = .usage
    case .refused, .noStrategy: self = .findings
    case .unknownStrategy, .unknownName, .unreadable, .unwritable, .git, .failed: self = .failed
    }
  }
}
