import Foundation
import Numbers
import StrategyModel
import TestSupport
import Testing

/// Compares the results with SciPy's; these tests are skipped when SciPy is missing.
@Suite(.enabled(if: SciPy.isThere, "scipy is not installed: statistics are not compared with it"))
struct StatisticsAgainstSciPyTests {
  @Test func `statistics of a thousand series are those of SciPy`() throws {
    let questions = (1...1000).map { SciPy.Question(seed: $0) }
    let answers = try SciPy.ask(questions)
    #expect(answers.count == questions.count)
    for (question, answer) in zip(questions, answers) { try compare(question, answer) }
  }

  private func compare(_ question: SciPy.Question, _ answer: SciPy.Answer) throws {
    let (x, y) = (question.x, question.y)
    try compareTests(question, answer)
    try compareLine(question, answer)
    let series = (x: Series(values: x), y: Series(values: y))
    let size = x.map(abs).max() ?? 0
    let moments = try #require(Moments(x))
    expect([moments.mean, moments.standardDeviation], answer.moments, of: size / 1e4, "moments", question)
    expect(series.x.without(.linear).values, answer.detrended, of: size / 1e4, "detrended", question)
    expect(series.x.without(.difference).values, answer.differences, of: 0, "differences", question)
    if x.count - question.lag >= LeadTest.minimumCount {
      let test = LeadTest(series.x, against: series.y, maxLag: question.lag)
      expect([try #require(test[lag: question.lag]).r], [answer.lagged], of: 1, "lagged", question)
    }
  }

  private func compareTests(_ question: SciPy.Question, _ answer: SciPy.Answer) throws {
    let pearson = try #require(Correlation(pearson: question.x, question.y))
    expect([pearson.r, pearson.p], answer.pearson, of: 1, "pearson", question)
    let spearman = try #require(Correlation(spearman: question.x, question.y))
    expect([spearman.r, spearman.p], answer.spearman, of: 1, "spearman", question)
    let welch = try #require(WelchTest(question.x, question.z))
    expect([welch.t, welch.degreesOfFreedom, welch.p], answer.welch, of: 1, "welch", question)
    let student = question.student.map { StudentT.twoSidedP($0[0], freedom: $0[1]) }
    expect(student, answer.student, of: 0, "student", question)
  }

  private func compareLine(_ question: SciPy.Question, _ answer: SciPy.Answer) throws {
    let line = try #require(LinearRegression(question.x, question.y))
    let size = (question.y.map(abs).max() ?? 0) + abs(line.slope) * (question.x.map(abs).max() ?? 0)
    let (r, p) = (line.correlation.r, line.correlation.p)
    expect([r, p], Array(answer.line[2...3]), of: 1, "r and p of the line", question)
    expect([line.slope, line.slopeError], [answer.line[0], answer.line[4]], of: line.slopeError, "slope", question)
    expect([line.intercept], [answer.line[1]], of: size, "intercept", question)
  }

  /// Within 1e-9 of their own size, or of the unit in which such numbers are counted.
  private func expect(
    _ ours: [Double], _ theirs: [Double], of size: Double, _ what: String, _ question: SciPy.Question
  ) {
    #expect(ours.count == theirs.count, "\(what), seed \(question.seed)")
    for (a, b) in zip(ours, theirs) where !(abs(a - b) <= 1e-9 * max(size, abs(a), abs(b))) {
      Issue.record("\(what), seed \(question.seed): \(a) is not \(b)")
    }
  }
}

extension Series {
  /// One value a week.
  init(values: [Double]) {
    self.init(values.enumerated().map { (Period(.week, number: $0), $1) })
  }
}

/// The questions for SciPy, and how to ask them.
enum SciPy {
  struct Question: Encodable {
    let seed: Int
    let x: [Double]
    let y: [Double]
    let z: [Double]
    let lag: Int
    /// Values of t and degrees of freedom.
    let student: [[Double]]

    /// Series of three to a few hundred points, of very different sizes, some correlated and some with equal values.
    /// None is so far from zero that SciPy's own sums lose the digits that are compared.
    init(seed: Int) {
      var random = Chance(stream: seed)
      let count = 3 + Int(random.unit * random.unit * 300)
      let size = random.power(of: 6)
      let base = size * random.power(of: 2)
      let (pull, slope) = (random.unit * 2 - 1, random.normal / 10)
      let isRounded = seed % 7 == 0
      x = (0..<count).map { place in
        let value = base + size * (random.normal + slope * Double(place))
        return isRounded && count > 8 ? (value / size).rounded() * size : value
      }
      y = x.map { pull * ($0 - base) / size + random.normal }
      z = (0..<2 + Int(random.unit * 50)).map { _ in base + size * random.unit * random.normal }
      lag = Int(random.unit * 6)
      student = (0..<5).map { _ in [random.unit * 12, random.power(of: 5)] }
      self.seed = seed
    }
  }

  struct Answer: Decodable {
    let pearson, spearman, line, welch, detrended, differences, moments, student: [Double]
    let lagged: Double
  }

  static let isThere = (try? run(["-c", "import scipy.stats, scipy.signal"]))?.status == 0

  static func ask(_ questions: [Question]) throws -> [Answer] {
    let folder = try TemporaryFolder()
    let (asked, answered) = (folder.url("questions.json"), folder.url("answers.json"))
    try JSONEncoder().encode(questions).write(to: asked)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Validation/statistics.py")
    let outcome = try run([script.path, asked.path, answered.path])
    #expect(outcome.status == 0, "python3: \(outcome.errors)")
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: answered))
  }

  private static func run(_ arguments: [String]) throws -> Outcome {
    try Program(["python3"] + arguments, in: "/", variables: ProcessInfo.processInfo.environment).run()
  }
}

extension Chance {
  /// 0…1.
  var unit: Double {
    mutating get { Double(next() >> 11) * 0x1p-53 }
  }

  /// Of mean 0 and deviation 1, nearly normal.
  var normal: Double {
    mutating get { (0..<12).reduce(-6) { sum, _ in sum + unit } }
  }

  /// A positive number with up to so many digits before or after the point.
  mutating func power(of digits: Double) -> Double { pow(10, (unit * 2 - 1) * digits) }
}
