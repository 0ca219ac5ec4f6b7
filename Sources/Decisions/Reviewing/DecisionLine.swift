package import StrategyModel

extension ReviewSubject {
  /// The line of the commit that records a decision: `Keep weekly-hosted-meetings as the North Star`.
  package func line(for decision: ReviewDecision, replacement: String?, next: Day?) -> String {
    switch decision {
    case .keep: keepLine
    case .refine: "Refine \(phrase)"
    case .replace: "Replace \(id) with \(replacement ?? "another")\(rolePhrase)"
    case .retire: "Retire \(phrase)"
    case .defer: "Defer the decision on \(phrase)\(next.map { " to \($0)" } ?? "")"
    }
  }

  private var id: String {
    switch self {
    case .northStar(let id), .metric(let id, _), .cycle(let id): id
    case .belief(let metric, let target): "\(metric)->\(target)"
    }
  }

  private var keepLine: String {
    switch self {
    case .northStar, .metric: "Keep \(id)\(rolePhrase)"
    case .cycle: "Keep the goals of \(id)"
    case .belief: "Keep \(phrase)"
    }
  }

  private var phrase: String {
    switch self {
    case .northStar(let id): "the North Star \(id)"
    case .metric(let id, let role): "the \(role.rawValue) \(id)"
    case .cycle(let id): "the cycle \(id)"
    case .belief(let metric, let target): "the belief that \(metric) moves \(target)"
    }
  }

  private var rolePhrase: String {
    switch self {
    case .northStar: " as the North Star"
    case .metric(_, let role): " as \(role == .input ? "an" : "a") \(role.rawValue)"
    case .cycle, .belief: ""
    }
  }
}
