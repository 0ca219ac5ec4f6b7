import Editing
import StrategyModel
import TestSupport
import Testing

@testable import northstar

/// What `init` writes still passes the check when the first numbers come in.
@Suite struct FirstReadingTests {
  @Test(arguments: BusinessType.allCases)
  func everyTemplateHoldsFromTheFirstReadingOn(_ business: BusinessType) throws {
    let sandbox = try Sandbox()
    try #require(sandbox.northstar("init", "--template", business.rawValue).status == 0)
    try sandbox.commit("Begin")
    for metric in [business.template.northStar] + business.template.inputs {
      let added = try sandbox.northstar("measure", "add", metric.id, "last", "41.5")
      #expect(added.status == 0, "\(metric.id): \(added.text)")
    }
    let check = try sandbox.northstar("check", "--fail-on", "error")
    #expect(check.status == 0, "\(check.text)")
    #expect(!check.output.contains("error["), "\(check.output)")
    let status = try sandbox.northstar("okr", "status", "--cycle", "2026-q1")
    #expect(status.status == 0 && !status.output.isEmpty, "\(status.text)")
    #expect(try sandbox.northstar("okr", "status").status == 0)
    let report = try sandbox.northstar("report")
    #expect(report.status == 0 && report.output.contains("41.5"), "\(report.text)")
  }
}
