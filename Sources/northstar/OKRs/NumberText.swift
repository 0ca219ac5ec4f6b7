import Diagnostics
import Numbers

/// Numbers as people read them in tables.
extension Double {
  /// A share in whole percent; 100 and 0 are shown only for exactly everything and nothing: `7 %`.
  var percent: String {
    let whole = (self * 100).rounded()
    if whole == 100, self < 1 { return "99 %" }
    if whole == 0, self > 0 { return "<1 %" }
    return "\(whole == 0 ? "0" : whole.plain) %"
  }

  /// With two decimals, and more where those would all be zero: `43.5`, `0.087`, `1e+300`.
  var short: String {
    guard magnitude < 1e12 else { return plain }
    var scale = 100.0
    while magnitude > 0, magnitude * scale < 10, scale < 1e15 { scale *= 10 }
    return ((self * scale).rounded() / scale).plain
  }

  /// With one decimal, as for confidence and scores: `0.7`.
  var tenth: String {
    let tenths = (self * 10).rounded()
    guard tenths.magnitude < 1e9 else { return plain }
    return "\(tenths < 0 ? "-" : "")\(Int(tenths.magnitude) / 10).\(Int(tenths.magnitude) % 10)"
  }
}

extension KnownMean {
  /// `29 %`, `29 % (2 of 3)` where a part is unknown, `-` where everything is.
  var percent: String {
    guard let value else { return "-" }
    return known < count ? "\(value.percent) (\(known) of \(count))" : value.percent
  }
}
