import Foundation
import Testing

/// The sample company's repository, on the last day of its history.
struct Huddle {
  private let sandbox: Sandbox
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

  func northstar(_ arguments: [String]) throws -> Outcome { try sandbox.northstar(arguments, today: today) }
}
