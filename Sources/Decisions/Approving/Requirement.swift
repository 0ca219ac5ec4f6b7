package import History
import StrategyModel

/// An approval that a change needs before it may land.
package struct Requirement: Sendable, Equatable {
  /// The role of a side in a hand-over: two sides, two people.
  package enum Side: String, Sendable, CaseIterable { case giving, taking }

  /// Somebody who would be expected among `people`, and why they do not count.
  package struct Barred: Sendable, Hashable {
    package let person: String
    /// One clause: "wrote part of it".
    package let reason: String
  }

  /// Why the approval is required.
  package struct Reason: Sendable, Hashable {
    package let entity: EntityKey
    /// The field's path; `nil` when the entity as a whole was added or removed.
    package let field: String?
    /// One clause.
    package let text: String

    package init(entity: EntityKey, field: String?, text: String) {
      (self.entity, self.field, self.text) = (entity, field, text)
    }
  }

  /// The changed entities, sorted.
  package internal(set) var subjects: [EntityKey]
  /// In words: "the owner of activation-rate", "2 stewards".
  package let role: String
  /// How many of `people` must approve, 1 or more.
  package let count: Int
  /// By handle, sorted; empty when everybody who is entitled is barred, and then nothing can meet it.
  package let people: [String]
  package let barred: [Barred]
  package let side: Side?
  package internal(set) var reasons: [Reason]
}

extension Requirement {
  /// Whether two differ only in their subjects. The two keys of each hand-over stay a pair of their own.
  fileprivate func asksTheSame(as other: Requirement) -> Bool {
    side == nil && other.side == nil && role == other.role && count == other.count && people == other.people
      && barred == other.barred
  }

  fileprivate mutating func absorb(_ other: Requirement) {
    subjects = Set(subjects + other.subjects).sorted()
    reasons = Set(reasons + other.reasons).sorted()
  }
}

extension [Requirement] {
  /// With equal requirements merged, in the order of their subjects.
  var merged: [Requirement] {
    var merged: [Requirement] = []
    for requirement in self {
      if let position = merged.firstIndex(where: { $0.asksTheSame(as: requirement) }) {
        merged[position].absorb(requirement)
      } else {
        merged.append(requirement)
      }
    }
    return merged.sorted { a, b in
      a.subjects == b.subjects
        ? (a.role, a.count) < (b.role, b.count) : a.subjects.lexicographicallyPrecedes(b.subjects)
    }
  }
}

extension Requirement.Reason: Comparable {
  package static func < (a: Requirement.Reason, b: Requirement.Reason) -> Bool {
    a.entity == b.entity ? (a.field ?? "", a.text) < (b.field ?? "", b.text) : a.entity < b.entity
  }

  /// `metric/activation-rate.definition.counts: values before and after can't be compared`.
  package var sentence: String { "\(entity)\(field.map { ".\($0)" } ?? ""): \(text)" }
}
