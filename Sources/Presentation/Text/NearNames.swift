/// The names that a person may have meant by `name`, nearest first, at most four.
///
/// A name is near when at most a third of its characters differ (Damerau-Levenshtein, swapped neighbours count once),
/// or when one begins with the other. Cost: the product of the lengths for each candidate of a similar length.
package func nearNames(to name: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = Array(name.utf8.prefix(64))
  guard !wanted.isEmpty else { return [] }
  let limit = max(1, wanted.count / 3)
  var scored: [(distance: Int, name: String)] = []
  for candidate in candidates where candidate != name {
    let other = Array(candidate.utf8.prefix(64))
    if abs(other.count - wanted.count) <= limit {
      let distance = editDistance(wanted, other)
      if distance <= limit { scored.append((distance, candidate)) }
    } else if wanted.count >= 4, other.starts(with: wanted) || (other.count >= 4 && wanted.starts(with: other)) {
      scored.append((limit + 1, candidate))
    }
  }
  return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(4).map(\.name)
}

/// Whether one insertion, removal, replacement or swap of neighbours turns one word into the other.
package func isOneSlip(_ a: String, from b: String) -> Bool {
  abs(a.utf8.count - b.utf8.count) <= 1 && a.utf8.count <= 64 && editDistance(Array(a.utf8), Array(b.utf8)) == 1
}

/// The number of insertions, removals, replacements and swaps of neighbours between two words.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var twoBefore: [Int] = []
  var before = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var best = min(before[j + 1] + 1, row[j] + 1, before[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, twoBefore[j - 1] + 1) }
      row.append(best)
    }
    twoBefore = before
    before = row
  }
  return before[b.count]
}
