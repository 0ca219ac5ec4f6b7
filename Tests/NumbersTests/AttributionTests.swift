import Numbers
import StrategyModel
import TestSupport
import Testing

@Suite struct AttributionTests {
  static let from = [0.40, 1000, 3.0, 2.0]
  static let to = [0.44, 1200, 2.7, 2.2]

  private func formula(_ text: String) throws -> Formula { try Formula(parsing: text) }

  private func rounded(_ values: [Double], _ digits: Double) -> [Double] { values.map { ($0 * digits).rounded() } }

  @Test func `a product of positive factors is split by the logarithmic mean`() throws {
    let split = try #require(
      Decomposition(logarithmicMean: zip(Self.from, Self.to).map { (power: 1, from: $0, to: $1) }))
    #expect(rounded([split.from, split.to, split.change], 100) == [240000, 313632, 73632])
    #expect(rounded(split.parts, 1e6) == [262_270_813, 501_705_307, -289_926_933, 262_270_813])
    #expect(abs(split.residual) < 1e-9 && split.dominant == 1)
  }

  @Test func `Shapley splits the same change in its own way`() throws {
    let split = try Decomposition(shapleyFrom: Self.from, to: Self.to) { $0.reduce(1, *) }
    #expect(rounded(split.parts, 100) == [26308, 50228, -29212, 26308])
    #expect(abs(split.residual) < 1e-9 && split.method == .shapley)
  }

  @Test func `factors that fall to zero share the fall`() throws {
    let split = try FormulaSplit(try formula("a * b"), from: ["a": 2, "b": 3], to: ["a": 0, "b": 0])
    #expect(split.split.method == .shapley)
    #expect(split.parts.map(\.contribution) == [-3, -3])
  }

  @Test func `Shapley is the mean over all orders`() throws {
    var random = Chance(stream: 5)
    for _ in 0..<50 {
      let from = (0..<4).map { _ in random.normal }
      let to = (0..<4).map { _ in random.normal }
      let value = { (v: [Double]) -> Double? in v[0] * v[1] - v[2] * v[3] * v[0] + v[3] }
      let split = try Decomposition(shapleyFrom: from, to: to, value)
      var sums = [0.0, 0, 0, 0]
      for order in permutations([0, 1, 2, 3]) {
        var point = from
        for factor in order {
          let before = try #require(value(point))
          point[factor] = to[factor]
          sums[factor] += try #require(value(point)) - before
        }
      }
      for (ours, sum) in zip(split.parts, sums) { #expect(abs(ours - sum / 24) < 1e-12) }
    }
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
  }

  @Test func `any formula is split without rest`() throws {
    var random = Chance(stream: 23)
    for text in [
      "a * b / c", "-a * b * 2 / (4 * c)", "a + b - c", "(a + b) * c", "a * a / b", "a / a * b", "a / (b / c)",
    ] {
      for _ in 0..<50 {
        let names = ["a", "b", "c"]
        let from = Dictionary(uniqueKeysWithValues: names.map { ($0, random.power(of: 3)) })
        let to = Dictionary(uniqueKeysWithValues: names.map { ($0, random.power(of: 3)) })
        let formula = try formula(text)
        let split = try FormulaSplit(formula, from: from, to: to)
        let size = max(
          abs(split.split.from), abs(split.split.to), split.parts.reduce(0) { max($0, abs($1.contribution)) })
        #expect(abs(split.split.residual) <= 1e-9 * size, "\(text)")
        #expect(abs(try #require(formula.value { to[$0] }) - split.split.to) <= 1e-12 * size, "\(text)")
        let isProduct = !["a + b - c", "(a + b) * c"].contains(text)
        #expect((split.split.method == .logarithmicMean) == isProduct, "\(text)")
      }
    }
  }

  @Test func `divisors count against, and a factor that stays contributes nothing`() throws {
    let split = try FormulaSplit(
      try formula("100 * won / asked"), from: ["won": 10, "asked": 20], to: ["won": 10, "asked": 25])
    #expect(split.split.from == 50 && split.split.to == 40)
    #expect(split.parts.map(\.contribution) == [0, -10])
    #expect(split.dominant?.metric == "asked")
  }

  @Test func `values that hardly differ keep their digits`() throws {
    let split = try #require(
      Decomposition(logarithmicMean: [(power: 1, from: 1e6, to: 1e6 + 1e-4), (power: 1, from: 1, to: 1)]))
    #expect(abs(split.parts[0] - (1e6 + 1e-4 - 1e6)) < 1e-12)
    let same = try #require(Decomposition(logarithmicMean: [(power: 1, from: 2, to: 2)]))
    #expect(same.parts == [0] && same.dominant == nil)
    let apart = try #require(Decomposition(logarithmicMean: [(power: 1, from: 1e-300, to: 1e300)]))
    #expect(abs(apart.residual) <= 1e-9 * 1e300)
  }

  @Test func `what can't be split says why`() throws {
    #expect(Decomposition(logarithmicMean: [(power: 1, from: 0, to: 1)]) == nil)
    #expect(Decomposition(logarithmicMean: [(power: 1, from: -1, to: 1)]) == nil)
    #expect(Decomposition(logarithmicMean: [(power: 1, from: .nan, to: 1)]) == nil)
    #expect(throws: DecompositionProblem.noValueBetween) {
      try FormulaSplit(try self.formula("a / (b - c)"), from: ["a": 1, "b": 2, "c": 1], to: ["a": 1, "b": 3, "c": 2])
    }
    #expect(throws: DecompositionProblem.tooManyFactors(13)) {
      try Decomposition(shapleyFrom: Array(repeating: 1, count: 13), to: Array(repeating: 2, count: 13)) {
        $0.reduce(0, +)
      }
    }
    #expect(throws: DecompositionProblem.noNumbers) { try Decomposition(shapleyFrom: [.infinity], to: [1]) { $0[0] } }
    #expect(throws: DecompositionProblem.noNumbers) { try Decomposition(shapleyFrom: [], to: []) { _ in 0 } }
    #expect(throws: DecompositionProblem.noNumbers) { try FormulaSplit(try self.formula("a"), from: [:], to: ["a": 1]) }
  }

  @Test func `twelve factors that moved are exact, beside any number that stayed`() throws {
    let from = (0..<20).map { $0 < 12 ? 1.0 : 3.0 }
    let to = (0..<20).map { $0 < 12 ? 2.0 : 3.0 }
    let split = try Decomposition(shapleyFrom: from, to: to) { $0.prefix(12).reduce(1, *) + $0[19] }
    #expect(abs(split.residual) < 1e-9)
    for part in split.parts.prefix(12) { #expect(abs(part - 4095.0 / 12) < 1e-9) }
    #expect(split.parts[12...].allSatisfy { $0 == 0 })
  }

  @Test func `a rate changes by mix and by rate`() throws {
    let split = try #require(
      RateMixDecomposition([
        ("small", .init(share: 0.6, rate: 0.10), .init(share: 0.5, rate: 0.12)),
        ("large", .init(share: 0.4, rate: 0.20), .init(share: 0.5, rate: 0.18)),
      ]))
    #expect(rounded([split.mix, split.rate, split.to - split.from], 10000) == [80, 20, 100])
    #expect(abs(split.residual) < 1e-15)
    #expect(RateMixDecomposition([]) == nil)
    #expect(RateMixDecomposition([("a", .init(share: 1, rate: .nan), nil)]) == nil)
  }

  @Test func `a segment that comes or goes is mix`() throws {
    let split = try #require(
      RateMixDecomposition([
        ("old", .init(share: 1, rate: 0.3), .init(share: 0.5, rate: 0.3)), ("new", nil, .init(share: 0.5, rate: 0.1)),
      ]))
    #expect(abs(split.mix - -0.1) < 1e-15 && split.rate == 0)
    #expect(abs(split.residual) < 1e-15)
  }

  @Test func `a formula is held against what was measured`() throws {
    let series = ["a": Series(values: [1, 2, 3, 0]), "b": Series(values: [10, 10, 10])]
    let rows = Reconciliation(try formula("a * b"), measured: Series(values: [10, 21, 0, 4])) { series[$0] ?? Series() }
      .rows
    #expect(rows.map(\.formula) == [10, 20, 30])
    #expect(rows.map(\.difference) == [0, 1, -30])
    #expect(rows.map { $0.differs(byMoreThan: 0.05) } == [false, false, true])
    #expect(rows[2].relative == nil && rows[1].differs(byMoreThan: 0.04))
    let missing = Reconciliation(try formula("a * zzz"), measured: Series(values: [10])) { series[$0] ?? Series() }
    #expect(missing.rows.isEmpty)
  }
}
