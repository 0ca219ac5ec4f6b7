package import History

/// One thing that two sides changed differently.
package struct MergeConflict: Sendable, Hashable {
  /// `nil` for a file that describes nothing, or cannot be read.
  package let entity: EntityKey?
  /// Names of fields and keys of items; `nil` for the file as a whole.
  package let field: String?
  /// The file.
  package let path: String
  /// `nil` on the sides that do not have it, and for a whole file.
  package let base: String?
  package let ours: String?
  package let theirs: String?
  /// For a whole file, why it cannot be merged: one clause.
  package let reason: String?

  package init(path: String, entity: EntityKey?, reason: String) {
    (self.entity, field, self.path, self.reason) = (entity, nil, path, reason)
    (base, ours, theirs) = (nil, nil, nil)
  }

  init(path: String, entity: EntityKey, field: String, _ values: Sides<String>) {
    (self.entity, self.field, self.path, reason) = (entity, field, path, nil)
    (base, ours, theirs) = (values.base, values.ours, values.theirs)
  }

  /// This conflict, for a file that is named relative to another folder.
  package func located(at path: String) -> MergeConflict { MergeConflict(self, path) }

  private init(_ other: MergeConflict, _ path: String) {
    (entity, field, self.path, reason) = (other.entity, other.field, path, other.reason)
    (base, ours, theirs) = (other.base, other.ours, other.theirs)
  }

  /// `metric/activation-rate target: was '40', ours '45', theirs '50'`.
  package var summary: String { summary(ours: "ours", theirs: "theirs") }

  /// The summary with names for the two sides.
  package func summary(ours name: String, theirs other: String) -> String {
    let subject = entity?.description ?? path
    guard let field else { return reason.map { "\(subject): \($0)" } ?? subject }
    func said(_ value: String?) -> String { value.map { "'\($0.onOneLine)'" } ?? "nothing" }
    return "\(subject) \(field): was \(said(base)), \(name) \(said(ours)), \(other) \(said(theirs))"
  }
}

/// One value for each side and the base.
struct Sides<Thing> {
  var base: Thing?
  var ours: Thing?
  var theirs: Thing?

  init(base: Thing?, ours: Thing?, theirs: Thing?) { (self.base, self.ours, self.theirs) = (base, ours, theirs) }

  func map<Other>(_ transform: (Thing) -> Other?) -> Sides<Other> {
    Sides<Other>(base: base.flatMap(transform), ours: ours.flatMap(transform), theirs: theirs.flatMap(transform))
  }
}

extension Sides: Sendable where Thing: Sendable {}

extension String {
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
