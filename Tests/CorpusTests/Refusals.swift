/// YAML that the strict subset refuses, each with its own message, and conflicts that git left behind.
let refusals: [Case] = [
  Case("anchor", metric, edited(metric, "name: Activation rate", "name: &a Activation rate"), "refused-yaml-feature"),
  Case("alias", metric, edited(metric, "name: Activation rate", "name: *a"), "refused-yaml-feature"),
  Case("tag", metric, edited(metric, "name: Activation rate", "name: !!str Activation rate"), "refused-yaml-feature"),
  Case("own tag", metric, edited(metric, "name: Activation rate", "name: !metric a"), "refused-yaml-feature"),
  Case("python object", metric, "kind: !!python/object/apply:os.system ['true']\n", "refused-yaml-feature"),
  Case(
    "merge key", metric, edited(metric, "direction: increase", "direction: increase\n<<: {name: a}"),
    "refused-yaml-feature"),
  Case("complex key", metric, edited(metric, "direction: increase", "? direction\n: increase"), "refused-yaml-feature"),
  Case("two documents", metric, "kind: metric\n---\nkind: metric\n", "refused-yaml-feature"),
  Case("document end", metric, "kind: metric\n...\nkind: metric\n", "refused-yaml-feature"),
  Case("yaml directive", metric, "%YAML 1.2\n---\nkind: metric\n", "refused-yaml-feature"),
  Case("tag directive", metric, "%TAG ! tag:huddle.example,2026:\n---\nkind: metric\n", "refused-yaml-feature"),
  Case(
    "plain text over two lines", metric, edited(metric, "name: Activation rate", "name: Activation\n  rate"),
    "refused-yaml-feature"),
  Case(
    "quoted text over two lines", metric, edited(metric, "name: Activation rate", "name: \"Activation\n  rate\""),
    "refused-yaml-feature"),
  Case(
    "brackets over two lines", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[lin,\n  omar]"),
    "refused-yaml-feature"),
  Case(
    "pair in brackets", "teams/growth.yaml", edited("teams/growth.yaml", "[lin, omar]", "[lin: omar]"),
    "refused-yaml-feature"),
  Case("anchor bomb", metric, bomb, "refused-yaml-feature"),
]

/// The "billion laughs": a small text that grows without end for a reader that follows aliases.
private let bomb =
  "kind: metric\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
  + (1...40).map { "a\($0): &a\($0) [\([String](repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n" }
  .joined()

let conflicts: [Case] = [
  Case("conflict in a value", metric, conflict("name: Ours\n", "name: Theirs\n"), "merge-conflict"),
  Case(
    "conflict of blocks", metric, conflict("direction: increase\ndrives:\n  - metric: a\n", "direction: decrease\n"),
    "merge-conflict"),
  Case(
    "conflict with the base shown", metric,
    "kind: metric\n<<<<<<< HEAD\nname: A\n||||||| 1a2b3c\nname: O\n=======\nname: B\n>>>>>>> theirs\n", "merge-conflict"
  ),
  Case(
    "two conflicts", metric,
    conflict("name: A\n", "name: B\n") + "x: y\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> theirs\n", "merge-conflict"
  ),
  Case(
    "conflict from the first line", metric, "<<<<<<< HEAD\nkind: metric\n=======\nkind: team\n>>>>>>> theirs\n",
    "merge-conflict"),
  Case(
    "conflict in a block of text", metric,
    "kind: metric\ndefinition:\n  counts: >\n    a\n<<<<<<< HEAD\n    b\n=======\n    c\n>>>>>>> x\n", "merge-conflict"),
  Case("unfinished conflict", metric, "kind: metric\n<<<<<<< HEAD\nname: A\n=======\nname: B\n", "merge-conflict"),
  Case("left over end marker", metric, "kind: metric\nname: A\n>>>>>>> theirs\n", "merge-conflict"),
]

private func conflict(_ ours: String, _ theirs: String) -> String {
  "kind: metric\nid: activation-rate\n<<<<<<< HEAD\n\(ours)=======\n\(theirs)>>>>>>> proposal/x\n"
}
