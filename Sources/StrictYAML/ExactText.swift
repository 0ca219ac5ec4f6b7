extension String {
  /// Whether two texts have the same bytes.
  ///
  /// `==` treats texts as equal that only look alike, such as `é` as one character and as two, or `K` and the Kelvin
  /// sign. Decisions on whether a value changed, or which one is meant, compare bytes.
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
