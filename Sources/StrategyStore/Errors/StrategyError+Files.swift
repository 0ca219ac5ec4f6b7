import FoundationEssentials
import Git
import Glibc

extension StrategyError {
  package static func reading(_ path: String, _ error: any Error) -> StrategyError {
    StrategyError(.unreadable, message: "cannot read '\(path)': \(reason(error))")
  }

  package static func writing(_ path: String, _ error: any Error) -> StrategyError {
    StrategyError(.unwritable, message: "cannot write '\(path)': \(reason(error))")
  }

  /// The operating system's reason, as one lower-case clause.
  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace?: return "no space left on device"
    case .fileReadNoSuchFile?: return "there is no such file"
    // Foundation's error for a folder in place of a file.
    case .fileReadUnknown?: return "it is not a readable file"
    default: break
    }
    let known = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError
    return known.map { GitError.reason($0.code.rawValue) } ?? "\(error)"
  }
}
