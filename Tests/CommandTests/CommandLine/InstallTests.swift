import Foundation
import TestSupport
import Testing

@testable import northstar

/// `Scripts/install` into a prefix of the test's own.
@Suite struct InstallTests {
  private static let root = Sandbox.root.path

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func script(_ name: String, _ prefix: String, _ variables: [String: String] = [:]) throws -> Outcome {
    try sandbox.run(
      ["\(Self.root)/Scripts/\(name)", prefix],
      variables: variables.merging(["NORTHSTAR_PROGRAM": Sandbox.program]) { $1 })
  }

  private var prefix: String { "\(sandbox.path)/usr" }

  /// As after installing: the prefix is first on the PATH.
  private var installed: [String: String] { ["PATH": "\(prefix)/bin:/usr/bin:/bin"] }

  @Test func everythingLiesWhereShellsAndManLook() throws {
    let outcome = try script("install", prefix)
    try #require(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("is not on your PATH yet"))
    let files = try sandbox.files(in: "usr")
    for file in [
      "bin/northstar", "bin/git-northstar", "share/bash-completion/completions/northstar",
      "share/bash-completion/completions/git-northstar", "share/zsh/site-functions/_northstar",
      "share/zsh/site-functions/_git-northstar", "share/fish/vendor_completions.d/northstar.fish",
      "share/man/man1/northstar.1", "share/man/man1/northstar-check.1", "share/man/man1/git-northstar.1",
      "share/northstar/schema/metric.json", "share/northstar/schema/output/list.schema.json",
    ] { #expect(files.contains(file)) }
    #expect(!files.contains { $0.contains(".new") })
  }

  @Test func gitFindsTheCommandAndItsManual() throws {
    #expect(try script("install", prefix).status == 0)
    try sandbox.writeStrategy()
    try sandbox.commit()
    let check = try sandbox.run(["git", "northstar", "check", "--quiet"], variables: installed)
    #expect(check.status == 0)
    #expect(check.text == "")
    let wrong = try sandbox.run(["git", "northstar", "chekc"], variables: installed)
    #expect(wrong.status == 129)
  }

  @Test(.enabled(if: Sandbox.has("man"), "man is not installed"))
  func gitShowsTheManual() throws {
    #expect(try script("install", prefix).status == 0)
    let help = try sandbox.run(
      ["git", "northstar", "--help"], variables: installed.merging(["MANPAGER": "cat"]) { $1 })
    #expect(help.status == 0, "\(help.errors)")
    #expect(help.output.contains("NORTHSTAR(1)"))
    #expect(help.output.contains("Check the strategy and report every problem"))
  }

  @Test(.enabled(if: Sandbox.has("mandoc"), "mandoc is not installed"))
  func manualPagesAreWellFormed() throws {
    let outcome = try sandbox.northstar("manual", "man1")
    #expect(outcome.status == 0)
    let pages = try sandbox.files().filter { $0.hasPrefix("man1/northstar") }
    #expect(pages.count == HelpTests.commands.count)
    let lint = try sandbox.run(["mandoc", "-T", "lint", "-W", "warning"] + pages)
    let faults = lint.output.split(separator: "\n").filter { !$0.contains("missing date") }
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test func packagesStandBelowTheirOwnRoot() throws {
    #expect(try script("install", "/usr", ["DESTDIR": "\(sandbox.path)/stage"]).status == 0)
    #expect(sandbox.exists("usr/bin/northstar", in: "stage"))
  }

  @Test func installingTwiceAndRemovingLeavesNothing() throws {
    #expect(try script("install", prefix).status == 0)
    let once = try sandbox.files(in: "usr")
    #expect(try script("install", prefix).status == 0)
    #expect(try sandbox.files(in: "usr") == once)
    #expect(try script("uninstall", prefix).status == 0)
    #expect(try sandbox.files(in: "usr") == [])
  }

  @Test func aTildeIsTheHomeFolder() throws {
    #expect(try script("install", "~/local").status == 0)
    #expect(sandbox.exists("local/bin/northstar", in: ""))
    #expect(try script("uninstall", "~/local").status == 0)
    #expect(!sandbox.exists("local/bin/northstar", in: ""))
  }

  @Test func aRelativePrefixIsRefused() throws {
    let outcome = try script("install", "usr")
    #expect(outcome.status == 129)
    #expect(outcome.errors == "install: the prefix must begin with '/': 'usr'\n")
  }
}
