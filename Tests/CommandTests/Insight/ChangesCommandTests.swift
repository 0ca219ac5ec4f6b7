import Foundation
import TestSupport
import Testing

/// What changed in meaning since a day or a revision.
@Suite struct ChangesCommandTests {
  let sandbox: Sandbox
  private let lever = "metrics/activation-rate.yaml"

  /// A strategy of 28 January; a hand-over on 30 January; a new name and a layout on 2 February.
  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-28")
    try sandbox.git("tag", "begun")
    try sandbox.replace("person: ada", "person: grace", in: lever)
    try sandbox.commit("Hand over", on: "2026-01-30")
    try sandbox.replace("name: Activation rate", "name: First meeting rate", in: lever)
    try sandbox.commit("Rename the lever", on: "2026-02-02")
    try sandbox.replace("name: First meeting rate", "name: 'First meeting rate'  # quoted", in: lever)
    try sandbox.commit("Quote", on: "2026-02-02")
  }

  private func id(_ revision: String) throws -> String { try sandbox.git("rev-parse", "--short=7", revision) }

  @Test func theNewestCommitComesFirstWithWhatItChanged() throws {
    let answer = try sandbox.northstar("changes", "--since", "begun")
    #expect(answer.status == 0)
    let expected = """
      \(try id("HEAD~1"))  2026-02-02  Ada Okafor  Rename the lever
        changed metric/activation-rate  [safe: it is only what people call it]
          name: Activation rate → First meeting rate

      \(try id("HEAD~2"))  2026-01-30  Ada Okafor  Hand over
        changed metric/activation-rate  [risky: it decides who answers for it; approval: its owner]
          owner.person: ada → grace

      """
    #expect(answer.output == expected, "\(answer.text)")
  }

  @Test(arguments: [
    ("2026-01-27", ["Rename the lever", "Hand over", "Begin"]), ("2026-01-28", ["Rename the lever", "Hand over"]),
    ("2026-01-30", ["Rename the lever"]), ("begun", ["Rename the lever", "Hand over"]),
    ("HEAD~2", ["Rename the lever"]), ("main~1", []), ("2026-02-02", []), ("2030-01-01", []),
  ])
  func whatLandedAfterADayOrARevisionIsListed(since: String, subjects: [String]) throws {
    let answer = try sandbox.northstar("changes", "--since", since)
    let heads = answer.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.map { $0.components(separatedBy: "  ").last } == subjects, "\(answer.text)")
    #expect(answer.status == 0)
  }

  @Test func jsonNamesTheCommitTheClassAndTheValues() throws {
    let answer = try sandbox.northstar("changes", "--since", "2026-01-28", "--least", "risky", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(object["formatVersion"] as? String == "1.0")
    #expect(object["since"] as? String == "2026-01-28")
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events.map { $0["commit"] as? String } == [try sandbox.git("rev-parse", "HEAD~2")])
    #expect(events.map { $0["class"] as? String } == ["risky"])
    #expect(events.map { $0["path"] as? String } == [lever])
    let field = try #require((events.first?["fields"] as? [[String: Any]])?.first)
    #expect(field["field"] as? String == "owner.person")
    #expect(field["old"] as? String == "ada" && field["new"] as? String == "grace")
  }

  @Test func nothingSinceIsAnEmptyAnswer() throws {
    let text = try sandbox.northstar("changes", "--since", "HEAD")
    #expect(text.status == 0 && text.output.isEmpty && text.errors.contains("Nothing has changed"), "\(text.text)")
    let json = try sandbox.northstar("changes", "--since", "HEAD", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["events"] as? [Any])?.isEmpty == true, "\(json.text)")
  }

  @Test func aRevisionThatIsUnknownOrBesideTheLineIsAnError() throws {
    let unknown = try sandbox.northstar("changes", "--since", "no-such-tag")
    #expect(unknown.status == 128)
    #expect(unknown.output.isEmpty && unknown.errors.contains("no-such-tag"), "\(unknown.text)")
    try sandbox.git("checkout", "-q", "-b", "side", "HEAD~1")
    try sandbox.commit("Beside")
    let beside = try sandbox.northstar("changes", "--since", "side")
    #expect(beside.status == 128)
    #expect(beside.errors.contains("not on the first parents of main"), "\(beside.text)")
  }
}
