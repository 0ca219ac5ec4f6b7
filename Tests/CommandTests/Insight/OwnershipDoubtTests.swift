import Foundation
import TestSupport
import Testing

@testable import northstar

/// A single name for a lever sometimes hides something; every command that names owners says what.
@Suite struct OwnershipDoubtTests {
  private let strategy: AuditedStrategy
  private let lever: String
  private let owner = "owner:\n  team: onboarding\n  person: ada\n  since: 2025-12-01\n"

  init() throws {
    strategy = try AuditedStrategy()
    lever = strategy.lever
  }

  private struct Answer: Decodable {
    struct Row: Decodable {
      let lever: String
      let person: String?
      let days: Int?
      let notes: [String]?
    }
    let rows: [Row]?
    let owner: Row?
    let notes: [String]
  }

  private func json(_ arguments: String..., today: String = "2026-06-30") throws -> Answer {
    let outcome = try strategy.sandbox.northstar(arguments + ["--format", "json"], today: today)
    try #require(outcome.status == 0, "\(outcome.text)")
    return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  private func text(_ arguments: String..., today: String = "2026-06-30") throws -> String {
    try strategy.sandbox.northstar(arguments, today: today).output
  }

  // MARK: Who had left

  private func leave(on day: String) throws {
    let file = "people/ada.yaml"
    try strategy.sandbox.write(file, try strategy.sandbox.text(file) + "left: \(day)\n")
    try strategy.land("Ada leaves", on: "2026-02-10")
  }

  @Test func ownerWhoHadLeftIsToldOfInEveryAnswer() throws {
    try leave(on: "2026-02-28")
    let left = "ada, the owner of 'activation-rate', left on 2026-02-28"
    for arguments in [[], ["--on", "2026-05-01"]] {
      let who = ["who", "activation-rate"] + arguments
      #expect(try strategy.sandbox.northstar(who, today: "2026-06-30").output.contains(left))
    }
    #expect(try !text("who", "activation-rate", "--on", "2026-02-28").contains("left"))
    #expect(try json("who", "activation-rate").notes == [left])
    #expect(try json("owners").notes.contains(left))
    #expect(try json("owners").rows?.first { $0.lever == "activation-rate" }?.notes == ["ada left on 2026-02-28"])
    let csv = try text("owners", "--format", "csv").split(separator: "\n").map(String.init)
    #expect(csv[0].hasSuffix(",note"))
    #expect(csv.contains { $0.hasPrefix("activation-rate,") && $0.hasSuffix(",ada left on 2026-02-28") })
    #expect(try text("report", "--format", "markdown").contains("left on 2026-02-28"))
  }

  @Test func leverOfWhoHadLeftIsAFindingUntilItIsHandedOver() throws {
    try leave(on: "2026-02-28")
    try strategy.land("person: ada", "person: grace", in: lever, on: "2026-05-31")
    try strategy.land("since: 2025-12-01", "since: 2026-06-01", in: lever, on: "2026-06-01")
    let found = try strategy.findings("owner-left").filter { $0.subject == "activation-rate" }
    #expect(found.map(\.from) == ["2026-03-01"])
    #expect(found.map(\.to) == ["2026-05-31"])
  }

  @Test func whoLeftAndCameBackIsNot() throws {
    try leave(on: "2026-02-28")
    try strategy.land("left: 2026-02-28\n", "", in: "people/ada.yaml", on: "2026-04-01")
    #expect(try strategy.findings("owner-left") == [])
    #expect(try json("who", "activation-rate").notes == [])
  }

  @Test func ownerWithoutAFileIsToldOf() throws {
    try strategy.sandbox.git("rm", "-q", "people/ada.yaml")
    try strategy.land("Remove a person", on: "2026-03-02")
    #expect(
      try text("who", "activation-rate").contains("ada, the owner of 'activation-rate', has no file since 2026-03-02"))
  }

  @Test func codeOwnersNameNobodyWhoHasLeft() throws {
    try leave(on: "2026-02-28")
    let rules = try text("owners", "--format", "codeowners").split(separator: "\n")
    #expect(!rules.contains { !$0.hasPrefix("#") && $0.contains("ada@") })
    #expect(rules.contains("# /metrics/activation-rate.yaml: ada left on 2026-02-28"))
    #expect(try text("owners", "--format", "codeowners", today: "2026-02-28").contains(" ada@"))
    #expect(try !text("owners", "--format", "backstage").contains("user:default/ada"))
  }

  // MARK: Two files

