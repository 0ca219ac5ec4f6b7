package import Diagnostics
import Git
import History
import Presentation
package import StrategyStore

/// Why the gate refuses: because of one change, or of a commit or a reference as a whole.
package struct Refusal: Hashable {
  /// The commit, short; `nil` where it is about a reference.
  var commit: String?
  /// `metric/activation-rate.definition.window`; `nil` where it is about the whole commit.
  var subject: String?
  /// One clause.
  let reason: String
  /// The strategy whose policy refuses; `nil` where the repository holds only one.
  package var strategy: String?
  package var help: [Remedy] = []

  init(_ reason: String, in commit: Commit? = nil, of subject: String? = nil, help: [Remedy] = []) {
    self.commit = commit?.id.short
    (self.subject, self.reason, self.help) = (subject, reason, help)
  }

  package var line: String {
    let place = [commit, subject].compactMap(\.self).joined(separator: " ")
    return (place.isEmpty ? reason : "\(place): \(reason)").visible
  }

  /// The refusal with its subject, unless that is a proposal as a whole.
  var clause: String { (subject.map { $0.hasPrefix("proposal/") ? reason : "\($0): \(reason)" } ?? reason).visible }

  /// The refusal of one of several strategies.
  func of(_ strategy: String?) -> Refusal {
    var refusal = self
    refusal.strategy = strategy
    return refusal
  }

  static let propose: [Remedy] = [
    "Propose it: \(run: .startProposal(id: nil)), change it there, then land it: \(run: .landProposal("<id>"))."
  ]
}

extension EntityChange {
  /// `metric/activation-rate`, with the field when it is the only one.
  var subject: String { fields.count == 1 ? subject(of: fields[0]) : key.description }

  func subject(of field: FieldChange) -> String { "\(key).\(field.path)" }
}

/// The gate's verdict on a push.
package struct GateVerdict {
  package private(set) var refused: [(reference: String, refusals: [Refusal], findings: Findings?)] = []

  mutating func refuse(_ reference: String, _ refusals: [Refusal], _ findings: Findings? = nil) {
    let errors = findings.map { Refusal("the result has a fault: \($0.summary)") }
    let all = refusals + [errors].compactMap(\.self)
    if !all.isEmpty { refused.append((reference, all, findings)) }
  }
}
