import Foundation
import Git
import StrategyModel

/// What a strategy needs to know about the company before its first file is written.
struct StartingAnswers {
  var business: BusinessType
  var product: String
  var coreValue: String
  var northStar: String
  var team: String
  var person: Founder

  /// The template's suggestions, for a product and a person.
  init(_ business: BusinessType, product: String, person: Founder) {
    self.business = business
    self.product = product
    self.person = person
    coreValue = business.template.coreValue
    northStar = business.template.northStar.name
    team = business.template.team
  }

  /// The NSM's id, after its name; no other metric of the template has it.
  var northStarID: String {
    let template = business.template
    guard northStar != template.northStar.name, let id = Identifier.corrected(northStar, atMost: 60) else {
      return template.northStar.id
    }
    return template.metrics.dropFirst().contains { $0.id == id } ? "north-star-metric" : id
  }

  var teamID: String { Identifier.corrected(team, atMost: 60) ?? "first-team" }
  var strategyID: String { Identifier.corrected(product, atMost: 60) ?? "strategy" }
}

/// The person who begins the strategy, and is its first steward, team lead and owner.
struct Founder {
  var handle: String
  var name: String
  var email: String?

  /// Whoever git says is working here.
  init(in environment: GitEnvironment) {
    // 'Ada Okafor <ada@huddle.example> 1767603600 +0100'; nothing guessed from the machine's name.
    let answer = try? environment.git(["-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"])
    let line = answer.flatMap { $0.succeeded ? String(decoding: $0.output, as: UTF8.self) : nil } ?? ""
    let parts = line.split(separator: "<", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    name = parts.first.flatMap { $0.isEmpty ? nil : $0 } ?? "First Steward"
    email = parts.dropFirst().first.flatMap { $0.split(separator: ">").first.map(String.init) }
    handle = Founder.handle(name: name, email: email)
  }

  /// The first name, else what stands before the `@`.
  static func handle(name: String, email: String?) -> String {
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    let mailbox = email?.split(separator: "@").first.map(String.init) ?? ""
    return [first, mailbox].lazy.compactMap { Identifier.corrected($0, atMost: 60) }.first ?? "steward"
  }
}
