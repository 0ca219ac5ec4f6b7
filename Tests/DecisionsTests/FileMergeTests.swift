import Decisions
import Git
import Testing

/// What people see of a merge.
@Suite struct FileMergeTests {
  private func merge(
    _ base: String?, _ ours: String?, _ theirs: String?, path: String = "metrics/activation.yaml"
  ) -> FileMerge {
    func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
    return FileMerge(path: path, base: bytes(base), ours: bytes(ours), theirs: bytes(theirs))
  }

  private func text(_ merge: FileMerge) throws -> String {
    guard case .merged(let text?) = merge.outcome else {
      Issue.record("\(merge.outcome)")
      return ""
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func conflicts(_ merge: FileMerge) -> [String] {
    if case .conflict(let found) = merge.outcome { found.map(\.summary) } else { [] }
  }

  private let metric = """
    kind: metric
    id: activation
    name: Activation  # as on the board
    target: 40
    guards: [load]

    """

  @Test func neighbouringFieldsMergeAndCommentsStay() throws {
    let ours = metric.replacing("Activation  #", with: "'Teams activated'  #")
    let theirs = metric.replacing("target: 40", with: "unit: percent\ntarget: 45").replacing(
      "[load]", with: "[load, cost]")
    #expect(
      try text(merge(metric, ours, theirs)) == """
        kind: metric
        id: activation
        name: 'Teams activated'  # as on the board
        unit: percent
        target: 45
        guards: [load, cost]

        """)
  }

  @Test func listsOfWordsAreSets() throws {
    let ours = metric.replacing("[load]", with: "[load, cost, speed]")
    let theirs = metric.replacing("[load]", with: "[breadth, cost]")
    #expect(try text(merge(metric, ours, theirs)).contains("guards: [cost, speed, breadth]"))
  }

  @Test func theLineEndsStayOurs() throws {
    let ours = metric.replacing("Activation  #", with: "Active teams  #").replacing("\n", with: "\r\n")
    let theirs = metric.replacing("target: 40", with: "target: 45\nunit: percent")
    let merged = try text(merge(metric, ours, theirs))
    #expect(merged.contains("target: 45\r\nunit: percent\r\n"))
    #expect(!merged.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func commentsOfBothSidesStayWhereTheLinesDoNotTouch() throws {
    let long = metric + (1...5).map { "meta\($0): x\n" }.joined()
    let ours = "# ours\n" + long.replacing("id: activation", with: "id: activation\nrole: input")
    let theirs = long.replacing("meta5: x", with: "# theirs\nmeta5: y")
    let merged = try text(merge(long, ours, theirs))
    #expect(merged.hasPrefix("# ours\n") && merged.hasSuffix("# theirs\nmeta5: y\n"))
  }

  @Test func commentsOfTheOtherSideComeAlongWithItsFields() throws {
    let ours = metric.replacing("target: 40", with: "target: 45")
    let theirs = metric.replacing(
      "guards: [load]", with: "# agreed\nguards: [load, 'cost']  # both\nunit: percent  # of teams")
    #expect(
      try text(merge(metric, ours, theirs)) == """
        kind: metric
        id: activation
        name: Activation  # as on the board
        target: 45
        # agreed
        guards: [load, 'cost']  # both
        unit: percent  # of teams

        """)
  }

  @Test func lineEndsOfTheOtherSideDoNotComeAlong() throws {
    let ours = metric.replacing("target: 40", with: "target: 45")
    let theirs = "# theirs\n" + metric.replacing("guards: [load]", with: "guards: [cost]")
    let merged = try text(merge(metric, ours, theirs.replacing("\n", with: "\r\n")))
    #expect(merged == "# theirs\n" + metric.replacing("[load]", with: "[cost]").replacing("40", with: "45"))
  }

  @Test func oneFieldWithTwoValuesIsNamed() {
    let merge = merge(
      metric, metric.replacing("40", with: "45"), metric.replacing("40", with: "50").replacing("load", with: "cost"))
    #expect(conflicts(merge) == ["metric/activation target: was '40', ours '45', theirs '50'"])
  }

