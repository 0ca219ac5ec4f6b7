/// Numbers as people read them in tables.
extension Double {
  /// A share in whole percent; 100 and 0 are shown only for exactly everything and nothing: `7 %`.
  package var percent: String {
    let whole = (self * 100).rounded()
    if whole == 100, self < 1 { return "99 %" }
    if whole == 0, self > 0 { return "<1 %" }
    return "\(whole == 0 ? "0" : whole.plain) %"
  }

  /// With two decimals, and more where those would all be zero: `43.5`, `0.087`, `1e+300`.
  package var short: String {
    guard magnitude < 1e12 else { return plain }
    var scale = 100.0
    while magnitude > 0, magnitude * scale < 10, scale < 1e15 { scale *= 10 }
    return ((self * scale).rounded() / scale).plain
  }

  /// With one decimal, as for confidence and scores: `0.7`.
  package var tenth: String {
    let tenths = (self * 10).rounded()
    guard tenths.magnitude < 1e9 else { return plain }
    return "\(tenths < 0 ? "-" : "")\(Int(tenths.magnitude) / 10).\(Int(tenths.magnitude) % 10)"
  }

  /// With two decimals: `-0.40`.
  package var coefficient: String {
    let hundredths = Int((min(max(abs(self), 0), 9) * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(self < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
  }

  /// As a chance: `p = 0.04`, `p < 0.001`.
  package var probability: String {
    if self < 0.001 { return "p < 0.001" }
    return "p = \(self < 0.01 ? ((self * 1000).rounded() / 1000).figure : coefficient)"
  }
}
