extension Double {
  /// The number for people: all digits before the point, and at least five digits in total if it has that many.
  package var figure: String {
    guard isFinite, self != 0 else { return self == 0 ? "0" : "–" }
    let size = abs(self)
    guard size >= 1e-6, size < 1e15 else { return description }
    var factor = 1.0
    while size * factor < 9999.5, factor < 1e10 { factor *= 10 }
    let rounded = (self * factor).rounded() / factor
    let text = rounded.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number for people with its sign, plus included.
  package var signedFigure: String { self > 0 && isFinite ? "+" + figure : figure }

  /// A change as a percentage of the earlier value, with its sign and one decimal: `+30.7 %`.
  package var percentFigure: String {
    let tenths = (self * 1000).rounded() / 10
    return isFinite ? "\(tenths.signedFigure) %" : "–"
  }

  /// A share as a percentage with one decimal: `90.9 %`.
  package var shareFigure: String {
    let tenths = (self * 1000).rounded() / 10
    return isFinite ? "\(tenths.figure) %" : "–"
  }
}
