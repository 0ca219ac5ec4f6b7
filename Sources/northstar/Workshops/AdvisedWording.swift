/// A commit's wording, and advice that is shown only to its author.
struct AdvisedWording {
  let wording: CommitWording
  /// A sentence each.
  var advice: [String] = []
}

extension StrategyWriting {
  /// Makes the change, prints the result, then prints the advice.
  func run(
    in environment: CommandEnvironment, advising edit: (inout StrategyDraft) throws -> AdvisedWording
  ) throws -> ExitStatus {
    var advice: [String] = []
    let status = try run { draft in
      let made = try edit(&draft)
      advice = made.advice
      return made.wording
    }
    if status == .clean { for line in advice { environment.print(line) } }
    return status
  }
}
