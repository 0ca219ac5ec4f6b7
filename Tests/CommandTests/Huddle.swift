import Foundation
import Testing

/// The sample company's repository, on the last day of its history.
struct Huddle {
  let sandbox: Sandbox
  private let today: String

  init() throws {
    sandbox = try Sandbox(isRepository: false)
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let made = try sandbox.run(
      [root.appending(path: "Scripts/make-sample").path, "\(sandbox.path)/repo"],
      variables: ["SAMPLEHISTORY": "\(Sandbox.products)/samplehistory"])
    try #require(made.status == 0, "\(made.text)")
    today = try sandbox.git("log", "-1", "--date=short", "--format=%cd", "main")
  }

  /// Runs a command line of the program on a terminal, where somebody who has read enough types `q`.
  ///
  /// - Parameter pager: `none` for an answer without one.
  func onTerminal(_ line: String, pager: String, columns: Int, rows: Int = 24) throws -> TerminalSession {
    let option = pager == "none" ? "--no-pager " : ""
    return try sandbox.onTerminal(
      "northstar \(option)\(line)", columns: columns, rows: rows, keys: "q",
      variables: ["NORTHSTAR_TODAY": today, "GIT_PAGER": pager])
  }

  func northstar(_ arguments: [String]) throws -> Outcome { try sandbox.northstar(arguments, today: today) }
}
