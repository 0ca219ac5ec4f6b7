package import StrategyModel

/// How much a change can hurt, the least first.
package enum ChangeClass: String, Sendable, Comparable, CaseIterable {
  case safe, risky, breaking

  package static func < (a: ChangeClass, b: ChangeClass) -> Bool { a.rank < b.rank }
  private var rank: Int { ChangeClass.allCases.firstIndex(of: self) ?? 0 }
}

/// A class with its reason, one clause.
package struct Judgement: Sendable, Equatable {
  package let level: ChangeClass
  package let reason: String

  package static let harmless = Judgement(level: .safe, reason: "nothing is measured or judged by it")
}

extension FieldChange {
  /// What the change of a field of such an entity means for those who work by it.
  package func judgement(in kind: Kind) -> Judgement {
    let name = path.prefix { $0 != "." && $0 != "[" }
    switch (kind, name) {
    case (.strategy, "north_star"): return Judgement(level: .breaking, reason: "every team aims at the NSM")
    case (.strategy, "approvals"), (.strategy, "stewards"):
      return Judgement(level: .risky, reason: "it decides who may change what")
    case (.metric, "definition") where path == "definition.source":
      return Judgement(level: .risky, reason: "another source may count differently")
    case (.metric, "readings"): return Judgement(level: .risky, reason: "another query may count differently")
    case (.metric, "definition"), (.metric, "formula"):
      return Judgement(level: .breaking, reason: "values before and after can't be compared")
    case (.metric, "direction"): return Judgement(level: .breaking, reason: "what was progress is now harm")
    case (.metric, "role"): return Judgement(level: .breaking, reason: "goals were set on it for another purpose")
    case (.metric, "lifecycle") where new?.value == "retired":
      return Judgement(level: .breaking, reason: "goals on it lose their measure")
    case (.metric, "owner"): return Judgement(level: .risky, reason: "somebody else answers for it")
    case (.metric, "threshold"), (.metric, "guards"):
      return Judgement(level: .risky, reason: "it moves the limit of harm")
    case (.metric, "target"), (.metric, "lifecycle"), (.metric, "retired"):
      return Judgement(level: .risky, reason: "plans were made on it")
    case (.metric, "drives"): return Judgement(level: .risky, reason: "work rolls up another way")
    case (.okrs, "objectives"): return okrJudgement
    case (.team, "lead"), (.team, "ended"), (.team, "merged_into"):
      return Judgement(level: .risky, reason: "somebody else answers for its levers")
    default: return .harmless
    }
  }

  private var okrJudgement: Judgement {
    if path.contains("].key_results["), !path.contains("].amendments[") {
      switch field {
      case "metric", "type", "unit": return Judgement(level: .breaking, reason: "the result is measured otherwise")
      case "baseline", "target", "lower", "upper", "weight", "owner":
        return Judgement(level: .risky, reason: "it moves the goalposts")
      default: return .harmless
      }
    }
    return field == "input" || field == "guards"
      ? Judgement(level: .breaking, reason: "the objective rolls up another way") : .harmless
  }
}

extension EntityChange {
  /// The worst that is true of it.
  package var judgement: Judgement {
    switch what {
    case .added: return Judgement(level: .safe, reason: "it is new")
    case .renamed: return worst(of: fields.filter { $0.path != "id" })
    case .removed where key.kind == .metric && old?["lifecycle"] != "retired":
      return Judgement(level: .breaking, reason: "goals on it lose their measure")
    case .removed where key.kind == .okrs || key.kind == .checkins:
      return Judgement(level: .risky, reason: "a commitment is gone")
    case .removed: return Judgement(level: .risky, reason: "others may name it")
    case .changed: return worst(of: fields)
    }
  }

  private func worst(of fields: [FieldChange]) -> Judgement {
    fields.map { $0.judgement(in: key.kind) }.max { $0.level < $1.level } ?? .harmless
  }
}
