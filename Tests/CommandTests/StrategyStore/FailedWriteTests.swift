import Foundation
import TestSupport
import Testing

/// A write that the system refuses leaves the old state, and says so. `NORTHSTAR_SOAK` sets a larger number of disk
/// sizes to try.
@Suite struct FailedWriteTests {
  private static let soak = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) }
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox(isOnDisk: true)
    try sandbox.writeStrategy()
    try sandbox.commit()
    let started = try sandbox.northstar("propose", "start", "words", "--title", "Words", "--because", "Clearer")
    try #require(started.status == 0, "\(started.text)")
    for metric in ["activation-rate", "weekly-hosted-meetings"] {
      #expect(try sandbox.northstar("set", "\(metric).description", "What \(metric) is").status == 0)
    }
    try sandbox.write("teams/onboarding.yaml", sandbox.text("teams/onboarding.yaml") + "# the first hour\n")
    try sandbox.commit("A remark")
    try sandbox.git("switch", "-q", "main")
  }

  /// Root can write everywhere, unless it gives up that right.
  private static let weak =
    getuid() == 0 ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : []

  private func land(_ before: [String] = [], in directory: String = "repo") throws -> Outcome {
    try sandbox.run(before + [Sandbox.program, "propose", "land", "words"], in: directory)
  }

  /// What is not as it was, or not as it should be when the proposal has landed.
  private func faults(_ old: String, in directory: String = "repo", landed: Bool) throws -> String {
    let head = try sandbox.git("rev-parse", "main", in: directory)
    let left = try sandbox.run(
      ["find", ".git", "-name", "*.lock", "!", "-name", "northstar.lock", "-o", "-name", "northstar.move"],
      in: directory)
    let branches = landed == (head != old) ? "" : "main is at \(head), landed: \(landed)"
    return branches + left.output + (try sandbox.git("status", "--porcelain", in: directory))
  }

  @Test(arguments: ["teams", "metrics", ".git", ".git/refs/heads"])
  func aFolderThatCannotBeWrittenLeavesEverythingAsItWas(folder: String) throws {
    let old = try sandbox.git("rev-parse", "main")
    _ = try sandbox.run(["chmod", "a-w", folder])
    let outcome = try land(Self.weak)
    _ = try sandbox.run(["chmod", "u+w", folder])
    #expect(outcome.status == 128, "\(outcome.text)")
    #expect(try faults(old, landed: false) == "", "\(outcome.text)")
    #expect(try land(Self.weak).status == 0, "nothing but the folder was in the way")
    #expect(try faults(old, landed: true) == "")
  }

  @Test func aLimitOfFileSizesIsAnErrorThatNamesIt() throws {
    let old = try sandbox.git("rev-parse", "main")
    var statuses: [Int32] = []
    for blocks in 0..<64 where statuses.last != 0 {
      let outcome = try land(["sh", "-c", "ulimit -f \(blocks); exec \"$@\"", "sh"])
      statuses.append(outcome.status)
      #expect(!outcome.errors.contains("another git"), "\(blocks): \(outcome.text)")
      #expect(try faults(old, landed: outcome.status == 0) == "", "\(blocks): \(outcome.text)")
    }
    #expect(statuses.dropLast().allSatisfy { $0 == 128 } && statuses.last == 0 && statuses.count > 2, "\(statuses)")
  }

  /// Every size of a disk on which something does not fit, in steps smaller than what is written.
  @Test(.enabled(if: getuid() == 0, "only root can mount a small disk"))
  func aFullDiskLeavesEverythingAsItWas() throws {
    var (failed, done) = (0, 0)
    try sandbox.git("gc", "-q")
    try FileManager.default.createDirectory(atPath: "\(sandbox.path)/disk", withIntermediateDirectories: true)
    let mounted = try sandbox.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", "disk"], in: ".")
    try #require(mounted.status == 0, "\(mounted.text)")
    defer { _ = try? sandbox.run(["umount", "-l", "disk"], in: ".") }
    let copied = try sandbox.run(["cp", "-a", "repo", "disk/repo"], in: ".")
    try #require(copied.status == 0, "\(copied.text)")
    let old = try sandbox.git("rev-parse", "main")
    let count = Self.soak ?? 5
    for number in 0..<count {
      // The number of free pages of 4 KB: all of 0 to 74 in a campaign, a few far apart in `make test`.
      let free = number * (Self.soak == nil ? 15 : 1) % 75
      let filled = "dd if=/dev/zero of=disk/fill bs=4096 2>/dev/null; truncate -s -\(free * 4096) disk/fill; sync"
      _ = try sandbox.run(["sh", "-c", filled], in: ".")
      let outcome = try land(in: "disk/repo")
      _ = try sandbox.run(["rm", "-f", "disk/fill"], in: ".")
      let landed = outcome.status == 0
      #expect(try faults(old, in: "disk/repo", landed: landed) == "", "\(free) pages: \(outcome.text)")
      if landed { done += 1 } else { failed += 1 }
      _ = try sandbox.run(["sh", "-c", "rm -rf disk/repo && cp -a repo disk/repo"], in: ".")
    }
    print("full disk: \(count) runs, \(failed) old, \(done) new")
  }
}
