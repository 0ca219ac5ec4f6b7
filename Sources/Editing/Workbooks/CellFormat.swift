import Presentation
import StrategyModel

/// How a workbook shows a number, as far as it changes what the number means.
enum CellFormat {
  case general, percent, day

  /// The formats of a workbook's styles, in their order.
  static func all(_ text: [UInt8], _ path: String) throws(WorkbookFault) -> [CellFormat] {
    var codes: [Int: String] = [:]
    var formats: [CellFormat] = []
    var isInList = false
    var scanner = XMLScanner(text, part: path)
    while let event = try scanner.next() {
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
      case .start("cellXfs", _): isInList = true
      case .end("cellXfs"): isInList = false
      case .start("xf", let attributes) where isInList:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(codes[id].map(CellFormat.init) ?? CellFormat(builtIn: id))
      default: break
      }
    }
    return formats
  }

  /// Source: ECMA-376, part 1, 18.8.30.
  private init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
    default: self = .general
    }
  }

  /// - Parameter code: such as `0.0%` or `dd/mm/yyyy;@`; text in quotes and brackets is not part of the pattern.
  private init(_ code: String) {
    var pattern = ""
    var closing: Character?
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if character == end { closing = nil }
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else {
        pattern.append(character)
      }
    }
    self = pattern.contains("%") ? .percent : pattern.contains { $0 == "y" || $0 == "d" } ? .day : .general
  }

  func text(of number: Double, countsFrom1904: Bool) -> String {
    switch self {
    case .general: return CellFormat.rounded(number).plain
    case .percent: return CellFormat.rounded(number * 100).plain + "%"
    case .day:
      // The first calendar has a 29 February 1900, so that it is right from March on.
      let offset = countsFrom1904 ? 24_107 : 25_569
      guard number >= 61, number < 2_958_466 else { return number.plain }
      return Day(number: Int(number) - offset).description
    }
  }

  /// Without the noise of binary fractions behind the digits that a spreadsheet keeps.
  private static func rounded(_ number: Double) -> Double {
    guard number.magnitude < 1e6, number.magnitude > 1e-4 else { return number }
    return (number * 1e9).rounded() / 1e9
  }
}
