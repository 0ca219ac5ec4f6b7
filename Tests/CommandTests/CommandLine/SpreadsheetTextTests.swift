import Testing

@testable import Presentation
@testable import northstar

@Suite struct SpreadsheetTextTests {
  @Test(arguments: ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "-", "–"])
  func noCellIsAFormula(_ text: String) {
    let cell = text.asCell
    #expect(cell == (["-", "–"].contains(text) ? text : "'" + text))
  }

  @Test(arguments: ["-12.5", "+3", "-1.2e-3", "+0.5 %", "-0", "12", "", "a=b", "2026-01-05"])
  func numbersAndOtherTextStay(_ text: String) { #expect(text.asCell == text) }
}
