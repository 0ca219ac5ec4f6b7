import Diagnostics
package import Presentation
package import StrategyModel
import StrategyStore

/// Work compared with goals: the commits of a period for each input.
package struct WorkReport {
  package let strategy: Strategy
  package let tally: WorkTally
  package let since: Day
  /// Why the period begins there: "the cycle 2026-q1"; `nil` when somebody named the day.
  package let reason: String?
  /// The repositories as typed.
  package let repositories: [String]

  package init(strategy: Strategy, tally: WorkTally, since: Day, reason: String?, repositories: [String]) {
    (self.strategy, self.tally, self.since, self.reason, self.repositories) = (
      strategy, tally, since, reason, repositories
    )
  }

  package var findings: [WorkFinding] {
    let idle = tally.lines.filter { $0.objectives > 0 && $0.commits == 0 }.map { line in
      WorkFinding(
        .idleInput, line.id, 0,
        "'\(line.id)' has \(counted(line.objectives, "objective")) and no work since \(since)",
        "Ask \(line.team ?? "its owner") whether the work or the trailers are missing.")
    }
    let aimless = tally.lines.filter { $0.objectives == 0 && $0.commits > 0 }.map { line in
      WorkFinding(
        .workWithoutGoal, line.id, line.commits,
        "'\(line.id)' gets \(counted(line.commits, "commit")), but no objective aims at it",
        "Set an objective for it in the open cycle, or stop.")
    }
    return idle + tally.strays.map(finding) + aimless
  }

  private func finding(_ stray: WorkTally.Stray) -> WorkFinding {
    let first = stray.commits.first.map { " (\($0.repository) \($0.id.prefix(7)))" } ?? ""
    let count = counted(stray.commits.count, "commit")
    let verb = stray.commits.count == 1 ? "says" : "say"
    guard !stray.name.isEmpty else {
      return WorkFinding(
        .workWithoutInput, "", stray.commits.count, "\(count) \(verb) 'Moves:' and name nothing\(first)",
        "Write 'Moves: \(name)/<input>'.")
    }
    let quoted = stray.near.prefix(4).map { "'\($0)'" }.joined(separator: " or ")
    return WorkFinding(
      .workWithoutInput, stray.name, stray.commits.count,
      "\(count) \(verb) to move '\(stray.name.visible)', which \(stray.fault)\(first)",
      quoted.isEmpty
        ? "Name an input of the strategy." : "Did they mean \(quoted)?")
  }

  /// The strategy's id, as trailers write it.
  var name: String { strategy.settings?.id?.value ?? "<strategy>" }
}

/// A mismatch between work and goals.
package struct WorkFinding {
  package enum Kind: String, CaseIterable {
    /// An input has goals but gets no work.
    case idleInput = "idle-input"
    /// Commits name something that is not an input in use.
    case workWithoutInput = "work-without-input"
    /// An input gets work but has no goals.
    case workWithoutGoal = "work-without-goal"
  }

  let kind: Kind
  /// What the finding is about; empty for trailers that name nothing.
  let name: String
  let commits: Int
  let message: String
  let help: String

  init(_ kind: Kind, _ name: String, _ commits: Int, _ message: String, _ help: String) {
    (self.kind, self.name, self.commits, self.message, self.help) = (kind, name, commits, message, help)
  }
}

// MARK: Printing

extension WorkReport {
  package func text(width: Int?) throws -> String {
    let places = repositories == ["."] ? "this repository" : repositories.map { $0.visible }.joined(separator: ", ")
    var lines = ["Work since \(since)\(reason.map { ", the beginning of \($0)" } ?? ""), in \(places)", ""]
    lines.append(
      tally.lines.isEmpty
        ? "There is no input in use." : listing.table(width: width).trimmingLastLineEnd)
    if tally.commits == 0 {
      lines += ["", "No commit names an input. To name one, end the message with a line like this:"]
      lines.append("  Moves: \(name)/\(tally.lines.first?.id ?? "<input>")")
    }
    if !findings.isEmpty { lines += ["", "Findings"] }
    for finding in findings {
      lines += wrapped(finding.message, to: 78, first: "  - ") + wrapped(finding.help, to: 78, first: "    ")
    }
    for (other, count) in tally.others.sorted(by: { $0.key < $1.key }) {
      lines += ["", "\(counted(count, "commit")) \(count == 1 ? "is" : "are") for the strategy '\(other.visible)'."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One row per input.
  package var listing: Listing {
    Listing(
      ["input", "team", "okrs", "running", "commits", "authors", "last"], tally.lines
    ) { line in
      [
        .text(line.id), .text(line.team), .count(line.objectives), .count(line.initiatives.count),
        .count(line.commits), .count(line.authors.count),
        .text(line.last.map { Day(of: $0, in: strategy.zone).description }),
      ]
    }
  }

  package var json: JSONValue {
    [
      "formatVersion": "1.0", "since": .string(since.description),
      "repositories": .array(repositories.map(JSONValue.string)), "commits": .number(Double(tally.commits)),
      "inputs": .array(tally.lines.map(json)), "findings": .array(findings.map(json)),
      "otherStrategies": .object(tally.others.mapValues { .number(Double($0)) }),
    ]
  }

  private func json(_ line: WorkTally.Line) -> JSONValue {
    [
      "input": .string(line.id), "team": .orNull(line.team), "objectives": .number(Double(line.objectives)),
      "initiatives": .array(line.initiatives.map(JSONValue.string)), "commits": .number(Double(line.commits)),
      "authors": .array(line.authors.sorted().map(JSONValue.string)),
      "last": .orNull(line.last.map { Day(of: $0, in: strategy.zone).description }),
    ]
  }

  private func json(_ finding: WorkFinding) -> JSONValue {
    [
      "kind": .string(finding.kind.rawValue), "name": .string(finding.name),
      "commits": .number(Double(finding.commits)), "message": .string(finding.message), "help": .string(finding.help),
    ]
  }
}

extension String {
  fileprivate var trimmingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
