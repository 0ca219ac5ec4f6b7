import FoundationEssentials
package import Git
import Presentation
package import StrategyModel

/// The facts about the company that are needed before a strategy's first file is written.
package struct StartingAnswers {
  var business: BusinessType
  package var product: String
  package var coreValue: String
  /// The template's, or one of their own.
  package private(set) var northStar: MetricDraft
  package var team: String
  package var person: Founder

  /// The template's suggestions, for a product and a person.
  package init(_ business: BusinessType, product: String, person: Founder) {
    self.business = business
    self.product = product
    self.person = person
    coreValue = business.template.coreValue
    northStar = business.template.northStar
    team = business.template.team
  }

  /// Replaces the template's North Star; its formula is dropped unless the definition is the same.
  package mutating func choose(_ name: String, _ definition: NorthStarDefinition) {
    let metric = business.template.northStar
    northStar = MetricDraft(
      id: id(of: name), name: name, role: .northStar, counts: definition.counts, excludes: definition.excludes,
      grain: definition.grain, aggregation: definition.aggregation, unit: definition.unit, source: metric.source,
      formula: definition == NorthStarDefinition(metric) ? metric.formula : nil, drives: metric.drives)
  }

  /// Derived from the name; no other metric of the template has it.
  private func id(of name: String) -> String {
    let template = business.template
    guard name != template.northStar.name, let id = Identifier.corrected(name, atMost: 60) else {
      return template.northStar.id
    }
    return template.metrics.dropFirst().contains { $0.id == id } ? "north-star-metric" : id
  }

  var teamID: String { Identifier.corrected(team, atMost: 60) ?? "first-team" }
  var strategyID: String { Identifier.corrected(product, atMost: 60) ?? "strategy" }
}

/// The definition of a North Star Metric besides its name.
package struct NorthStarDefinition: Equatable {
  package var counts: String
  package var excludes: String
  package var unit: String
  package var aggregation: Aggregation
  package var grain: Grain

  package init(_ metric: MetricDraft) {
    (counts, excludes, unit) = (metric.counts, metric.excludes, metric.unit)
    (aggregation, grain) = (metric.aggregation, metric.grain)
  }
}

/// The person who begins the strategy, and is its first steward, team lead and owner.
package struct Founder {
  package var handle: String
  package var name: String
  package var email: String?

  /// The user according to git.
  package init(in environment: GitEnvironment) {
    // 'Ada Okafor <ada@huddle.example> 1767603600 +0100'; nothing is guessed from the machine's name.
    let answer = try? environment.git(["-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"])
    let line = answer.flatMap { $0.succeeded ? String(decoding: $0.output, as: UTF8.self) : nil } ?? ""
    let parts = line.split(separator: "<", maxSplits: 1).map { $0.trimmed }
    name = parts.first.flatMap { $0.isEmpty ? nil : $0 } ?? "First Steward"
    email = parts.dropFirst().first.flatMap { $0.split(separator: ">").first.map(String.init) }
    handle = Founder.handle(name: name, email: email)
  }

  /// The first name, else the part before the `@`.
  package static func handle(name: String, email: String?) -> String {
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    let mailbox = email?.split(separator: "@").first.map(String.init) ?? ""
    return [first, mailbox].lazy.compactMap { Identifier.corrected($0, atMost: 60) }.first ?? "steward"
  }
}
