import ArgumentParser

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Change the strategy by proposals on branches",
    discussion: """
      A proposal is a branch proposal/<id>. What it changes in meaning needs the approval of those who own what is \
      changed, as the branch says on which it is to land.

      Examples:
        northstar propose start count-only-long-meetings --title "..." --why "..."
        northstar propose plan
        northstar propose plan count-only-long-meetings
      """,
    subcommands: [
      ProposeStartCommand.self, ProposePlanCommand.self, ProposeListCommand.self, ProposeShowCommand.self,
      ProposeConflictsCommand.self,
      ProposeApproveCommand.self, ProposeRequestChangesCommand.self, ProposeLandCommand.self,
      ProposeRejectCommand.self, ProposeWithdrawCommand.self,
    ])
}
