import StrategyModel
import StrictYAML
import Testing

@Suite struct FormulaTests {
  @Test(arguments: [
    ("a + b * c", 14.0), ("a * b + c", 10.0), ("a - b - c", -5.0), ("a / b / c", 2.0 / 3 / 4), ("(a + b) * c", 20.0),
    ("- a + b", 1.0), ("-a * b", -6.0), ("a * (b - (c - a))", 2.0), ("a / 100 * b", 0.06), ("1.5", 1.5), ("((a))", 2.0),
    ("a-b * 2", 200.0), ("a - b", -1.0), ("a -b", -1.0), ("2nd-visit", 7.0), ("a\n  + b", 5.0), ("c - -a", nil),
  ])
  func operatorsBindAsInSchool(_ text: String, _ expected: Double?) throws {
    let values = ["a": 2.0, "b": 3, "c": 4, "a-b": 100, "2nd-visit": 7]
    let formula = try? Formula(parsing: text)
    #expect(formula?.value { values[$0] } == expected)
  }

  @Test func theValueIsNoneWithoutAMetricAndByZero() throws {
    #expect(try Formula(parsing: "a + b").value { $0 == "a" ? 1 : nil } == nil)
    #expect(try Formula(parsing: "1 / a").value { _ in 0 } == nil)
    #expect(try Formula(parsing: "a * a").value { _ in 1e300 } == nil)
  }

  @Test func metricsAreToldWithTheirPlaces() throws {
    let formula = try Formula(parsing: "a * (bc-d + a)")
    #expect(formula.metrics.map(\.value) == ["a", "bc-d", "a"])
    #expect(formula.metrics.map(\.range.lower) == [0, 5, 12])
    #expect(formula.metrics.map(\.range.upper) == [1, 9, 13])
  }

  @Test func partsAreToldWithTheirPlaces() throws {
    guard case .sum(let terms) = try Formula(parsing: "a * b - (c + d) / 2").root else {
      Issue.record("no sum")
      return
    }
    #expect(terms.map(\.isSubtracted) == [false, true])
    #expect(terms.map(\.range.indices) == [0..<5, 8..<19])
  }

  @Test(arguments: [
    ("", FormulaFault.Kind.empty, 0), ("  ", .empty, 2), ("a +", .missingOperand, 3), ("a b", .missingOperator, 2),
    ("a * * b", .missingOperand, 4), ("(a + b", .unclosedParenthesis, 0), ("a)", .strayParenthesis, 1),
    ("()", .missingOperand, 1), ("a- b", .notAnOperand("a-"), 0),
    ("5-3", .notAnOperand("5-3"), 0), ("a × b", .unexpectedCharacter("×"), 2), ("A", .notAnOperand("A"), 0),
    ("1e5", .notAnOperand("1e5"), 0), (".5", .notAnOperand(".5"), 0), ("a (b)", .missingOperator, 2),
    ("(a b)", .missingOperator, 3), ("a ^ 2", .unexpectedCharacter("^"), 2),
  ])
  func aFaultIsToldWithItsPlace(_ text: String, _ kind: FormulaFault.Kind, _ offset: UInt32) {
    do {
      _ = try Formula(parsing: text)
      Issue.record("'\(text)' was accepted")
    } catch {
      #expect(error.kind == kind)
      #expect(error.range.lower == offset)
    }
  }

  @Test func depthIsBoundedAndLengthIsNot() throws {
    let deep = String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
    let fault = #expect(throws: FormulaFault.self) { try Formula(parsing: deep) }
    #expect(fault?.kind == .tooDeep)
    #expect(fault?.range.lower == 64)
    let long = Array(repeating: "a", count: 50_000).joined(separator: " - ")
    #expect(try Formula(parsing: long).value { _ in 1 } == -49_998)
  }
}
