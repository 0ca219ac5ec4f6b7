import Decisions
import Git
import TestSupport
import Testing

@testable import Governance
@testable import northstar

/// Whole commits merged in memory.
@Suite struct StrategyMergeTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write([
      "northstar.yaml": "kind: strategy\nid: huddle\nname: Huddle\n",
      "teams/onboarding.yaml": "kind: team\nid: onboarding\nname: Onboarding\nlead: grace\nmembers: [grace]\n",
      "metrics/activation.yaml": "kind: metric\nid: activation\nname: Activation\ntarget: 40\nunit: percent\n",
      "README.md": "one\ntwo\nthree\nfour\nfive\n",
    ])
    try sandbox.commit("Begin")
  }

  /// Makes a commit on each side and merges them, theirs into ours.
  private func merge(
    ours: (Sandbox) throws -> Void, theirs: (Sandbox) throws -> Void
  ) throws -> (merge: StrategyMerge, files: [String: String]) {
    try sandbox.git("switch", "-q", "-c", "other")
    try theirs(sandbox)
    try sandbox.commit("Theirs")
    try sandbox.git("switch", "-q", "main")
    try ours(sandbox)
    try sandbox.commit("Ours")
    func id(_ name: String) throws -> ObjectID { try #require(ObjectID(hex: try sandbox.git("rev-parse", name))) }
    let repository = try Repository.open(
      in: GitEnvironment(directory: "\(sandbox.path)/repo", variables: sandbox.variables))
    let before = try sandbox.git("for-each-ref")
    let merge = try StrategyMerge(base: id("main~1"), ours: id("main"), theirs: id("other"), in: repository)
    #expect(try sandbox.git("for-each-ref") == before)
    let tree = try repository.writeTree(merge.changes, onto: id("main^{tree}"))
    var files: [String: String] = [:]
    for path in try sandbox.git("ls-tree", "-r", "--name-only", "\(tree)").split(separator: "\n") {
      files[String(path)] = try sandbox.git("cat-file", "-p", "\(tree):\(path)")
    }
    return (merge, files)
  }

  private let team = "teams/onboarding.yaml"

  @Test func neighbouringFieldsAndOtherFilesMerge() throws {
    let (merge, files) = try merge {
      try $0.replace("name: Onboarding", "name: First steps", in: team)
      try $0.replace("one", "ONE", in: "README.md")
    } theirs: {
      try $0.replace("lead: grace", "lead: lin", in: team)
      try $0.replace("five", "FIVE", in: "README.md")
      try $0.write("people/lin.yaml", "kind: person\nid: lin\nname: Lin\n")
    }
    #expect(merge.conflicts.isEmpty)
    #expect(files[team] == "kind: team\nid: onboarding\nname: First steps\nlead: lin\nmembers: [grace]")
    #expect(files["README.md"] == "ONE\ntwo\nthree\nfour\nFIVE")
    #expect(files["people/lin.yaml"] != nil)
  }

  @Test func conflictsAreToldByEntityAndField() throws {
    let (merge, _) = try merge {
      try $0.replace("lead: grace", "lead: ada", in: team)
      try $0.replace("two", "2", in: "README.md")
      try $0.replace("target: 40", "target: 45", in: "metrics/activation.yaml")
    } theirs: {
      try $0.replace("lead: grace", "lead: lin", in: team)
      try $0.replace("two", "zwei", in: "README.md")
      try $0.git("rm", "-q", "metrics/activation.yaml")
    }
    #expect(
      merge.conflicts.map { "\($0.path): \($0.summary)" } == [
        "README.md: README.md: both sides changed it",
        "metrics/activation.yaml: metric/activation target: was '40', ours '45', theirs nothing",
        "teams/onboarding.yaml: team/onboarding lead: was 'grace', ours 'ada', theirs 'lin'",
      ])
  }

  @Test func aModeThatOneSideChangedIsKept() throws {
    let (merge, _) = try merge {
      try $0.replace("one", "ONE", in: "README.md")
    } theirs: {
      try $0.replace("five", "FIVE", in: "README.md")
      try $0.git("add", "-A")
      try $0.git("update-index", "--chmod=+x", "README.md")
      try $0.git("commit", "-q", "-m", "Mode")
      try $0.git("checkout", "-q", "-f", "HEAD", "--", ".")
    }
    guard case .text(_, let mode)? = merge.changes[try TreePath("README.md")] else {
      Issue.record("\(merge.changes)")
      return
    }
    #expect(mode == .executable)
  }

  private let moved = "metrics/inputs/activation.yaml"

  private func move(_ sandbox: Sandbox, to path: String) throws {
    try sandbox.write(path, try sandbox.text("metrics/activation.yaml"))
    try sandbox.git("rm", "-q", "-f", "metrics/activation.yaml")
  }

  @Test func whatOneSideMovedTakesTheOthersChangesAlong() throws {
    let (merge, files) = try merge {
      try move($0, to: moved)
      try $0.replace("unit: percent", "unit: users", in: moved)
    } theirs: {
      try $0.replace("target: 40", "target: 45", in: "metrics/activation.yaml")
    }
    #expect(merge.conflicts.isEmpty)
    #expect(files["metrics/activation.yaml"] == nil)
    #expect(files[moved] == "kind: metric\nid: activation\nname: Activation\ntarget: 45\nunit: users")
  }

  @Test func whatTheOtherSideMovedKeepsOurChanges() throws {
    let (merge, files) = try merge {
      try $0.replace("target: 40", "target: 45", in: "metrics/activation.yaml")
    } theirs: {
      try move($0, to: moved)
    }
    #expect(merge.conflicts.isEmpty)
    #expect(files["metrics/activation.yaml"] == nil)
    #expect(files[moved] == "kind: metric\nid: activation\nname: Activation\ntarget: 45\nunit: percent")
  }

  @Test func whatBothMovedStaysWhereWeHaveIt() throws {
    let (merge, files) = try merge {
      try move($0, to: moved)
      try $0.replace("unit: percent", "unit: users", in: moved)
    } theirs: {
      try move($0, to: "metrics/other/activation.yaml")
      try $0.replace("target: 40", "target: 45", in: "metrics/other/activation.yaml")
    }
    #expect(merge.conflicts.isEmpty)
    #expect(files.keys.filter { $0.hasPrefix("metrics/") } == [moved])
    #expect(files[moved] == "kind: metric\nid: activation\nname: Activation\ntarget: 45\nunit: users")
  }

  @Test func oneIdForTwoThingsIsAConflict() throws {
    let (merge, _) = try merge {
      try $0.write("people/lin.yaml", "kind: person\nid: lin\nname: Lin\n")
    } theirs: {
      try $0.write("people/lin-wu.yaml", "kind: person\nid: lin\nname: Lin Wu\n")
    }
    #expect(merge.conflicts.map(\.summary) == ["person/lin name: was nothing, ours 'Lin', theirs 'Lin Wu'"])
  }
}
