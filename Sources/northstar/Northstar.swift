import ArgumentParser
import Git
import Glibc
import StrategyStore

/// The command line.
@main
struct Northstar: ParsableCommand {
  /// The commands that the arguments that are being parsed just now may name.
  @TaskLocal static var parsed: [any ParsableCommand.Type]?

  /// While it parses, the command calls itself a part of another one: the parser then does not look for its own option
  /// for completion scripts, which takes longer than all its other work ('completions' prints them).
  static var configuration: CommandConfiguration {
    guard let parsed else { return described }
    return CommandConfiguration(
      commandName: "northstar", _superCommandName: "", version: version, subcommands: parsed)
  }

  static let version = "northstar \(ToolVersion.current)"

  private static let described = CommandConfiguration(
    commandName: "northstar",
    abstract: "Keep a company's strategy in git and have it checked",
    discussion: """
      A strategy is a folder with a northstar.yaml: the one North Star Metric (NSM), the inputs that drive it, who \
      owns each input, the teams' OKRs, check-ins and review decisions, all as text files in a git repository.

      Begin with 'northstar init', look around with 'northstar tree' and 'northstar list metric', and let 'northstar \
      check' report every problem.

      Before the command, as with git: -C <dir>, --git-dir <dir>, --work-tree <dir>, --color <auto|always|never>, \
      --no-pager.

      Long answers are shown in git's pager (GIT_PAGER, core.pager, PAGER). NORTHSTAR_TODAY=<YYYY-MM-DD> sets today's \
      date; NO_COLOR=1 turns off colours.
      """,
    version: version,
    subcommands: [GenerateCommand.self, ManualCommand.self, MergeDriverCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Check a strategy", subcommands: [CheckCommand.self, ExplainCommand.self, FormatCommand.self]),
      CommandGroup(name: "Look around", subcommands: [TreeCommand.self, ShowCommand.self, ListCommand.self]),
      CommandGroup(
        name: "Measure",
        subcommands: [
          MeasureCommand.self, ReportCommand.self, ExplainChangeCommand.self, TestCommand.self, BeliefsCommand.self,
        ]),
      CommandGroup(name: "Follow the OKRs", subcommands: [CheckInCommand.self, OKRCommand.self, CycleCommand.self]),
      CommandGroup(
        name: "Look back",
        subcommands: [
          WhoCommand.self, OwnersCommand.self, LogCommand.self, BlameCommand.self, DiffCommand.self,
          ChangesCommand.self, GoalpostsCommand.self, AuditCommand.self, WorkCommand.self,
        ]),
      CommandGroup(
        name: "Decide",
        subcommands: [
          ProposeCommand.self, ReviewCommand.self, WorkshopCommand.self, DecisionsCommand.self, GateCommand.self,
        ]),
      CommandGroup(
        name: "Change a strategy",
        subcommands: [
          SetCommand.self, AddCommand.self, EditCommand.self, AssignCommand.self, RetireCommand.self,
          RenameTeamCommand.self, MergeTeamCommand.self, InitiativeCommand.self,
        ]),
      CommandGroup(name: "Set up", subcommands: [InitCommand.self, HookCommand.self, CompletionsCommand.self]),
    ])

  static func main() {
    ProcessSignals.survivesFileSizeLimit()
    let arguments = CommandArguments.afterName()
    if arguments == [Finisher.argument] { Glibc.exit(Finisher.main()) }
    let console = Console.current()
    withExtendedLifetime(console) { Glibc.exit(run(arguments, in: console).rawValue) }
  }
}
