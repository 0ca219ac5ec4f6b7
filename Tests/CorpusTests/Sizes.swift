/// Texts that are very long, very deep or very wide.
let sizes: [Case] = [
  Case("million lines of comments", metric, String(repeating: "# nothing\n", count: 1_000_000), "empty-file"),
  Case("million unknown fields", metric, "kind: metric\n" + (0..<1_000_000).map { "f\($0): 1\n" }.joined(), nil),
  Case(
    "million items", "teams/growth.yaml",
    "kind: team\nid: growth\nname: Growth\nlead: lin\nmembers:\n" + String(repeating: "  - nobody\n", count: 200_000),
    "unknown-reference"),
  Case(
    "million times the same key", metric, "kind: metric\n" + String(repeating: "name: a\n", count: 300_000),
    "duplicate-key"),
  Case("deep brackets", metric, "kind: metric\nguards: " + String(repeating: "[", count: 100_000), nil),
  Case(
    "deep closed brackets", metric,
    "kind: metric\nguards: " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "\n",
    "file-too-large-or-deep"),
  Case("deep braces", metric, "kind: metric\nmeta: " + String(repeating: "{a: ", count: 50_000), nil),
  Case(
    "deep indentation", metric,
    "kind: metric\nmeta:\n" + (1...2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    "file-too-large-or-deep"),
  Case(
    "deep dashes", metric, "kind: metric\nmeta:\n  " + String(repeating: "- ", count: 50_000) + "a\n",
    "file-too-large-or-deep"),
  Case("one long line", metric, "kind: metric\nname: [" + String(repeating: "a", count: 5_000_000) + "\n", nil),
  Case("long key", metric, "kind: metric\n" + String(repeating: "k", count: 2_000_000) + ": 1\n", nil),
  Case("quotes without end", metric, String(repeating: "\"", count: 1_000_000), nil),
  Case("brackets that cross", metric, "kind: metric\nmeta: " + String(repeating: "[}", count: 200_000) + "\n", nil),
  Case(
    "larger than any strategy", metric, [UInt8](repeating: 0x61, count: 64 * 1024 * 1024 + 1), "file-too-large-or-deep"),
]
