package import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// How a file of goals is to be read.
package struct GoalImportRequest: Sendable {
  /// For goals whose source names no team of the strategy.
  package var team: String?
  /// For goals whose source names no cycle.
  package var cycle: String?
  /// Inputs or guardrails by objective, named by id or words; "" stands for every objective.
  package var inputs: [String: String] = [:]
  /// What objectives support and how, by objective, as in `NewObjective.support`.
  private(set) var supports: [String: [String]] = [:]
  /// Fields by the name of their column, in lower case.
  package var map: [String: GoalField] = [:]
  /// The sheet of a workbook; `nil` for the first with goals.
  package var sheet: String?
  package var separator: Separator?
  package var encoding: TextEncoding?
  /// `nil` for committed, as a guess.
  package var ambition: Ambition?
  /// Whether goals of cycles that are over are taken, and what check has errors for.
  package var takesAsIs = false

  package init() {}

  /// Adds `column=field`.
  package mutating func map(_ text: String) throws(StrategyError) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' maps no column to a field",
        help: ["Write it like \(give: .map, "Big goal=objective")."])
    }
    let name = String(text[text.index(after: sign)...]).trimmed
    guard let field = GoalField(rawValue: name) else {
      throw .unknown(name, among: GoalField.allCases.map(\.rawValue), "field of goals")
    }
    map[String(text[..<sign]).onOneLine.lowercased()] = field
  }

  /// Adds `objective=input`, or an input for all.
  package mutating func addInput(_ text: String) {
    let sign = text.lastIndex(of: "=")
    let objective = sign.map { String(text[..<$0]).onOneLine.lowercased() } ?? ""
    inputs[objective] = sign.map { String(text[text.index(after: $0)...]).trimmed } ?? text.trimmed
  }

  /// Adds `objective=input or objective: reason`.
  package mutating func addSupport(_ text: String) throws(StrategyError) {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw StrategyError(
        .badRequest, message: "'\(text.visible)' does not say which objective supports what",
        help: ["Write the objective, '=', the input or the objective that it supports, a colon and the reason."])
    }
    let support = String(text[text.index(after: sign)...]).trimmed
    _ = try NewObjective.support(support)
    supports[String(text[..<sign]).onOneLine.lowercased(), default: []].append(support)
  }
}
