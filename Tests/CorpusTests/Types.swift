/// Fields with a value of the wrong type.
let types: [Case] = [
  Case("list at the top", metric, "- kind: metric\n- id: a\n", "wrong-type"),
  Case("word at the top", metric, "metric\n", nil),
  Case("list for a name", metric, edited(metric, "name: Activation rate", "name: [Activation, rate]"), "wrong-type"),
  Case("mapping for a name", metric, edited(metric, "name: Activation rate", "name: { a: b }"), "wrong-type"),
  Case("nothing for a name", metric, edited(metric, "name: Activation rate", "name:"), "wrong-type"),
  Case(
    "text for a mapping", metric, edited(metric, "direction: increase", "direction: increase\nthreshold: 5"),
    "wrong-type"),
  Case(
    "nothing for a mapping", metric, edited(metric, "direction: increase", "direction: increase\nthreshold:"),
    "wrong-type"),
  Case(
    "mapping for a list", metric,
    edited(
      metric, "drives:\n  - metric: weekly-hosted-meetings\n    as: component",
      "drives:\n  metric: weekly-hosted-meetings"), "wrong-type"),
  Case(
    "text for a list", metric,
    edited(metric, "drives:\n  - metric: weekly-hosted-meetings\n    as: component", "drives: weekly-hosted-meetings"),
    "wrong-type"),
  Case(
    "words in a list of mappings", metric,
    edited(
      metric, "drives:\n  - metric: weekly-hosted-meetings\n    as: component", "drives: [weekly-hosted-meetings]"),
    "wrong-type"),
  Case("no number", okrs, edited(okrs, "baseline: 41", "baseline: forty-one"), "wrong-type"),
  Case("number with a unit", okrs, edited(okrs, "baseline: 41", "baseline: 41 %"), "wrong-type"),
  Case("decimal comma", okrs, edited(okrs, "baseline: 41", "baseline: 41,5"), "wrong-type"),
  Case("thousands separator", okrs, edited(okrs, "target: 55", "target: 55_000"), "wrong-type"),
  Case("hexadecimal number", okrs, edited(okrs, "target: 55", "target: 0x37"), "wrong-type"),
  Case("octal number", okrs, edited(okrs, "target: 55", "target: 0o67"), "wrong-type"),
  Case("infinity", okrs, edited(okrs, "target: 55", "target: .inf"), "wrong-type"),
  Case("not a number", okrs, edited(okrs, "target: 55", "target: .nan"), "wrong-type"),
  Case("plus sign", okrs, edited(okrs, "target: 55", "target: +55"), "wrong-type"),
  Case("number beyond measure", okrs, edited(okrs, "target: 55", "target: 1e999"), "value-out-of-range"),
  Case("list for a number", okrs, edited(okrs, "target: 55", "target: [55]"), "wrong-type"),
  Case("nothing for a number", okrs, edited(okrs, "target: 55", "target:"), "wrong-type"),
  Case(
    "day that is none", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "2026-03-31", "2026-02-30"), "wrong-type"),
  Case(
    "day the other way round", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "2026-03-31", "31.03.2026"),
    "wrong-type"),
  Case(
    "day with slashes", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "2026-03-31", "2026/03/31"), "wrong-type"),
  Case(
    "day with a time", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "2026-03-31", "2026-03-31T00:00:00Z"),
    "wrong-type"),
  Case("year zero", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "2026-03-31", "0000-01-01"), "wrong-type"),
  Case(
    "confidence above one", "checkins/2026-q1/onboarding.yaml",
    edited("checkins/2026-q1/onboarding.yaml", "confidence: 0.7", "confidence: 7"), "value-out-of-range"),
  Case(
    "confidence below nought", "checkins/2026-q1/onboarding.yaml",
    edited("checkins/2026-q1/onboarding.yaml", "confidence: 0.7", "confidence: -0.1"), "value-out-of-range"),
  Case(
    "month thirteen", "northstar.yaml",
    edited("northstar.yaml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\ncalendar:\n  fiscal_year_starts: 13"),
    "value-out-of-range"),
  Case(
    "no stewards needed", "northstar.yaml",
    edited("northstar.yaml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\napprovals:\n  north_star: 0"),
    "value-out-of-range"),
  Case(
    "yes for true", "northstar.yaml",
    edited("northstar.yaml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\napprovals:\n  signed: yes"),
    "wrong-type"),
  Case(
    "entity without kind", "reviews/2026-north-star.yaml",
    edited("reviews/2026-north-star.yaml", "metric/weekly-hosted-meetings", "weekly-hosted-meetings"), "wrong-type"),
  Case(
    "entity of no kind", "reviews/2026-north-star.yaml",
    edited("reviews/2026-north-star.yaml", "metric/weekly", "metrics/weekly"), "wrong-type"),
]
