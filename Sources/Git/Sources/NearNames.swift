/// Finds the names that were probably meant.
enum NearNames {
  /// At most four, the nearest first.
  static func find(_ wanted: String, in names: [String]) -> [String] {
    let limit = max(1, wanted.count / 3)
    return
      names
      .map { (name: $0, distance: distance(Array(wanted.lowercased()), Array($0.lowercased()), limit: limit)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(4).map(\.name)
  }

  /// The number of insertions, removals, replacements and swaps of neighbours between two words; any number above
  /// `limit` when there are more.
  private static func distance(_ one: [Character], _ other: [Character], limit: Int) -> Int {
    guard abs(one.count - other.count) <= limit else { return limit + 1 }
    var (before, above) = ([Int](), Array(0...other.count))
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        var least = min(above[j] + (one[i] == other[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[other.count]
  }
}
