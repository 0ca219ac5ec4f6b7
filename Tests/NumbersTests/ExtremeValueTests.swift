import Numbers
import StrategyModel
import TestSupport
import Testing

/// Values of any size and sign: each gets an answer or a reason, and no answer is NaN.
@Suite struct ExtremeValueTests {
  private static let values: [Double] = [
    0, -0.0, 1, -1, 0.1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-300, 1e-150, 1e150, -1e150, 1e300, 1.7e308,
    -1.7e308,
  ]

  @Test(arguments: ["a * b", "a / b", "a + b - c", "(a + b) * c", "a * a / b", "-a / (b * c)", "a / a", "2 * 3"])
  func `splits are exact or refused`(text: String) throws {
    let formula = try Formula(parsing: text)
    var random = Chance(stream: 41)
    func draw() -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: ["a", "b", "c"].map { name in
          (name, Self.values[min(Int(random.unit * Double(Self.values.count)), Self.values.count - 1)])
        })
    }
    var answers = 0
    for _ in 0..<500 {
      guard let split = try? FormulaSplit(formula, from: draw(), to: draw()) else { continue }
      answers += 1
      let size = split.parts.reduce(max(abs(split.split.from), abs(split.split.to))) { max($0, abs($1.contribution)) }
      #expect(split.parts.allSatisfy { $0.contribution.isFinite })
      // Below the least normal number, digits are lost one by one.
      let least = Double.leastNormalMagnitude
      #expect(abs(split.split.residual) <= max(1e-9 * size, least), "\(text): \(split)")
    }
    #expect(answers > 0 || text == "2 * 3")
  }

  @Test(arguments: Detrending.allCases) func `lead tests of any values end in a verdict`(trend: Detrending) {
    var random = Chance(stream: 43)
    for _ in 0..<100 {
      let series = (0..<2).map { _ in
        Series(
          values: (0..<40).map { _ in
            Self.values[min(Int(random.unit * Double(Self.values.count)), Self.values.count - 1)]
          })
      }
      let test = LeadTest(series[0], against: series[1], maxLag: 5, detrending: trend)
      #expect(test.lags.allSatisfy { $0.r.isFinite && $0.adjustedP.isFinite && abs($0.r) <= 1 })
      #expect(!test.sentence("a", "b", in: .week).contains("nan"))
      _ = BeliefVerdict(test, isPositive: nil, lag: nil)
    }
  }

  @Test func `limits, means and tests of any values are finite or not there`() {
    for a in Self.values {
      for b in Self.values {
        let values = [a, b, a, b, b]
        if let limits = ControlLimits(Series(weeks: values)) {
          #expect(limits.upper.isFinite && limits.lower <= limits.upper)
        }
        if let moments = Moments(values) { #expect(moments.mean.isFinite && moments.standardDeviation >= 0) }
        if let welch = WelchTest(values, [b, a, 1]) { #expect(welch.t.isFinite && (0...1).contains(welch.p)) }
        if let line = LinearRegression(values, [1, 2, 3, 4, 7]) { #expect(line.slope.isFinite) }
        if let r = Correlation(spearman: values, [1, 2, 3, 4, 7]) { #expect(abs(r.r) <= 1 && (0...1).contains(r.p)) }
      }
    }
  }
}
