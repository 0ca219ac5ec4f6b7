internal import Foundation

/// The sample company's repository, on the last day of its history.
package struct Huddle: Sendable {
  package let sandbox: Sandbox
  package let today: String

  /// Made once, for every test that only reads.
  package static let shared = Result { try Huddle() }

  private init() throws {
    sandbox = try Sandbox(isRepository: false)
    let script = Sandbox.root.appending(path: "Scripts/make-sample").path
    let made = try sandbox.run(
      [script, "\(sandbox.path)/repo"], variables: ["SAMPLEHISTORY": "\(Sandbox.products)/samplehistory"])
    guard made.status == 0 else { throw Sandbox.Failure(text: made.text) }
    today = try sandbox.git("log", "-1", "--date=short", "--format=%cd", "main")
  }

  /// A copy for a test that writes.
  package static func copy() throws -> Huddle { try Huddle(copying: shared.get()) }

  private init(copying other: Huddle) throws {
    sandbox = try Sandbox(isRepository: false)
    try sandbox.copy("repo", of: other.sandbox)
    today = other.today
  }
}
