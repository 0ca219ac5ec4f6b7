import Decisions
import History
import Rules
import StrategyModel

/// The small strategy with some texts replaced: stewards ada and lin; ada leads onboarding, with grace; lin leads
/// growth, with omar.
struct Company {
  private(set) var files = SmallStrategy.files

  /// - Parameter edits: a file, a text in it, and its replacement.
  init(_ edits: [Edit] = []) {
    for edit in edits { apply(edit) }
  }

  struct Edit: Sendable {
    let file: String
    let old: String
    let new: String

    init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }
  }

  /// An edit with an empty old text rewrites the file; with both texts empty, it removes the file.
  private mutating func apply(_ edit: Edit) {
    guard !edit.old.isEmpty else {
      files[edit.file] = edit.new.isEmpty ? nil : edit.new
      return
    }
    let text = files[edit.file] ?? ""
    // Without the text, the test would prove nothing.
    precondition(text.contains(edit.old), "\(edit.file) has no '\(edit.old)'")
    files[edit.file] = text.replacing(edit.old, with: edit.new)
  }

  func with(_ edits: [Edit]) -> Company {
    var company = self
    for edit in edits { company.apply(edit) }
    return company
  }

  var snapshot: Snapshot {
    Snapshot(files.map { ($0.key, FileMeaning(path: $0.key, text: Array($0.value.utf8))) })
  }

  var strategy: Strategy {
    Strategy(folder: "", files: files.map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) })
  }

  func changes(by edits: [Edit]) -> [EntityChange] { snapshot.changes(to: with(edits).snapshot) }

  /// The requirements of a change, one on each line: who, how many of whom.
  func asked(_ edits: [Edit], by proposers: Set<String>, on day: Day = SmallStrategy.today) -> [String] {
    requirements(edits, by: proposers, on: day).map { requirement in
      let people = requirement.people.isEmpty ? "nobody" : requirement.people.joined(separator: ", ")
      return "\(requirement.role): \(requirement.count) of \(people)"
    }
  }

  func requirements(_ edits: [Edit], by proposers: Set<String>, on day: Day = SmallStrategy.today) -> [Requirement] {
    ApprovalPolicy(snapshot, on: day, proposers: proposers).requirements(for: changes(by: edits))
  }
}

extension Company.Edit {
  static let lever = "metrics/activation-rate.yaml"
  static let star = "metrics/weekly-hosted-meetings.yaml"
  static let guardrail = "metrics/support-load.yaml"
  static let goals = "okrs/2026-q1/onboarding.yaml"

  static let redefined = Self(lever, "a first meeting within 7 days", "a first meeting within 14 days")
  static let handedToGrowth = Self(lever, "team: onboarding\n  person: ada", "team: growth\n  person: lin")
  static let handedToOmar = Self(lever, "team: onboarding\n  person: ada", "team: growth\n  person: omar")
  static let easierTarget = Self(goals, "target: 55", "target: 50")
  static let harderTarget = Self(goals, "target: 55", "target: 60")
  static let starRedefined = Self(star, "three people and more", "two people and more")
  static let ownedGuardrail = Self(
    guardrail, "threshold:", "owner:\n  team: growth\n  person: omar\n  since: 2026-01-05\nthreshold:")
  static let loosened = Self(guardrail, "at_most: 12", "at_most: 20")
}
