import Foundation
import TestSupport
import Testing

@testable import northstar

/// The scripts in the shells they are for. zsh and fish are not on every machine; bash is.
@Suite struct CompletionTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    for shell in CompletedShell.allCases {
      let outcome = try sandbox.northstar("completions", shell.rawValue)
      try sandbox.write("completions.\(shell.rawValue)", outcome.output, in: "")
    }
  }

  /// What bash offers for the last of some words.
  private func bash(_ words: [String], through function: String = "_northstar") throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try sandbox.run([
      "bash", "--norc", "-u", "-c",
      """
      set +u; . ../completions.bash
      words=(\(list)); cword=$((${#words[@]} - 1)); __git_cmd_idx=1
      COMP_WORDS=("${words[@]}"); COMP_CWORD=$cword; COMP_LINE="${words[*]}"; COMP_POINT=${#COMP_LINE}
      \(function) "${words[0]}" "${words[cword]}" "${words[cword-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """,
    ])
    #expect(outcome.errors == "")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      ("own", ["owners"]), ("hook un", ["uninstall"]), ("check --format gi", ["github", "gitlab"]),
      ("list key", ["key-results"]), ("completions z", ["zsh"]),
    ])
  func bashCompletesCommandsAndChoices(_ line: String, _ offered: [String]) throws {
    let words = line.split(separator: " ").map(String.init)
    #expect(try bash(["northstar"] + words) == offered)
    #expect(try bash(["git", "northstar"] + words, through: "_git_northstar") == offered.map { $0 + " " })
  }

  @Test func bashCompletesWhatTheStrategyKnows() throws {
    #expect(try bash(["northstar", "show", "activ"]) == ["activation-rate"])
    #expect(try bash(["northstar", "show", "metric/new"]) == ["metric/new-workspaces"])
    #expect(try bash(["northstar", "show", "metr"]) == ["metric/"])
    #expect(try bash(["northstar", "show", "okrs/2026-q1/onb"]) == ["okrs/2026-q1/onboarding"])
    #expect(try bash(["northstar", "explain", "unowned"]) == ["unowned-input"])
    #expect(try bash(["northstar", "explain", "metric.owner.p"]) == ["metric.owner.person"])
    #expect(try bash(["northstar", "check", "--strategy", ""]) == ["huddle"])
    #expect(try bash(["git", "northstar", "show", "activ"], through: "_git_northstar") == ["activation-rate "])
  }

  @Test func bashCompletesRevisions() throws {
    try sandbox.commit()
    try sandbox.git("branch", "proposal/depth")
    try sandbox.git("tag", "v1")
    #expect(try bash(["northstar", "check", "--since", ""]) == ["HEAD", "main", "proposal/depth", "v1"])
    #expect(try bash(["northstar", "show", "x", "--at", "pro"]) == ["proposal/depth"])
  }

  private static let gitCompletion = "/usr/share/bash-completion/completions/git"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: gitCompletion), "git's completion is not installed"))
  func bashCompletesThroughGitsOwnCompletion() throws {
    try sandbox.write("git.bash", ". \(Self.gitCompletion)\n. ../completions.bash\n", in: "")
    let outcome = try sandbox.run([
      "bash", "--norc", "-c",
      """
      . ../git.bash
      COMP_WORDS=(git -C . northstar show activ); COMP_CWORD=5; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      __git_wrap__git_main git activ show
      printf '[%s]' "${COMPREPLY[@]}"
      """,
    ])
    #expect(outcome.output == "[activation-rate ]")
  }

  @Test func completionIsSilentWhereThereIsNothing() throws {
    let empty = try Sandbox(isRepository: false)
    for argument in ["show -- positional@0 1 0 northstar show", "check -- --since 1 0 northstar check --since"] {
      let words = ["---completion"] + argument.split(separator: " ").map(String.init) + [""]
      let outcome = try empty.run([Sandbox.program] + words, variables: ["SAP_SHELL": "bash"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test(.enabled(if: Sandbox.has("zsh"), "zsh is not installed"))
  func zshKnowsBothFunctions() throws {
    let outcome = try sandbox.run([
      "zsh", "-f", "-c",
      """
      autoload -U compinit; compinit -u -D; source ../completions.zsh
      print $_comps[northstar] $+functions[_northstar] $+functions[_git-northstar]
      """,
    ])
    #expect(outcome.errors == "")
    #expect(outcome.output == "_northstar 1 1\n")
  }

  @Test(
    .enabled(if: Sandbox.has("fish"), "fish is not installed"),
    arguments: ["northstar", "git northstar", "git-northstar"])
  func fishCompletesCommands(_ program: String) throws {
    let outcome = try sandbox.run([
      "fish", "-c", "source ../completions.fish; complete --do-complete '\(program) hook in'",
    ])
    #expect(outcome.output == "install\tInstall the check and the merge driver in this clone\n")
  }

  @Test func anUnknownShellIsNamedWithTheKnownOnes() throws {
    let outcome = try sandbox.northstar("completions", "tcsh")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("Please provide one of 'bash', 'zsh' or 'fish'"))
  }
}
