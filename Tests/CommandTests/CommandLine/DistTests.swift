import Foundation
import StrategyStore
import TestSupport
import Testing

@testable import northstar

/// `Scripts/dist` with the program that the tests use, installed by dpkg below a root of the test's own.
@Suite(.enabled(if: Sandbox.has("dpkg"), "dpkg is not installed")) struct DistTests {
  private static let root = Sandbox.root.path

  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func pack(
    _ folder: String, umask: String = "022", program: String = Sandbox.program
  ) throws -> Outcome {
    try sandbox.run(
      ["sh", "-c", #"umask "$0" && exec "$1" "$2""#, umask, "\(Self.root)/Scripts/dist", "\(sandbox.path)/\(folder)"],
      variables: ["NORTHSTAR_PROGRAM": program])
  }

  private func dpkg(_ arguments: String...) throws -> Outcome {
    // Images of containers often leave out manual pages and documents, by dpkg's configuration.
    try sandbox.run(
      [
        "dpkg", "--root=\(sandbox.path)/root", "--log=\(sandbox.path)/dpkg.log", "--force-depends", "--force-not-root",
        "--path-include=*",
      ] + arguments, variables: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
  }

  /// Whether the program runs where it was installed or unpacked.
  private func runs(_ program: String) throws -> Bool {
    let version = try sandbox.run(["\(sandbox.path)/\(program)", "--version"])
    let check = try sandbox.run(["\(sandbox.path)/\(program)", "check", "--quiet"])
    return version.output == "northstar \(ToolVersion.current)\n" && check.status == 0 && check.text == ""
  }

  // One test, since packing the program takes seconds.
  @Test func theSameBytesEachTimeWhichInstallRunAndGoAgain() throws {
    let first = try pack("first")
    try #require(first.status == 0, "\(first.text)")
    let second = try pack("second", umask: "077")
    try #require(second.status == 0, "\(second.text)")
    #expect(try sandbox.text("SHA256SUMS", in: "first") == sandbox.text("SHA256SUMS", in: "second"))
    let sums = try sandbox.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], in: "second")
    #expect(sums.status == 0, "\(sums.text)")

    let files = try sandbox.files(in: "first")
    #expect(files.count == 3)
    let package = try #require(
      files.first { $0.hasPrefix("northstar_\(ToolVersion.current)_") && $0.hasSuffix(".deb") })
    let tarball = try #require(
      files.first { $0.hasPrefix("northstar-\(ToolVersion.current)-linux-") && $0.hasSuffix(".tar.gz") })
    try installAndRemove("\(sandbox.path)/first/\(package)")
    try unpack("\(sandbox.path)/first/\(tarball)")
  }

  private func installAndRemove(_ package: String) throws {
    let folders = ["info", "updates"].map { "\(sandbox.path)/root/var/lib/dpkg/\($0)" }
    #expect(try sandbox.run(["mkdir", "-p"] + folders).status == 0)
    try sandbox.write("var/lib/dpkg/status", "", in: "root")

    let installed = try dpkg("--install", package)
    try #require(installed.status == 0, "\(installed.text)")
    #expect(try runs("root/usr/bin/northstar"))
    for file in [
      "bin/git-northstar", "share/bash-completion/completions/northstar", "share/zsh/vendor-completions/_northstar",
      "share/fish/vendor_completions.d/northstar.fish", "share/man/man1/northstar-check.1",
      "share/northstar/schema/metric.json", "share/doc/northstar/copyright",
      "share/doc/northstar/licenses/libgit2-dev",
    ] { #expect(sandbox.exists("usr/\(file)", in: "root"), "\(file)") }

    let removed = try dpkg("--remove", "northstar")
    #expect(removed.status == 0, "\(removed.text)")
    #expect(try sandbox.files(in: "root").filter { !$0.hasPrefix("var/lib/dpkg/") } == [])
    #expect(!sandbox.exists("usr", in: "root"))
  }

  /// As the README says it, into a prefix.
  private func unpack(_ tarball: String) throws {
    #expect(try sandbox.run(["mkdir", "\(sandbox.path)/local"]).status == 0)
    let unpacked = try sandbox.run(
      ["tar", "-xzf", tarball, "-C", "\(sandbox.path)/local", "--strip-components=1"])
    #expect(unpacked.status == 0, "\(unpacked.text)")
    #expect(try runs("local/bin/northstar"))
    for file in ["share/man/man1/northstar.1", "share/doc/northstar/LICENSE", "share/doc/northstar/NOTICE"] {
      #expect(sandbox.exists(file, in: "local"), "\(file)")
    }
  }

  @Test func aProgramThatDoesNotExistIsNamed() throws {
    let outcome = try pack("first", program: "/nowhere/northstar")
    #expect(outcome.status == 128)
    #expect(outcome.errors == "dist: '/nowhere/northstar' does not exist: run 'make build' first\n")
  }
}
