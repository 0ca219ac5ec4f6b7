import Diagnostics
import Foundation
import Git
import TestSupport

@testable import northstar

extension Sandbox {
  /// The environment of a command in the repository, whose output nobody reads.
  var environment: CommandEnvironment {
    let sink = NoText()
    return CommandEnvironment(
      git: GitEnvironment(directory: "\(path)/repo", variables: variables),
      terminal: Terminal(isInteractive: false, canAsk: false, width: 80, color: .never, variables: variables),
      now: 1_790_000_000, output: sink, errors: sink, input: NoLines())
  }
}

private struct NoText: TextSink {
  func write(_ text: SafeText) {}
}

private struct NoLines: LineSource {
  func next() -> String? { nil }
}
