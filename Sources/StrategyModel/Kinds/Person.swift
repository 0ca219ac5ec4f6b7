package import StrictYAML

/// A person, by the handle that every other file uses. Only this file has their mail addresses and keys.
package struct Person: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var title: Located<String>?
  package var discipline: Located<Discipline>?
  package var emails: [Located<String>] = []
  package var keys: [Located<String>] = []
  package var joined: Located<Day>?
  package var left: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.person
  package static let summary = "A person, by the handle that every other file uses."
  package static let coming: Consequence = .safe("it is new")
  package static let going: Consequence = .risky("it decides whose approvals count", .steward)

  package static let fields: [Field<Person>] = [
    kindField,
    .required("id", "The handle.", example: "ada", changing: .identity(.steward)) { $0.id = $1 },
    .required("name", "The full name.", example: "Ada Okafor", changing: .safe("it is only what people call somebody"))
    { $0.name = $1 },
    .optional(
      "title", "What the person does here.", example: "Head of Product", changing: .safe("it gives nobody a right")
    ) { $0.title = $1 },
    .optional(
      "discipline", "The part of the company the person works in.", example: "product",
      changing: .safe("it gives nobody a right")
    ) { $0.discipline = $1 },
    .optional(
      "emails", "The addresses that the person's commits carry.", example: "[ada@huddle.example]",
      changing: .risky("it decides whose approvals count", .steward, arriving: .always)
    ) {
      $0.emails = $1
    },
    .optional(
      "keys", "The public keys that sign the person's commits, as git and ssh-keygen write them.",
      changing: .risky("it decides whose approvals count", .steward, arriving: .always)
    ) {
      $0.keys = $1
    },
    .optional(
      "joined", "The first day in the company.", example: "2023-09-01",
      changing: .risky("it decides whose approvals count", .steward, .counting, arriving: .always)
    ) { $0.joined = $1 },
    .optional(
      "left", "The last day in the company.", example: "2026-02-27",
      changing: .risky("it decides whose approvals count", .steward, .counting, arriving: .always)
    ) { $0.left = $1 },
    metaField,
  ]
}

package enum Discipline: String, Choice {
  case product, engineering, design, data, marketing, sales
  case customerSuccess = "customer-success"
  case operations, finance, leadership

  package var summary: String {
    switch self {
    case .product: "Product management."
    case .engineering: "Engineering."
    case .design: "Design and research."
    case .data: "Data and analytics."
    case .marketing: "Marketing."
    case .sales: "Sales."
    case .customerSuccess: "Customer success and support."
    case .operations: "Operations."
    case .finance: "Finance."
    case .leadership: "General management."
    }
  }
}
