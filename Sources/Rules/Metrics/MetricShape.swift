/// Why the words of a metric make it a bad goal.
package enum MetricShape: Sendable, Hashable {
  /// It counts activity that grows without anyone gaining from it.
  case activity(String)
  /// It is a sum since the beginning.
  case onlyGrows(String)
  /// It is a business result: it shows what worked months ago.
  case result(String)

  /// The vanity count in a name or a definition; `nil` when there is none.
  package static func vanity(in text: String) -> MetricShape? { vanity(in: text, further: []) }

  /// - Parameter further: phrases in lower case that count such activity, too.
  static func vanity(in text: String, further: [String]) -> MetricShape? {
    if let phrase = sinceTheBeginning.first(in: WordScan.all(text)) { return .onlyGrows(phrase) }
    let head = HeadPhrase(text)
    guard !head.isShare,
      let phrase = activities.first(in: head.words) ?? Phrases(further).first(in: head.words)
    else { return nil }
    return .activity(phrase)
  }

  /// The business result that a name or a definition is about; `nil` when there is none.
  ///
  /// - Parameter unit: the unit of a value; sales are a result when money is counted.
  package static func result(in text: String, unit: String? = nil) -> MetricShape? {
    let isResult = Set(revenue + (unit?.isCurrency == true ? sales : []))
    return HeadPhrase(text).words.first(where: isResult.contains).map { .result($0) }
  }

  /// A clause that follows the metric's name: "counts 'downloads', which grow without any value".
  package var fault: String {
    switch self {
    case .activity(let phrase): "counts '\(phrase.excerpt(20))', which grow without any value"
    case .onlyGrows(let phrase): "counts '\(phrase)': it can only grow"
    case .result(let word): "is a business result: '\(word)'"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .activity, .onlyGrows: "Count the moment in which a customer gets the value, over a window."
    case .result: "Make it a result, and choose the value that customers get and that leads it."
    }
  }
}

private let sinceTheBeginning = Phrases(["to date", "all time", "since launch", "cumulative", "cumulated", "so far"])

private let activities = Phrases([
  "registered users", "registered accounts", "registrations", "downloads", "installs", "installations", "page views",
  "pageviews", "page impressions", "impressions", "page visits", "website visits", "site visits", "visits", "hits",
  "logins", "log ins", "sessions started", "followers", "likes", "clicks", "emails sent", "mails sent",
  "features shipped", "features released", "features launched", "lines of code", "story points", "deployments",
  "releases", "tickets closed", "posts published",
])

private let revenue = [
  "revenue", "revenues", "profit", "profits", "turnover", "margin", "margins", "earnings", "income", "ebit", "ebitda",
  "arr", "mrr", "gmv", "gross-merchandise", "arpu",
]

/// Results only when money is counted: nights booked and purchases made are value.
private let sales = ["bookings", "sales", "orders", "purchases", "fees", "billings"]

extension String {
  fileprivate var isCurrency: Bool {
    let words = WordScan.all(self)
    return words.contains {
      ["eur", "usd", "gbp", "chf", "jpy", "euro", "euros", "dollar", "dollars", "pounds"].contains($0)
    }
      || contains { "$€£¥".contains($0) }
  }
}
