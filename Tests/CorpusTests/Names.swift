/// Words that mean nothing here, and files where they do not belong.
let names: [Case] = [
  Case("empty file", metric, "", "empty-file"),
  Case("comments only", metric, "# to be written\n\n   # soon\n", "empty-file"),
  Case("blank lines only", metric, "\n\n   \n", "empty-file"),
  Case("unknown kind", metric, edited(metric, "kind: metric", "kind: metrik"), "unknown-kind"),
  Case("empty kind", "notes.yaml", "kind:\n", nil),
  Case("unknown field", metric, edited(metric, "name: Activation rate", "nmae: Activation rate"), "unknown-field"),
  Case("unknown field inside", metric, edited(metric, "  excludes:", "  excluded:"), "unknown-field"),
  Case("field in capitals", metric, edited(metric, "name: Activation rate", "Name: Activation rate"), "unknown-field"),
  Case("missing field", metric, edited(metric, "name: Activation rate\n", ""), "missing-field"),
  Case("missing person", metric, edited(metric, "  person: ada\n", ""), "missing-field"),
  Case("unknown choice", metric, edited(metric, "role: input", "role: imput"), "unknown-choice"),
  Case("choice in capitals", metric, edited(metric, "role: input", "role: Input"), "unknown-choice"),
  Case("id with a space", metric, edited(metric, "id: activation-rate", "id: activation rate"), "invalid-id"),
  Case("id with capitals", metric, edited(metric, "id: activation-rate", "id: Activation-Rate"), "invalid-id"),
  Case(
    "id that is a number", "cycles/2026-q1.yaml", edited("cycles/2026-q1.yaml", "id: 2026-q1", "id: 2026"), "invalid-id"
  ),
  Case("id that is a truth value", metric, edited(metric, "id: activation-rate", "id: true"), "invalid-id"),
  Case("id with a path", metric, edited(metric, "id: activation-rate", "id: ../../etc/passwd"), "invalid-id"),
  Case("id with look-alike letter", metric, edited(metric, "id: activation-rate", "id: аctivation-rate"), "invalid-id"),
  Case(
    "id of a thousand letters", metric,
    edited(metric, "id: activation-rate", "id: " + String(repeating: "a", count: 1000)), "invalid-id"),
  Case(
    "id of another file", "metrics/second.yaml", edited(metric, "name: Activation rate", "name: Second"), "duplicate-id"
  ),
  Case(
    "file name against id", "metrics/rate-of-activation.yaml", edited(metric, "id: activation-rate", "id: other-rate"),
    "misplaced-file"),
  Case("kind against folder", "teams/stray.yaml", edited(metric, "id: activation-rate", "id: stray"), "misplaced-file"),
  Case("yml", "people/max.yml", "kind: person\nid: max\nname: Max\n", "misplaced-file"),
  Case(
    "second settings", "metrics/northstar.yaml",
    "kind: strategy\nid: second\nproduct: B\nnorth_star: activation-rate\n", "second-settings-file"),
  Case(
    "objective twice", okrs,
    edited(
      okrs, "  - id: first-meeting-obvious",
      "  - id: first-meeting-obvious\n    title: Meetings feel easy for everyone\n    ambition: committed\n    input: activation-rate\n    key_results: []\n  - id: first-meeting-obvious"
    ), "duplicate-item-id"),
  Case("key result twice", okrs, edited(okrs, "- id: activation\n", "- id: completion\n"), "duplicate-item-id"),
  Case(
    "rule that is none", "northstar.yaml",
    edited(
      "northstar.yaml", "timezone: Europe/Berlin",
      "timezone: Europe/Berlin\nrules:\n  - rule: no-gardrail\n    severity: off"), "unknown-rule-setting"),
]
