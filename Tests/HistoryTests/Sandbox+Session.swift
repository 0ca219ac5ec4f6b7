import Git
import StrategyStore
import TestSupport

extension Sandbox {
  var session: Session {
    Session(git: GitEnvironment(directory: "\(path)/repo", variables: variables), now: 1_790_000_000)
  }
}
