import StrictYAML

/// Reads one formula by recursive descent; the depth of parentheses is bounded.
struct FormulaParser {
  static let maximumDepth = 64

  private(set) var metrics: [Located<String>] = []
  private let tokens: [FormulaToken]
  private let end: ByteRange
  private var next = 0
  private var depth = 0

  init(_ text: String) throws(FormulaFault) {
    tokens = try FormulaToken.all(in: text)
    end = ByteRange(at: UInt32(clamping: text.utf8.count))
  }

  mutating func parse() throws(FormulaFault) -> Expression {
    guard !tokens.isEmpty else { throw FormulaFault(kind: .empty, range: end) }
    let root = try sum()
    guard let token = peek else { return root }
    throw FormulaFault(kind: token.kind == .close ? .strayParenthesis : .missingOperator, range: token.range)
  }

  private var peek: FormulaToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ kinds: FormulaToken.Kind...) -> FormulaToken.Kind? {
    guard let token = peek, kinds.contains(token.kind) else { return nil }
    next += 1
    return token.kind
  }

  private mutating func sum() throws(FormulaFault) -> Expression {
    var terms: [Expression.Term] = []
    var isSubtracted = take(.minus) != nil
    while true {
      let start = next
      let part = try product()
      terms.append(.init(isSubtracted: isSubtracted, expression: part, range: range(from: start)))
      guard let sign = take(.plus, .minus) else { break }
      isSubtracted = sign == .minus
    }
    return terms.count == 1 && !terms[0].isSubtracted ? terms[0].expression : .sum(terms)
  }

  private mutating func product() throws(FormulaFault) -> Expression {
    var factors: [Expression.Factor] = []
    var isDivisor = false
    while true {
      let start = next
      let part = try operand()
      factors.append(.init(isDivisor: isDivisor, expression: part, range: range(from: start)))
      guard let sign = take(.times, .over) else { break }
      isDivisor = sign == .over
    }
    return factors.count == 1 ? factors[0].expression : .product(factors)
  }

  private mutating func operand() throws(FormulaFault) -> Expression {
    guard let token = peek else { throw FormulaFault(kind: .missingOperand, range: end) }
    next += 1
    switch token.kind {
    case .number(let number): return .number(number)
    case .metric(let id):
      metrics.append(Located(id, at: token.range))
      return .metric(id)
    case .open: return try inParentheses(token)
    case .close, .plus, .minus, .times, .over: throw FormulaFault(kind: .missingOperand, range: token.range)
    }
  }

  private mutating func inParentheses(_ open: FormulaToken) throws(FormulaFault) -> Expression {
    guard depth < FormulaParser.maximumDepth else { throw FormulaFault(kind: .tooDeep, range: open.range) }
    depth += 1
    let inner = try sum()
    depth -= 1
    if take(.close) != nil { return inner }
    if let token = peek { throw FormulaFault(kind: .missingOperator, range: token.range) }
    throw FormulaFault(kind: .unclosedParenthesis, range: open.range)
  }

  /// The bytes of the tokens from one up to the last one taken.
  private func range(from start: Int) -> ByteRange {
    ByteRange(tokens[start].range.lower, tokens[next - 1].range.upper)
  }
}
