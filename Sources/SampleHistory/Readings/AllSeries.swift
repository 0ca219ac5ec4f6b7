/// How each metric moved from the summer of 2024 on.
enum AllSeries {
  /// In an order in which an effect's cause comes first.
  static let all: [Series] = earlier + drivers + inputs + guardrails

  private static func series(
    _ metric: String, _ values: [Double], _ decimals: Int, _ source: String, _ more: (inout Series) -> Void = { _ in }
  ) -> Series {
    var series = Series(metric, values, decimals: decimals, source: source)
    more(&series)
    return series
  }

  /// The first North Star and the inputs that went with it.
  private static let earlier: [Series] = {
    let users = series(
      "weekly-active-users", [22000, 23900, 25600, 26270, 26270, 26270, 26270, 26270, 26270], 0, "warehouse"
    ) {
      ($0.from, $0.until, $0.noise, $0.holidayDip) = (Week(2024, 27), Week(2025, 39), 0.012, 0.35)
    }
    let people = series("people-per-team", [5.26, 4.43, 3.82, 3.55, 3.55, 3.55, 3.55, 3.55, 3.55], 2, "warehouse") {
      ($0.from, $0.until) = (Week(2024, 27), Week(2025, 39))
    }
    let days = series("days-active-per-user", [2.3, 2.4, 2.6, 2.7, 2.7, 2.7, 2.7, 2.7, 2.7], 2, "warehouse") {
      ($0.from, $0.until) = (Week(2024, 27), Week(2025, 39))
    }
    return [users, people, days]
  }()

  private static let drivers: [Series] = {
    let completion = series("onboarding-completion", [31, 34, 38.5, 41, 48, 52, 54, 58.5, 60], 1, "product events") {
      // The tracker sent every event twice for a week; a recount followed.
      ($0.noise, $0.incidents) = (0.012, [(Week(2025, 44), 46.9)])
    }
    let invite = series("first-invite-time", [34, 31, 28, 26, 21.5, 17.5, 16, 13.5, 12.8], 1, "product events") {
      ($0.from, $0.noise) = (Week(2025, 6), 0.03)
    }
    let acceptance = series("invite-acceptance", [45, 47, 50.5, 52, 54.5, 53, 57, 60.5, 61.5], 1, "product events") {
      $0.noise = 0.015
    }
    let sales = series("sales-led-teams", [540, 690, 850, 940, 1030, 1150, 1260, 1390, 1440], 0, "billing") {
      $0.noise = 0.004
    }
    let hosts = series("first-time-hosts", [380, 480, 610, 690, 740, 800, 750, 890, 930], 0, "product events") {
      ($0.from, $0.noise) = (Week(2025, 6), 0.04)
    }
    let coHosts = series("co-host-share", [9, 10, 12, 14, 17, 18.5, 19, 24, 25.4], 1, "product events") {
      ($0.from, $0.noise) = (Week(2025, 20), 0.02)
    }
    return [completion, invite, acceptance, sales, hosts, coHosts] + rhythm
  }()

  private static let rhythm: [Series] = {
    let templates = series("template-use", [12, 16, 22, 26, 32, 37, 40, 43.5, 44.6], 1, "product events") {
      ($0.from, $0.noise) = (Week(2025, 6), 0.02)
    }
    let survival = series("series-survival", [56, 57, 60, 61, 62.5, 66, 68.5, 70.5, 71], 1, "warehouse") {
      ($0.from, $0.noise) = (Week(2025, 20), 0.01)
    }
    let recurring = series(
      "recurring-meetings-per-host", [1.24, 1.29, 1.37, 1.42, 1.47, 1.58, 1.66, 1.76, 1.8], 2, "warehouse"
    ) {
      ($0.noise, $0.holidayDip) = (0.006, 0.42)
      $0.effects = [("template-use", 0.4, 3), ("series-survival", 0.5, 4)]
    }
    let adHoc = series(
      "ad-hoc-meetings-per-host", [1.2, 1.21, 1.22, 1.22, 1.23, 1.22, 1.23, 1.22, 1.22], 2, "warehouse"
    ) {
      ($0.noise, $0.holidayDip) = (0.015, 0.3)
    }
    return [templates, survival, recurring, adHoc]
  }()

  private static let inputs: [Series] = {
    let teams = series("connected-teams", [4180, 5390, 6700, 7400, 7890, 8420, 8960, 9430, 9800], 0, "warehouse") {
      $0.noise = 0.003
      $0.effects = [("invite-acceptance", 0.3, 2)]
    }
    let activation = series("activation-rate", [33, 35, 37, 38, 40.5, 42, 43.2, 44.6, 45.2], 1, "warehouse") {
      $0.noise = 0.004
      // People believe that completion takes two weeks to show; it takes one.
      $0.effects = [("onboarding-completion", 0.55, 1), ("first-invite-time", -0.1, 1)]
    }
    let hosts = series("hosts-per-team", [2.05, 2.1, 2.16, 2.2, 2.25, 2.3, 2.27, 2.38, 2.42], 2, "warehouse") {
      $0.noise = 0.006
      $0.effects = [("co-host-share", 0.25, 4), ("first-time-hosts", 0.1, 1)]
    }
    return [teams, activation, hosts]
  }()

  private static let guardrails: [Series] = {
    let failures = series(
      "call-failure-rate", [1.35, 1.3, 1.18, 1.1, 0.95, 1.12, 0.9, 0.84, 0.82], 2, "call telemetry"
    ) {
      $0.noise = 0.03
      $0.incidents = [(Week(2026, 6), 1.47), (Week(2026, 7), 1.93), (Week(2026, 8), 1.31)]
    }
    let support = series("support-load", [7.9, 7.3, 6.4, 6, 5.8, 5.4, 5.3, 4.9, 4.8], 1, "helpdesk") { $0.noise = 0.03 }
    let overload = series("meeting-overload", [3, 3.2, 3.4, 3.6, 3.8, 4.2, 4.4, 4.2, 4.3], 1, "warehouse") {
      ($0.from, $0.noise, $0.incidents) = (Week(2025, 20), 0.025, [(Week(2026, 24), 4.7)])
    }
    let complaints = series(
      "invite-complaints", [0.5, 0.58, 0.66, 0.7, 0.92, 0.8, 0.62, 0.55, 0.52], 2, "mail provider"
    ) {
      ($0.noise, $0.incidents) = (0.04, [(Week(2025, 49), 1.18)])
    }
    return [failures, support, overload, complaints]
  }()

  /// They follow the North Star, so they are drawn after it.
  static let results: [Series] = {
    let retention = series(
      "net-revenue-retention", [103.4, 102.3, 104, 104.5, 105, 105.8, 106.6, 107.9, 108.3], 1, "billing"
    ) {
      $0.noise = 0.0006
      $0.effects = [("weekly-hosted-meetings", 0.05, 12)]
    }
    let conversion = series("paid-conversion", [4, 4.2, 4.4, 4.6, 4.8, 5.1, 5.2, 5.5, 5.6], 2, "billing") {
      $0.noise = 0.005
      $0.effects = [("weekly-hosted-meetings", 0.5, 6)]
    }
    return [retention, conversion]
  }()
}
