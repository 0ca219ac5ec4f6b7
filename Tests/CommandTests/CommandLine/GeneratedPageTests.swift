import Foundation
import TestSupport
import Testing

@testable import northstar

@Suite struct GeneratedPageTests {
  private let root = Sandbox.root

  @Test func areWhatTheCodeSays() throws {
    for page in try GeneratedPage.all() {
      let text = try? String(contentsOf: root.appending(path: page.path), encoding: .utf8)
      #expect(text == page.text, "\(page.path) is stale: run 'make reference'")
    }
  }

  /// Draft-07 schemas, checked by an independent validator against every file of the sample company.
  @Test func schemasAcceptTheSampleAndRefuseFaults() throws {
    let sandbox = try Sandbox(isRepository: false)
    let outcome = try sandbox.run(
      ["/usr/bin/python3", root.appending(path: "Tests/CommandTests/Validation/validate.py").path, root.path])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("12 schemas"))
  }
}
