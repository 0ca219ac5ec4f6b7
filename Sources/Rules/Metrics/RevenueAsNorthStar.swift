import Diagnostics
import StrategyModel

struct RevenueAsNorthStar: Rule {
  let card = Card(
    id: "NS402", name: "revenue-as-north-star", severity: .warning,
    summary: "The North Star is a business result such as revenue or profit.",
    rationale: """
      Revenue tells what worked months ago, and a squad can't act on it. As a North Star it asks teams for money now, \
      also where that costs customers later. Choose the value that customers get and that leads revenue, and keep \
      revenue as a result that the North Star drives.
      """,
    wrong: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "name: Weekly hosted meetings",
        with: "name: ↓Revenue per workspace")
    ],
    right: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "name: Weekly hosted meetings",
        with: "name: Meetings that lead to revenue")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for i in strategy.graph.northStars {
      let metric = strategy.metrics.all[i]
      guard let id = metric.id else { continue }
      let always = Set(revenue + (metric.definition?.unit?.value.isCurrency == true ? sales : []))
      for text in [metric.name, metric.definition?.counts].compactMap({ $0 }) {
        guard let word = HeadPhrase(text.value).words.first(where: always.contains) else { continue }
        report.add(
          .revenue(id.value, word), about: metric, at: text.range, in: strategy,
          help: ["Make it a result, and choose the value that customers get and that leads it."])
        break
      }
    }
  }
}

private let revenue = [
  "revenue", "revenues", "profit", "profits", "turnover", "margin", "margins", "earnings", "income", "ebit", "ebitda",
  "arr", "mrr", "gmv", "gross-merchandise", "arpu",
]

/// Results only when money is counted: nights booked and purchases made are value.
private let sales = ["bookings", "sales", "orders", "purchases", "fees", "billings"]

extension String {
  fileprivate var isCurrency: Bool {
    let words = Words.all(self)
    return words.contains {
      ["eur", "usd", "gbp", "chf", "jpy", "euro", "euros", "dollar", "dollars", "pounds"].contains($0)
    }
      || contains { "$€£¥".contains($0) }
  }

  fileprivate static func revenue(_ metric: String, _ word: String) -> String {
    "the North Star '\(metric)' is a business result: '\(word)'"
  }
}
