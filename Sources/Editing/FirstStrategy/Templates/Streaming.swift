import StrategyModel

extension Template {
  /// Minutes consumed per user: sessions × that play × titles × minutes.
  static let streaming = Template(
    vision: "Nobody's evening is lost to searching",
    coreValue: "People find something worth their time, and it plays at once",
    game: .attention, team: "Discovery",
    northStar: MetricDraft(
      id: "minutes-per-user", name: "Minutes consumed per user", role: .northStar,
      counts: "Minutes played to users who open the product, for each of them",
      excludes: "Minutes after an hour without any sign of a person", aggregation: .mean, unit: "minutes per user",
      source: "playback log",
      formula: "sessions-per-user * play-rate / 100 * titles-per-session * minutes-per-title",
      drives: EdgeDraft(
        metric: "monthly-cancellations", sign: .negative, lagWeeks: 6,
        because: "Subscribers who play more have more to lose by leaving")),
    inputs: [
      MetricDraft(
        id: "play-rate", name: "Play rate", role: .input, dimension: .efficiency,
        counts: "Sessions in which something is played", excludes: "Sessions in the account's settings only",
        aggregation: .ratio, unit: "percent", source: "playback log"),
      MetricDraft(
        id: "titles-per-session", name: "Titles per playing session", role: .input, dimension: .breadth,
        counts: "Different titles played, for each session that plays any", excludes: "Trailers",
        aggregation: .mean, unit: "titles per session", source: "playback log"),
      MetricDraft(
        id: "minutes-per-title", name: "Minutes per title", role: .input, dimension: .depth,
        counts: "Minutes played, for each title of a session", excludes: "Trailers", aggregation: .mean,
        unit: "minutes per title", source: "playback log"),
      MetricDraft(
        id: "sessions-per-user", name: "Sessions per user", role: .input, dimension: .frequency,
        counts: "Sessions of users who open the product, for each of them",
        excludes: "Sessions shorter than ten seconds", aggregation: .mean, unit: "sessions per user",
        source: "playback log"),
    ],
    driver: MetricDraft(
      id: "time-to-play", name: "Time to play", role: .driver,
      counts: "Seconds from the opening of a session to the first minute played", excludes: "Sessions without playback",
      aggregation: .median, unit: "seconds", source: "playback log", direction: .decrease,
      drives: EdgeDraft(
        metric: "play-rate", sign: .negative, lagWeeks: 1, because: "People who search for long give up")),
    guardrails: [
      MetricDraft(
        id: "early-exits", name: "Early exits", role: .guardrail,
        counts: "Titles that are left within two minutes", excludes: "Trailers", aggregation: .ratio, unit: "percent",
        source: "playback log", direction: .decrease, guards: ["play-rate", "titles-per-session"],
        threshold: .atMost("20")),
      MetricDraft(
        id: "time-well-spent", name: "Time well spent", role: .guardrail,
        counts: "The answer to 'was this worth your time?', from 1 to 5", excludes: "Our own staff",
        aggregation: .mean, unit: "points", source: "survey in the product",
        guards: ["minutes-per-user", "minutes-per-title", "sessions-per-user"], threshold: .atLeast("3.8")),
    ],
    results: [
      MetricDraft(
        id: "monthly-cancellations", name: "Monthly cancellations", role: .result,
        counts: "Subscribers of the month before who have left", excludes: "Trials that end", grain: .month,
        aggregation: .ratio, unit: "percent", source: "billing system", direction: .decrease)
    ],
    objective: ObjectiveDraft(
      id: "found-at-once", title: "People find something they want before they give up", input: "play-rate",
      keyResults: [
        KeyResultDraft(
          id: "search", title: "Lower the time to play from 95 to 60 seconds", metric: "time-to-play",
          type: .decrease, baseline: "95", target: "60"),
        KeyResultDraft(
          id: "playing", title: "Raise the play rate from 71 % to 78 %", metric: "play-rate", type: .increase,
          baseline: "71", target: "78"),
      ]))
}
