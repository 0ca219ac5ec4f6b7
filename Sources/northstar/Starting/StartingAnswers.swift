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
    guard northStar != template.northStar.name, let id = Identifier.made(from: northStar) else {
      return template.northStar.id
    }
    return template.metrics.dropFirst().contains { $0.id == id } ? "north-star-metric" : id
  }

  var teamID: String { Identifier.made(from: team) ?? "first-team" }
  var strategyID: String { Identifier.made(from: product) ?? "strategy" }
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
    return [first, mailbox].lazy.compactMap { Identifier.made(from: $0) }.first ?? "steward"
  }
}

extension Identifier {
  /// An identifier in the words of a name, `nil` when it has none in Latin letters: `Aktivierung für alle` gives
  /// `aktivierung-fur-alle`.
  static func made(from name: String) -> String? {
    let letters = name.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    let words = letters.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var id = ""
    for word in words where id.utf8.count + word.utf8.count < 60 {
      id += id.isEmpty ? String(word) : "-\(word)"
    }
    return Identifier.isValid(id) ? id : nil
  }
}
