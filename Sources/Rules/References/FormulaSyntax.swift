import Diagnostics
import StrategyModel
import StrictYAML

struct FormulaSyntax: Rule {
  let card = Card(
    id: "NS216", name: "formula-syntax", severity: .error,
    summary: "A formula cannot be read.",
    rationale: """
      The formula says how the inputs make up the metric; while it cannot be read, no change can be split by its \
      causes. It may contain numbers, ids of metrics, + - * / and parentheses. Ids contain hyphens, so a minus needs a \
      space before it.
      """,
    wrong: [
      Example(nsm, replacing: formula, with: "activation-rate / 100 * new-workspaces ↓meetings-per-workspace"),
      Example(nsm, replacing: formula, with: "activation-rate / 100 * ↓(new-workspaces * meetings-per-workspace"),
      Example(nsm, replacing: formula, with: "activation-rate / 100 ↓× new-workspaces × meetings-per-workspace"),
      Example(nsm, replacing: formula, with: "(↓100- activation-rate) * new-workspaces * meetings-per-workspace"),
    ],
    right: [
      Example(nsm, replacing: formula, with: "(1 - activation-rate / 100) * new-workspaces * meetings-per-workspace")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for position in metrics.indices {
      guard let formula = metrics[position].formula else { continue }
      do throws(FormulaFault) {
        _ = try Formula(parsing: formula.value)
      } catch {
        report.add(
          .fault(error.kind), about: metrics[position], at: formula.place(of: error.range), in: strategy,
          help: [.help(error.kind)])
      }
    }
  }
}

private let nsm = "metrics/weekly-hosted-meetings.yaml"
private let formula = "activation-rate / 100 * new-workspaces * meetings-per-workspace"

extension String {
  fileprivate static func fault(_ kind: FormulaFault.Kind) -> String {
    switch kind {
    case .empty: "the formula is empty"
    case .notAnOperand(let word): "'\(word.excerpt(40))' is neither a number nor a metric's id"
    case .unexpectedCharacter(let character): "'\(String(character).excerpt(4))' has no meaning in a formula"
    case .missingOperand: "a number or a metric's id is missing here"
    case .missingOperator: "an operator is missing here"
    case .unclosedParenthesis: "the parenthesis is not closed"
    case .strayParenthesis: "closing parenthesis without an opening one"
    case .tooDeep: "parentheses nested too deep"
    }
  }

  fileprivate static func help(_ kind: FormulaFault.Kind) -> String {
    switch kind {
    case .notAnOperand(let word) where word.contains("-"): "Put spaces around a minus."
    case .notAnOperand, .empty: "Write an id such as 'activation-rate', or a number such as '0.5'."
    case .unexpectedCharacter("×"): "Write '*'."
    case .unexpectedCharacter("÷"), .unexpectedCharacter(":"): "Write '/'."
    case .unexpectedCharacter("−"), .unexpectedCharacter("–"): "Write '-' between spaces."
    case .unexpectedCharacter, .missingOperator: "Use '+', '-', '*', '/' and parentheses."
    case .missingOperand: "Complete the formula, or remove the operator."
    case .unclosedParenthesis: "Close it."
    case .strayParenthesis: "Remove it, or open one before it."
    case .tooDeep: "Give a part a metric of its own."
    }
  }
}
