package import Git
import StrategyModel

extension StrategyError {
  package init(_ error: GitError, _ code: Code = .git) {
    // A mistyped day is not meant as a branch.
    let refusal = error.name.flatMap { Day.nearest(to: $0) == nil ? nil : "that day \(Day.refusal(of: $0))" }
    self.init(
      code, message: "cannot \(error.operation): \(refusal ?? error.message)",
      help: refusal == nil ? error.advice.map { [Remedy($0.last == "?" ? $0 : $0 + ".")] } ?? [] : [])
  }
}
