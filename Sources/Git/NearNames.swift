/// Finds the names that were probably meant.
enum NearNames {
  /// At most four, the nearest first.
  static func find(_ wanted: String, in names: [String]) -> [String] {
    let limit = max(1, wanted.count / 3)
    return names
      .map { (name: $0, distance: distance(Array(wanted.lowercased()), Array($0.lowercased()), limit: limit)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(4).map(\.name)
  }

  /// How many insertions, removals and replacements lie between two words; above `limit`, any number above it.
  private static func distance(_ one: [Character], _ other: [Character], limit: Int) -> Int {
    guard abs(one.count - other.count) <= limit else { return limit + 1 }
    var row = Array(0...other.count)
    for (i, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in other.enumerated() {
        let replaced = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
