import ArgumentParser
import Editing

struct MeasureWithdrawCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take back a reading that was wrong, with the reason",
    discussion: """
      From today on the period has no value; what was known before stays in the sheet, and --known-on of an earlier \
      day still answers with it. An import or pull does not take the withdrawn value again; another value, or \
      'northstar measure add', counts from then on.

      Examples:
        northstar measure withdraw activation-rate 2026-W40 -m "Test accounts"
        northstar measure withdraw new-workspaces 2026-W40 --segment team \\
          --because "The query was wrong"
      """)

  @Argument(help: "The metric", completion: .metrics)
  var metric: String

  @Argument(help: "The period; 'last' is the last completed one")
  var period: String

  @Option(help: "The segment (default: the whole)")
  var segment = ""

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    try writing.because.requireReason("say why the reading is withdrawn")
    return try console.commit(writing) { draft in
      let sheet = try SheetEditing(metric, in: &draft)
      return try sheet.withdraw(sheet.period(period), segment: segment, from: &draft)
    }
  }
}
