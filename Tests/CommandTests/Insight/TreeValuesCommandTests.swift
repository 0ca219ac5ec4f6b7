import TestSupport
import Testing

@testable import northstar

@Suite struct TreeValuesCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
  }

  private func measure() throws {
    try sandbox.write(
      "readings/support-load.csv",
      "period,value,known_on,source\n2026-W02,4,2026-01-12,desk\n2026-W03,13,2026-01-19,desk\n2026-W04,14,2026-01-26,desk\n"
    )
  }

  @Test func valuesAreReadOnlyWhenTheyAreAskedFor() throws {
    let plain = try sandbox.northstar("tree").output
    let lacking = try sandbox.northstar("tree", "--values")
    #expect(lacking.output == plain && lacking.errors.contains("Nothing has been measured yet."))
    try measure()
    #expect(try sandbox.northstar("tree").output == plain)
    let values = try sandbox.northstar("tree", "--values").output
    #expect(values.contains("  14  2026-W04  +7.7 %  ▁▇█"))
    #expect(values.contains("breach: above 12 since 2026-W03"))
  }

  @Test func aMomentShowsWhatWasKnownThen() throws {
    try measure()
    try sandbox.commit("Begin", on: "2026-01-05")
    let then = try sandbox.northstar("tree", "--values", "--at", "2026-01-14").output
    #expect(then.contains("   4  2026-W02") && !then.contains("breach"))
  }

  @Test(arguments: [40, 72, 100])
  func aNarrowTerminalKeepsValuesAndBreaches(_ width: Int) throws {
    try measure()
    let outcome = try sandbox.northstar("--color", "never", "tree", "--values", width: width, answers: [])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.contains(" 14 ") && $0.contains("breach: above 12 since 2026-W03") })
    for line in lines { #expect(line.count <= max(width, 80), "\(line)") }
  }
}
