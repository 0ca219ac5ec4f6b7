import StrategyModel

/// A strategy built from short descriptions of its metrics.
struct SampleStrategy {
  private var files: [String: String] = [
    "northstar.yaml": "kind: strategy\nid: huddle\nproduct: Huddle\nnorth_star: meetings\n",
    "teams/core.yaml": "kind: team\nid: core\nname: Core\nlead: lin\n",
    "people/lin.yaml": "kind: person\nid: lin\nname: Lin Wei\n",
    "cycles/2026-q1.yaml": "kind: cycle\nid: 2026-q1\nstarts: 2026-01-01\nends: 2026-03-31\nstate: active\n",
    "cycles/2025-q4.yaml": "kind: cycle\nid: 2025-q4\nstarts: 2025-10-01\nends: 2025-12-31\nstate: closed\n",
  ]

  /// - Parameter more: further lines of the file.
  mutating func metric(
    _ id: String, _ role: String, _ name: String? = nil, drives: [String] = [], lifecycle: String = "active",
    more: String = ""
  ) {
    var text = "kind: metric\nid: \(id)\nname: \(name ?? id)\nrole: \(role)\nlifecycle: \(lifecycle)\n"
    if !drives.isEmpty { text += "drives:\n" }
    for drive in drives {
      let words = drive.split(separator: " ")
      text += "  - metric: \(words[0])\n    as: \(words.count > 1 ? words[1] : "component")\n"
      if words.count > 2 { text += "    sign: \(words[2])\n" }
    }
    files["metrics/\(id).yaml"] = text + more
  }

  mutating func add(_ path: String, _ text: String) { files[path] = text }

  var strategy: Strategy {
    let files = files.sorted { $0.key < $1.key }.map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) }
    return Strategy(folder: "", files: files)
  }

  /// Every part of a tree once: result, inputs, drivers, guardrails, an objective, a stray metric, a shared driver.
  static var huddle: SampleStrategy {
    var sample = SampleStrategy()
    let owner = "owner:\n  team: core\n  person: lin\n  since: 2026-01-05\n"
    sample.metric("revenue", "result", "Recurring revenue")
    sample.metric(
      "meetings", "north-star", "Weekly hosted meetings", drives: ["revenue influence positive"], more: owner)
    sample.metric(
      "activation", "input", "Activation rate", drives: ["meetings"], more: "dimension: efficiency\n" + owner)
    sample.metric("teams", "input", "Hosting teams", drives: ["meetings"], more: "dimension: breadth\n")
    sample.metric("invites", "driver", "Invites sent", drives: ["activation influence positive", "teams segment"])
    sample.metric("setup", "driver", "Set-up time", drives: ["activation influence negative"], lifecycle: "draft")
    sample.metric(
      "tickets", "guardrail", "Support tickets", more: "guards: [activation, meetings]\nthreshold:\n  at_most: 2.5\n")
    sample.metric("followers", "driver", "Followers", lifecycle: "deprecated")
    sample.metric("downloads", "driver", "Downloads", drives: ["meetings"], lifecycle: "retired")
    sample.add(
      "okrs/2026-q1/core.yaml",
      """
      kind: okrs
      team: core
      cycle: 2026-q1
      objectives:
        - id: first-meeting
          title: Teams host without help
          ambition: committed
          input: activation
          key_results: []
      """)
    sample.add(
      "okrs/2025-q4/core.yaml",
      """
      kind: okrs
      team: core
      cycle: 2025-q4
      objectives:
        - id: past
          title: This is over
          ambition: committed
          input: activation
          key_results: []
      """)
    return sample
  }

  /// Over a hundred metrics with long, wide and odd names, shared drivers, a loop, and edges that lead nowhere.
  static var large: SampleStrategy {
    var sample = SampleStrategy()
    let odd = [
      "会議を主催したワークスペースの数", "<b>\"50%\" & more; #1</b>", "- 1. `%%{init}%%` \\ style a:b#",
      "👩‍👩‍👧 Familien 🇩🇪", "*a* _b_ ~~c~~ [d](e) ![f](g) https://h.i www.j.k l@m.n &lt; o_p",
    ]
    sample.metric("revenue", "result", "Revenue", drives: ["retention influence positive"])
    sample.metric("retention", "result", "Net revenue retention of customers older than two quarters")
    sample.metric("star", "north-star", "Stars", drives: ["revenue influence positive", "nowhere"])
    for input in 0..<5 {
      sample.metric("input-\(input)", "input", "Input number \(input) of the strategy", drives: ["star"])
      sample.metric(
        "guard-\(input)", "guardrail", "WWWWWWWWWW MMMMMMMMMMMMMMMMMMMMMMMM", more: "guards: [input-\(input), star]\n")
      for driver in 0..<20 {
        let name = odd[(input + driver) % odd.count].replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var drives = ["\(driver % 4 == 0 ? "input-\(input)" : "driver-\(input)-\(driver - 1)") influence negative"]
        if driver % 7 == 0 { drives.append("input-\((input + 1) % 5) segment") }
        sample.metric("driver-\(input)-\(driver)", "driver", "\"\(name)\"", drives: drives)
      }
    }
    sample.metric("loop-a", "driver", "Loop A", drives: ["loop-b"])
    sample.metric("loop-b", "driver", "Loop B", drives: ["loop-a", "loop-b"])
    return sample
  }
}
