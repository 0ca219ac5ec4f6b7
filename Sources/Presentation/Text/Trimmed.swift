extension StringProtocol {
  /// Without the white space at both ends.
  package var trimmed: String {
    let first = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