  @Test func onlyWhatIsInConflictStandsBetweenMarkers() throws {
    let ours = metric.replacing("40", with: "45").replacing("Activation", with: "Active teams")
    let theirs = metric.replacing("40", with: "50").replacing("load", with: "cost")
    let marked = try merge(metric, ours, theirs).marked()
    #expect(!marked.isClean)
    #expect(
      String(decoding: marked.text, as: UTF8.self) == """
        kind: metric
        id: activation
        name: Active teams  # as on the board
        <<<<<<< ours
        target: 45
        =======
        target: 50
        >>>>>>> theirs
        guards: [cost]

        """)
  }

  @Test func checkInsOfBothSidesStandInTheOrderOfTheirDays() throws {
    let base = """
      kind: checkins
      team: growth
      cycle: 2026-q1
      entries:
        - { on: 2026-01-12, key_result: completion, value: 42 }

      """
    let ours = base + "  - { on: 2026-01-26, key_result: completion, value: 44 }  # good\n"
    let theirs =
      base + """
          - { on: 2026-01-19, key_result: completion, value: 43 }
          - { on: 2026-01-27, key_result: activation, value: 31 }

        """
    #expect(
      try text(merge(base, ours, theirs, path: "checkins/2026-q1/growth.yaml")) == base + """
          - { on: 2026-01-19, key_result: completion, value: 43 }
          - { on: 2026-01-26, key_result: completion, value: 44 }  # good
          - { on: 2026-01-27, key_result: activation, value: 31 }

        """)
    let other = base + "  - { on: 2026-01-26, key_result: completion, value: 45 }\n"
    #expect(
      conflicts(merge(base, ours, other, path: "checkins/2026-q1/growth.yaml")) == [
        "checkins/2026-q1/growth entries[2026-01-26 completion].value: was nothing, ours '44', theirs '45'"
      ])
  }

  private let okrs = """
    kind: okrs
    team: growth
    cycle: 2026-q1
    objectives:
      - id: first
        title: First
        key_results:
          - id: one
            title: One
            target: 5
          - id: two
            title: Two
            target: 6

    """

  @Test func itemsMergeByTheirKeys() throws {
    let ours = okrs.replacing("target: 5", with: "target: 7").replacing("title: First", with: "title: The first")
    let theirs = okrs.replacing("title: One", with: "title: The one") + "      - id: three\n        title: Three\n"
    let merged = try text(merge(okrs, ours, theirs, path: "okrs/2026-q1/growth.yaml"))
    #expect(merged.contains("title: The one\n        target: 7\n"))
    #expect(merged.contains("title: The first\n"))
    #expect(merged.hasSuffix("        target: 6\n      - id: three\n        title: Three\n"))
  }

  @Test func anItemRemovedHereAndChangedThereIsAConflict() {
    let ours = okrs.replacing("      - id: two\n        title: Two\n        target: 6\n", with: "")
    let theirs = okrs.replacing("target: 6", with: "target: 6\n        weight: 2")
    let found = conflicts(merge(okrs, ours, theirs, path: "okrs/2026-q1/growth.yaml"))
    #expect(
      found == ["okrs/2026-q1/growth objectives[first].key_results[two].weight: was nothing, ours nothing, theirs '2'"])
    #expect(conflicts(merge(okrs, theirs, ours, path: "okrs/2026-q1/growth.yaml")).count == 1)
  }

  @Test func aFileRemovedHereAndChangedThereIsAConflict() {
    let changed = metric.replacing("40", with: "45")
    #expect(conflicts(merge(metric, nil, changed)) == ["metric/activation target: was '40', ours nothing, theirs '45'"])
    #expect(conflicts(merge(metric, changed, nil)) == ["metric/activation target: was '40', ours '45', theirs nothing"])
    #expect(merge(metric, nil, "# moved\n" + metric).outcome == .merged(nil))
    #expect(merge(metric, nil, nil).outcome == .merged(nil))
  }

  @Test func aFileThatBothAddDifferentlyIsAConflict() {
    #expect(!conflicts(merge(nil, metric, metric.replacing("40", with: "45"))).isEmpty)
    #expect(merge(nil, metric, "# theirs\n" + metric).outcome == .merged(Array(metric.utf8)))
  }

  @Test func anotherEntityInTheSameFileIsAWholeConflict() {
    let other = metric.replacing("id: activation", with: "id: retention")
    #expect(
      conflicts(merge(metric, metric.replacing("40", with: "41"), other)) == [
        "metric/activation: it describes 'metric/activation' and 'metric/retention'"
      ])
    #expect(conflicts(merge(metric, metric.replacing("40", with: "41"), "{")).first?.contains("cannot be read") == true)
  }
}
