import Foundation
import TestSupport

/// A small strategy that changes step by step, and the findings of an audit.
struct AuditedStrategy {
  let sandbox: Sandbox
  let lever = "metrics/activation-rate.yaml"

  /// One finding, from `audit --format json`.
  struct Finding: Decodable, Equatable, CustomStringConvertible {
    let finding: String
    let subject: String
    let team: String?
    let from: String
    let to: String
    let commit: String?

    var description: String {
      "\(finding) \(subject) \(team ?? "-") \(from)…\(to) \(commit?.prefix(7) ?? "-")"
    }
  }

  private struct Answer: Decodable { let findings: [Finding] }

  /// The strategy exists since the first of December 2025, and so do its owners.
  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    for file in try sandbox.files() where file.hasPrefix("metrics/") {
      try sandbox.write(file, try sandbox.text(file).replacing("since: 2026-01-05", with: "since: 2025-12-01"))
    }
    try land("Begin", on: "2025-12-01")
  }

  /// Commits everything as somebody, and returns the commit's id.
  @discardableResult
  func land(_ message: String, on day: String, by handle: String = "ada") throws -> String {
    try sandbox.git("add", "-A")
    let time = "\(day)T10:00:00Z"
    let outcome = try sandbox.run(
      ["git", "commit", "-q", "-m", message],
      variables: [
        "GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": time, "GIT_AUTHOR_EMAIL": "\(handle)@huddle.example",
      ])
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "git commit: \(outcome.text)") }
    return try sandbox.git("rev-parse", "HEAD")
  }

  /// Replaces a text in a file and commits that.
  @discardableResult
  func land(
    _ old: String, _ new: String, in file: String, on day: String, by handle: String = "ada",
    message: String = "Change it"
  ) throws -> String {
    try sandbox.replace(old, new, in: file)
    return try land(message, on: day, by: handle)
  }

  /// What an audit up to a day finds of one kind.
  func findings(_ kind: String, to day: String = "2026-06-30", _ more: String...) throws -> [Finding] {
    let outcome = try sandbox.northstar(["audit", "--format", "json", "--to", day] + more, today: day)
    guard outcome.status == 0 else { throw Sandbox.Failure(text: outcome.text) }
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).findings.filter { $0.finding == kind }
  }
}
