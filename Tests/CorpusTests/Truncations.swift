import Rules

/// A file that breaks off in the middle of something.
let truncations: [Case] =
  [
    "kind: metric\nid", "kind: metric\nid:", "kind: metric\nname: \"Activ", "kind: metric\nname: 'Activ",
    "kind: metric\nguards: [a, b", "kind: metric\nguards: [a,", "kind: metric\nthreshold: {at_most: 1",
    "kind: metric\nthreshold: {at_most:", "kind: metric\ndrives:\n  - metric: a\n    as", "kind: metric\ndrives:\n  -",
    "kind: metric\ndefinition:\n  counts: |", "kind: metric\nname: \"a\\u00", "kin", "k",
  ].enumerated().map { Case("broken off \($0.offset)", metric, $0.element, nil) }
  + (1...12).map { twelfth in
    let text = Array((SmallStrategy.files[okrs] ?? "").utf8)
    return Case("OKRs cut after \(twelfth)/13", okrs, Array(text.prefix(text.count * twelfth / 13)), nil)
  }
