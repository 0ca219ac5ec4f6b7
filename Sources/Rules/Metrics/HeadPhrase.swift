/// The subject of a metric's name or definition: the words up to the first that qualifies them.
///
/// "Number of page views in Europe" is about page views; "Meetings that a login starts" is about meetings.
struct HeadPhrase {
  let words: [String]
  /// Whether it is a part of a whole: "share of downloads".
  let isShare: Bool

  init(_ text: String) {
    var rest = WordScan.all(text)[...]
    while let first = rest.first, HeadPhrase.openings.contains(first) { rest = rest.dropFirst() }
    words = Array(rest.prefix { !HeadPhrase.qualifiers.contains($0) })
    isShare = words.contains { HeadPhrase.shares.contains($0) }
  }

  private static let openings: Set<String> = ["the", "all", "a", "an", "number", "count", "total", "sum", "of", "our"]

  private static let qualifiers: Set<String> = [
    "of", "that", "which", "who", "whose", "where", "when", "with", "without", "within", "in", "on", "at", "by", "per",
    "for", "from", "to", "after", "before", "among", "during", "between", "divided", "as", "and", "or", "into", "not",
  ]

  private static let shares: Set<String> = ["share", "rate", "ratio", "percentage", "percent", "conversion", "portion"]
}
