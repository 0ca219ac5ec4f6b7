import History
import StrategyModel

/// Describes whose approval a gated branch requires before a change lands; the branch itself names the people.
extension EntityChange {
  /// `nil` where no approval is needed.
  var approval: String? {
    var asked: [String] = []
    for (field, judgement) in judgements {
      if let words = words(for: judgement.keeper, field), !asked.contains(words) { asked.append(words) }
    }
    return asked.isEmpty ? nil : asked.joined(separator: ", ")
  }

  func approval(of field: FieldChange) -> String? { words(for: judgement(of: field).keeper, field) }

  private func words(for keeper: Keeper, _ field: FieldChange?) -> String? {
    switch keeper {
    case .anybody, .team: nil
    case .owner where isNorthStar: "the stewards"
    case .owner where field?.path.hasPrefix("owner.") ?? false && isHandOver: "both teams"
    case .owner: old?["owner.person"] == nil && old?["owner.team"] == nil ? "a steward" : "its owner"
    case .lead where key.kind == .okrs: "the team's lead, a steward once the cycle is closed"
    case .lead: "the team's lead"
    case .consenting: "the person who is said to agree"
    case .steward: "a steward"
    case .stewards: "the stewards"
    }
  }

  private var isNorthStar: Bool {
    [old, new].contains { $0?["role"] == MetricRole.northStar.rawValue }
  }

  private var isHandOver: Bool { fields.contains { $0.path == "owner.team" && !$0.isNewName && $0.old != nil } }
}

extension Judgement {
  /// The reason, and the approval that is needed.
  func words(_ approval: String?) -> String { reason + (approval.map { "; approval: \($0)" } ?? "") }
}
