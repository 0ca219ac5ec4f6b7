/// Texts that are not YAML.
let layouts: [Case] = [
  Case("tab as indentation", metric, "kind: metric\ndefinition:\n\tcounts: a\n", "invalid-syntax"),
  Case("tab behind spaces", metric, "kind: metric\ndefinition:\n  \tcounts: a\n", "invalid-syntax"),
  Case(
    "no space behind colon", metric, edited(metric, "name: Activation rate", "name:Activation rate"), "invalid-syntax"),
  Case("no colon", metric, edited(metric, "name: Activation rate", "name Activation rate"), "invalid-syntax"),
  Case(
    "colon in a plain value", metric, edited(metric, "name: Activation rate", "name: Activation: rate"),
    "invalid-syntax"),
  Case("too far out", metric, edited(metric, "  counts:", " counts:"), "invalid-syntax"),
  Case("too far in", metric, edited(metric, "  excludes:", "    excludes:"), "invalid-syntax"),
  Case("one space too many", metric, edited(metric, "  window:", "   window:"), "invalid-syntax"),
  Case(
    "unclosed double quote", metric, edited(metric, "name: Activation rate", "name: \"Activation rate"),
    "invalid-syntax"),
  Case(
    "unclosed single quote", metric, edited(metric, "name: Activation rate", "name: 'Activation rate"), "invalid-syntax"
  ),
  Case(
    "text behind a quote", metric, edited(metric, "name: Activation rate", "name: \"Activation\" rate"),
    "invalid-syntax"),
  Case("unknown escape", metric, edited(metric, "name: Activation rate", "name: \"Activation \\q\""), "invalid-syntax"),
  Case("short escape", metric, edited(metric, "name: Activation rate", "name: \"\\x4\""), "invalid-syntax"),
  Case(
    "escape beyond unicode", metric, edited(metric, "name: Activation rate", "name: \"\\UFFFFFFFF\""), "invalid-syntax"),
  Case("escaped surrogate", metric, edited(metric, "name: Activation rate", "name: \"\\uD800\""), "invalid-syntax"),
  Case(
    "unclosed bracket", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[lin, omar"), "invalid-syntax"),
  Case("stray bracket", metric, edited(metric, "name: Activation rate", "name: ]"), "invalid-syntax"),
  Case("stray brace", metric, edited(metric, "name: Activation rate", "name: }"), "invalid-syntax"),
  Case(
    "missing comma", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[\"lin\" \"omar\"]"),
    "invalid-syntax"),
  Case(
    "empty item", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[lin, , omar]"), "invalid-syntax"),
  Case(
    "mixed brackets", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[lin, omar}"), "invalid-syntax"),
  Case("item in a mapping", metric, edited(metric, "name: Activation rate", "- name"), "invalid-syntax"),
  Case("key in a list", metric, edited(metric, "    as: component", "  as: component"), "invalid-syntax"),
  Case(
    "item on the key's line", metric,
    edited(metric, "drives:\n  - metric: weekly-hosted-meetings", "drives: - metric: a"), "invalid-syntax"),
  Case("value at-sign", metric, edited(metric, "name: Activation rate", "name: @activation"), "invalid-syntax"),
  Case("value backtick", metric, edited(metric, "name: Activation rate", "name: `activation`"), "invalid-syntax"),
  Case("value percent sign", metric, edited(metric, "name: Activation rate", "name: %activation"), "invalid-syntax"),
  Case("block header with words", metric, edited(metric, "counts: New", "counts: | New"), "invalid-syntax"),
  Case("empty key", metric, edited(metric, "name: Activation rate", ": Activation rate"), "invalid-syntax"),
  Case("json with trailing text", metric, "{\"kind\": \"metric\"} and more\n", "invalid-syntax"),
  Case("prose", metric, "Dear team,\n\nthe metric is fine: really.\nBye\n", nil),
  Case("html", metric, "<!DOCTYPE html>\n<html><body>404: not found</body></html>\n", nil),
  Case(
    "duplicate key", metric, edited(metric, "name: Activation rate", "name: Activation rate\nname: Again"),
    "duplicate-key"),
  Case(
    "duplicate quoted key", metric, edited(metric, "name: Activation rate", "name: Activation rate\n\"name\": Again"),
    "duplicate-key"),
  Case(
    "duplicate key inside", metric, edited(metric, "  unit: percent", "  unit: percent\n  unit: share"), "duplicate-key"
  ),
  Case(
    "duplicate key in braces", metric,
    edited(metric, "direction: increase", "direction: increase\nthreshold: { at_most: 1, at_most: 2 }"), "duplicate-key"
  ),
]
