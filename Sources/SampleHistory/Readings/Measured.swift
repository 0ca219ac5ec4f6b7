/// Every metric's value in every week.
struct Measured {
  private(set) var values: [String: [Week: Double]] = [:]
  private var wobbles: [String: [Week: Double]] = [:]

  init(_ all: [Series]) {
    for series in all { add(series) }
    addMeetingsPerHost()
    addNorthStar()
    for series in AllSeries.results { add(series) }
  }

  /// The last value known on a day.
  func value(of metric: String, knownOn day: Day) -> Double? {
    values[metric]?[Week(of: day) + -1]
  }

  private mutating func add(_ series: Series) {
    var chance = Chance("readings/" + series.metric)
    var wobble = 0.0
    var week = Series.first
    while week <= (series.until ?? Series.last) {
      wobble = 0.6 * wobble + 0.8 * chance.bell() * series.noise
      let total = wobble + echo(series, in: week)
      wobbles[series.metric, default: [:]][week] = total
      if week >= series.from { values[series.metric, default: [:]][week] = value(series, week, total) }
      week = week + 1
    }
  }

  private func value(_ series: Series, _ week: Week, _ wobble: Double) -> Double {
    if let incident = series.incidents.first(where: { $0.week == week }) { return incident.value }
    let dip = Series.isHoliday(week) ? 1 - series.holidayDip : 1
    return rounded(series.trend(week) * (1 + wobble * Series.calm(week)) * dip, series.decimals)
  }

  /// The effect of earlier wobbles of other metrics on this one.
  private func echo(_ series: Series, in week: Week) -> Double {
    var sum = 0.0
    for effect in series.effects { sum += effect.share * (wobbles[effect.metric]?[week + -effect.lag] ?? 0) }
    return sum
  }

  private mutating func addMeetingsPerHost() {
    for (week, recurring) in values["recurring-meetings-per-host"] ?? [:] {
      let adHoc = values["ad-hoc-meetings-per-host"]?[week] ?? 0
      values["meetings-per-host", default: [:]][week] = rounded(recurring + adHoc, 2)
    }
  }

  /// The product of its inputs, except for a few meetings that are counted late.
  private mutating func addNorthStar() {
    var chance = Chance("readings/weekly-hosted-meetings")
    var week = Week(2024, 44)
    while week <= Series.last {
      let factors = ["connected-teams", "hosts-per-team", "meetings-per-host"].map { values[$0]?[week] ?? 0 }
      let activation = (values["activation-rate"]?[week] ?? 0) / 100
      let product = factors.reduce(activation, *)
      values["weekly-hosted-meetings", default: [:]][week] = rounded(product * (1 + 0.002 * chance.bell()), 0)
      wobbles["weekly-hosted-meetings", default: [:]][week] = northStarWobble(week)
      week = week + 1
    }
  }

  /// Holidays count too: who does not meet then renews and buys less, some weeks later.
  private func northStarWobble(_ week: Week) -> Double {
    let dip = Series.isHoliday(week) ? -0.45 : 0
    return [
      "connected-teams", "activation-rate", "hosts-per-team", "recurring-meetings-per-host", "ad-hoc-meetings-per-host",
    ]
    .reduce(dip) { $0 + (wobbles[$1]?[week] ?? 0) }
  }
}