  @Test func daysOfTwoFilesAreToldOf() throws {
    let copy = "metrics/zz-copy.yaml"
    let other = "owner:\n  team: growth\n  person: lin\n  since: 2026-03-02\n"
    try strategy.sandbox.write(copy, try strategy.sandbox.text(lever).replacing(owner, with: other))
    try strategy.land("Copy it", on: "2026-03-02")
    let during = try json("who", "activation-rate", today: "2026-03-05").notes
    try strategy.sandbox.git("rm", "-q", copy)
    try strategy.land("Mend it", on: "2026-03-09")
    let said = "metrics/zz-copy.yaml gave 'activation-rate' to growth (lin) at the same time, from 2026-03-02"
    #expect(during == ["\(said) on"])
    for moment in ["--at", "--on"] {
      #expect(
        try json("who", "activation-rate", moment, "2026-03-05").notes == [
          "\(said)\(moment == "--at" ? " on" : " to 2026-03-08")"
        ])
      #expect(try json("who", "activation-rate", moment, "2026-03-01").notes == [])
      #expect(try json("owners", moment, "2026-03-05").notes.contains { $0.hasPrefix(said) })
    }
    #expect(try json("who", "activation-rate").notes == [])
    #expect(try text("audit").contains("gave it to growth (lin) at the same time, until 2026-03-08"))
  }

  // MARK: Two owners on one day

  private func handOverOnTheFirstDay() throws {
    try strategy.land(
      owner, owner.replacing("onboarding", with: "growth").replacing("ada", with: "lin"), in: lever, on: "2025-12-01")
  }

  @Test func handOverOnTheFirstDayKeepsBoth() throws {
    try handOverOnTheFirstDay()
    let history = try text("who", "activation-rate", "--history")
    #expect(history.contains("2025-12-01 – 2025-12-01  team onboarding (ada)"))
    #expect(history.contains("since 2025-12-01         team growth (lin)"))
    #expect(
      try json("who", "activation-rate", "--on", "2025-12-01").notes == [
        "onboarding (ada) owned 'activation-rate' earlier on 2025-12-01"
      ])
    let tenure = try text("audit", "--lever", "activation-rate").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(tenure.contains { $0.prefix(3) == ["activation-rate", "2", "1"] })
  }

  /// Both were replaced later and are no longer part of the record, which is reported.
  @Test func recordThatALaterOneReplacedIsTold() throws {
    try strategy.land(
      owner, owner.replacing("onboarding", with: "growth").replacing("ada", with: "lin"), in: lever, on: "2025-12-03")
    let history = try text("who", "activation-rate", "--history")
    #expect(history.contains("gave it to onboarding (ada) from 2025-12-01 on; a later record replaced that"))
  }

  // MARK: The day that is asked about

  @Test func daysCountUpToTheDayInQuestion() throws {
    #expect(
      try text("who", "activation-rate", "--on", "2025-12-10").hasPrefix(
        "activation-rate on 2025-12-10: team onboarding (ada), since 2025-12-01 (10 days)\n"))
    #expect(try json("who", "activation-rate", "--on", "2025-12-10").owner?.days == 10)
    #expect(try !text("who", "activation-rate", "--at", "2025-12-10", "--history").contains("today"))
  }

  @Test(arguments: ["who activation-rate --on", "owners --on", "audit --to"])
  func dayToComeIsNotKnown(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try strategy.sandbox.northstar(words + ["2027-01-01", "--format", "json"], today: "2026-06-30")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.notes.contains { $0.hasPrefix("2027-01-01 is in the future") })
    #expect(outcome.errors.contains("2027-01-01 is in the future"))
  }

  // MARK: What is a lever

  @Test func ownersAndAuditMeanTheSameLevers() throws {
    let driver = "metrics/onboarding-completion.yaml"
    try strategy.sandbox.write(driver, try strategy.sandbox.text(driver) + owner)
    try strategy.land("Own the driver", on: "2026-01-12")
    struct Audited: Decodable {
      struct Interval: Decodable { let lever: String }
      let intervals: [Interval]
    }
    let outcome = try strategy.sandbox.northstar("audit", "--format", "json", today: "2026-06-30")
    let audited = try JSONDecoder().decode(Audited.self, from: Data(outcome.output.utf8))
    let listed = Set(try json("owners").rows?.map(\.lever) ?? [])
    #expect(Set(audited.intervals.map(\.lever)) == listed)
    #expect(listed.contains("onboarding-completion"))
  }

  @Test func driverWhoseOwnerIsGoneIsAGap() throws {
    let driver = "metrics/onboarding-completion.yaml"
    try strategy.sandbox.write(driver, try strategy.sandbox.text(driver) + owner)
    try strategy.land("Own the driver", on: "2026-01-12")
    try strategy.land(owner, "", in: driver, on: "2026-03-01")
    #expect(
      try strategy.findings("gap").map(\.description).map { $0.prefix(50) } == [
        "gap onboarding-completion - 2026-03-01…2026-06-30 "
      ])
  }

  @Test func nothingIsFoundBeforeTheRecordBegan() throws {
    for kind in ["shadow-owner", "paper-owner", "back-dated", "gap", "ended-team", "owner-left"] {
      #expect(try strategy.findings(kind).allSatisfy { $0.from >= "2025-12-01" })
    }
    try strategy.land("since: 2025-12-01", "since: 2025-10-01", in: lever, on: "2026-02-10")
    #expect(try strategy.findings("back-dated").map(\.from) == ["2025-12-01"])
  }
}
