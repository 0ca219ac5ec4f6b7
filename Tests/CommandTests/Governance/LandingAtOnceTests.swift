import Foundation
import TestSupport
import Testing

/// Many people land at the same moment, each in a process of its own.
@Suite struct LandingAtOnceTests {
  @Test func everyProposalLandsOnce() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    let ids = (1...16).map { "p\($0)" }
    for id in ids {
      let metric = "metrics/extra-\(id).yaml"
      #expect(
        try sandbox.northstar("propose", "start", id, "--title", id, "--because", "To try", "--no-switch").status == 0)
      try sandbox.git("switch", "-q", "proposal/\(id)")
      try sandbox.write(
        metric, sandbox.text("metrics/support-load.yaml").replacing("id: support-load", with: "id: extra-\(id)"))
      try sandbox.commit("Add \(id)")
    }
    try sandbox.git("switch", "-q", "main")
    let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
      for id in ids { group.addTask { try sandbox.run([Sandbox.program, "propose", "land", id]) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for outcome in outcomes { #expect(outcome.status == 0, "\(outcome.text)") }
    let landed = try sandbox.git(
      "log", "--first-parent", "--format=%(trailers:key=Northstar-Proposal,valueonly,separator=)", "main"
    )
    .split(separator: "\n").map(String.init)
    #expect(landed.sorted() == ids.sorted())
    #expect(try sandbox.git("branch", "--list", "proposal/*") == "")
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.git("fsck", "--strict", "--no-dangling", "--no-progress") == "")
  }
}
