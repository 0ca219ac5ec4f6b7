import Presentation

/// A kind of business with a template for a first strategy.
package enum BusinessType: String, CaseIterable {
  case saas, marketplace, streaming, social, fintech

  /// The kind of product in a few words.
  package var summary: String {
    switch self {
    case .saas: "software that teams work with"
    case .marketplace: "buyers and sellers find each other"
    case .streaming: "music, films or series to play"
    case .social: "people talk with people"
    case .fintech: "people move or keep money"
    }
  }

  package var template: Template {
    switch self {
    case .saas: .saas
    case .marketplace: .marketplace
    case .streaming: .streaming
    case .social: .social
    case .fintech: .fintech
    }
  }

  /// One line each, for help texts and messages.
  package static var lines: [String] {
    allCases.map { "\($0.rawValue.padded(12)) \($0.summary): \($0.template.northStar.name.lowercasedFirst)" }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
