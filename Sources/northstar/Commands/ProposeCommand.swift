import ArgumentParser

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Change the strategy through proposals on branches",
    discussion: """
      A proposal is a branch proposal/<id>. Its changes of meaning need the approval of the owners that are named on \
      the branch on which it will land.

      Examples:
        northstar propose start count-long-meetings --title "..." --because "..."
        northstar propose plan
        northstar propose plan count-long-meetings
      """,
    subcommands: [
      ProposeStartCommand.self, ProposePlanCommand.self, ProposeListCommand.self, ProposeShowCommand.self,
      ProposeConflictsCommand.self,
      ProposeApproveCommand.self, ProposeRequestChangesCommand.self, ProposeLandCommand.self,
      ProposeRejectCommand.self, ProposeWithdrawCommand.self,
    ])
}
