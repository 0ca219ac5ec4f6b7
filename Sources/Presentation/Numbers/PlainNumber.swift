extension Double {
  /// As a person writes it: "12", "3.5".
  package var plain: String { Int(exactly: self).map(String.init) ?? description }
}
