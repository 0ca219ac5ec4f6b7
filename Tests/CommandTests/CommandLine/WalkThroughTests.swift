import Foundation
import TestSupport
import Testing

/// Runs the walk-through's commands, each person in a clone of their own, and compares the page with their output.
/// `NORTHSTAR_RECORD=1` rewrites the page.
@Suite struct WalkThroughTests {
  private let page = Sandbox.root.appending(path: "Documentation/Walk-through.md")

  @Test func showsRealOutput() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let company = try Company()
    var typed = 0
    var lines: [String] = []
    var isConsole = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      guard isConsole else {
        lines.append(line)
        continue
      }
      if line == "```console" { lines.append(line) }
      guard let prompt = line.firstMatch(of: /^([a-z]+)\$ (.+)$/) else { continue }
      typed += 1
      lines.append(line)
      lines += try company.type(String(prompt.output.2), as: String(prompt.output.1))
    }
    #expect(typed > 20)
    let actual = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["NORTHSTAR_RECORD"] == "1" {
      try Data(actual.utf8).write(to: page)
    } else {
      #expect(text == actual, "run the tests with NORTHSTAR_RECORD=1 to write the page anew")
    }
    #expect(try company.server("fsck", "--strict", "--no-dangling", "--no-progress").isEmpty)
  }
}

/// Huddle's server, and its people with a clone each.
private final class Company {
  private let sandbox: Sandbox
  private let day: String
  private var minutes = 0

  init() throws {
    sandbox = try Sandbox(isRepository: false)
    let huddle = try Huddle.shared.get()
    day = huddle.today
    try sandbox.git(
      "clone", "-q", "--bare", "--single-branch", "--branch=main", "\(huddle.sandbox.path)/repo",
      "\(sandbox.path)/server.git")
    let gate = try sandbox.run([Sandbox.program, "gate", "install"], in: "server.git")
    try #require(gate.status == 0, "\(gate.text)")
  }

  func server(_ words: String...) throws -> String { try sandbox.run(["git"] + words, in: "server.git").text }

  /// The lines that appear when a person types a command; each takes a minute.
  func type(_ command: String, as person: String) throws -> [String] {
    if !sandbox.exists(".git", in: person) {
      try sandbox.git("clone", "-q", "\(sandbox.path)/server.git", "\(sandbox.path)/\(person)")
    }
    minutes += 1
    let moment = "\(day)T\(String(format: "%02d:%02d", 9 + minutes / 60, minutes % 60)):00Z"
    let name = person.prefix(1).uppercased() + person.dropFirst()
    let outcome = try sandbox.run(
      ["sh", "-c", "exec 2>&1; \(command)"], in: person,
      variables: [
        "NORTHSTAR_TODAY": day, "COLUMNS": "100", "GIT_AUTHOR_NAME": name, "GIT_COMMITTER_NAME": name,
        "GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_COMMITTER_EMAIL": "\(person)@huddle.example",
        "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment,
      ])
    let shown = outcome.output.replacing("\(sandbox.path)/", with: "/srv/")
    guard !shown.isEmpty else { return [] }
    return shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast(shown.hasSuffix("\n") ? 1 : 0)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}
