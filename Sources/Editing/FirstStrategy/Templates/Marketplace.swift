import StrategyModel

extension Template {
  /// Successful purchases per customer: shopping days × with an offer × with a purchase × purchases.
  static let marketplace = Template(
    vision: "A good seller for every need is one search away",
    coreValue: "Buyers find what they need and get it as it was promised",
    game: .transaction, team: "Buying",
    northStar: MetricDraft(
      id: "purchases-per-customer", name: "Successful purchases per active customer", role: .northStar,
      counts: "Purchases that arrive as promised and are not returned, for each active customer",
      excludes: "Purchases by our own staff and by sellers from themselves", aggregation: .mean,
      unit: "purchases per customer", source: "order system",
      formula:
        "shopping-days-per-customer * matching-offer-rate / 100 * purchase-rate / 100 * purchases-per-buying-day",
      drives: EdgeDraft(
        metric: "net-commission", sign: .positive, lagWeeks: 4,
        because: "Customers who got what they wanted come back, and every purchase pays a commission")),
    inputs: [
      MetricDraft(
        id: "purchase-rate", name: "Purchase rate", role: .input, dimension: .efficiency,
        counts: "Shopping days with a matching offer on which something is bought", excludes: "Our own staff",
        aggregation: .ratio, unit: "percent", source: "order system"),
      MetricDraft(
        id: "matching-offer-rate", name: "Shopping days with a matching offer", role: .input, dimension: .breadth,
        counts: "Shopping days on which a search finds three offers that match, or more",
        excludes: "Searches for what we do not allow", aggregation: .ratio, unit: "percent", source: "search log"),
      MetricDraft(
        id: "purchases-per-buying-day", name: "Successful purchases per buying day", role: .input, dimension: .depth,
        counts: "Purchases that arrive as promised and are not returned, for each day with a purchase",
        excludes: "Purchases by our own staff", aggregation: .mean, unit: "purchases per day", source: "order system"),
      MetricDraft(
        id: "shopping-days-per-customer", name: "Shopping days per active customer", role: .input,
        dimension: .frequency, counts: "Days on which a customer searches, for each active customer",
        excludes: "Our own staff", aggregation: .mean, unit: "days per customer", source: "search log"),
    ],
    driver: MetricDraft(
      id: "seller-reply-time", name: "Seller reply time", role: .driver,
      counts: "Hours from a buyer's question to the seller's answer", excludes: "Questions that are spam",
      aggregation: .median, unit: "hours", source: "message log", direction: .decrease,
      drives: EdgeDraft(
        metric: "purchase-rate", sign: .negative, lagWeeks: 1,
        because: "Buyers who wait for an answer buy somewhere else")),
    guardrails: [
      MetricDraft(
        id: "return-rate", name: "Return rate", role: .guardrail, counts: "Purchases that are sent back",
        excludes: "Exchanges for another size", aggregation: .ratio, unit: "percent", source: "order system",
        direction: .decrease, guards: ["purchases-per-customer", "purchase-rate", "purchases-per-buying-day"],
        threshold: .atMost("6")),
      MetricDraft(
        id: "seller-departures", name: "Seller departures", role: .guardrail,
        counts: "Sellers of the previous month who no longer offer anything", excludes: "Sellers whom we have banned",
        grain: .month, aggregation: .ratio, unit: "percent", source: "offer database",
        direction: .decrease, guards: ["matching-offer-rate", "shopping-days-per-customer"], threshold: .atMost("3")),
    ],
    results: [
      MetricDraft(
        id: "net-commission", name: "Net commission", role: .result, counts: "Commissions of all purchases",
        excludes: "Commissions of returned purchases", grain: .month, aggregation: .sum, unit: "EUR",
        source: "billing system")
    ],
    objective: ObjectiveDraft(
      id: "sure-to-buy", title: "Buyers know enough to decide on the day they look", input: "purchase-rate",
      keyResults: [
        KeyResultDraft(
          id: "replies", title: "Lower the seller reply time from 9 to 4 hours", metric: "seller-reply-time",
          type: .decrease, baseline: "9", target: "4"),
        KeyResultDraft(
          id: "purchases", title: "Raise the purchase rate from 11 % to 14 %", metric: "purchase-rate",
          type: .increase, baseline: "11", target: "14"),
      ]))
}
