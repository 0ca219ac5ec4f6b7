import TestSupport
import Testing

/// Nobody keeps a server by what they push: what takes too long to judge is refused.
@Suite struct GateTimeLimitTests {
  private let clone: GatedClone

  init() throws {
    clone = try GatedClone()
    try clone.northstar("ada", "set", "activation-rate.name", "Activation")
  }

  private func limit(_ seconds: String) throws {
    try clone.sandbox.git("config", "northstar.gateTimeout", seconds, in: "server.git")
  }

  @Test func aPushThatTakesTooLongIsRefused() throws {
    try limit("0.001")
    let old = try clone.sandbox.git("rev-parse", "main", in: "server.git")
    let refused = try clone.push()
    #expect(refused.status != 0)
    #expect(refused.errors.contains("the push is refused: it takes longer than 0.001 s to judge"), "\(refused.errors)")
    #expect(refused.errors.contains("help: Push fewer commits at a time"))
    #expect(refused.errors.contains("git config northstar.gateTimeout <seconds>"))
    #expect(try clone.sandbox.git("rev-parse", "main", in: "server.git") == old)
    try limit("100")
    #expect(try clone.push().status == 0)
  }

  @Test func theTimeIsTheServersAlone() throws {
    try clone.git("config", "northstar.gateTimeout", "0.001")
    #expect(try clone.push().status == 0)
  }

  @Test(arguments: ["0", "-1", "soon", "inf", "nan", ""])
  func aLimitThatIsNoneLetsNothingPass(seconds: String) throws {
    try limit(seconds)
    let refused = try clone.push()
    #expect(refused.status != 0)
    #expect(refused.errors.contains("northstar.gateTimeout is '\(seconds)' (expected a number of seconds"))
  }
}
