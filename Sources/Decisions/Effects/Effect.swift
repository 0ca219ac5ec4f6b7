import StrategyModel

/// A consequence of a change beyond the fields that it changes.
package struct Effect: Sendable, Equatable {
  /// In the order in which they are listed.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case meaningLost = "key-result-loses-meaning"
    case orphaned = "objective-orphaned"
    case leverGained = "lever-gained"
    case leverLost = "lever-lost"
    case guardrailLoosened = "guardrail-loosened"
    case gradedOnOld = "graded-on-old-definition"
    case newFault = "new-fault"

    /// The heading above them in a plan.
    package var title: String {
      switch self {
      case .meaningLost: "Key results whose numbers lose their meaning"
      case .orphaned: "Objectives that no longer roll up"
      case .leverGained: "Teams that gain a lever"
      case .leverLost: "Teams that lose a lever"
      case .guardrailLoosened: "Guardrails loosened"
      case .gradedOnOld: "Grades given on the old definition"
      case .newFault: "Rules that would newly fail"
      }
    }

    package static func < (a: Kind, b: Kind) -> Bool { a.position < b.position }
    private var position: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  package let kind: Kind
  /// The affected entity, as diagnostics name it: `okrs/2026-q1/onboarding`.
  package let subject: String
  /// One sentence without its period.
  package let sentence: String
}
