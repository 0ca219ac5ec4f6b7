import Diagnostics
import StrategyModel

struct RepeatedTitle: Rule {
  let card = Card(
    id: "NS518", name: "repeated-title", severity: .warning,
    summary: "Two objectives, or two key results, of a team have the same title.",
    rationale: """
      Mostly one was copied and not rewritten, and what the team meant is lost. When both are meant, nobody can tell \
      them apart in reports and check-ins. Say what is different about the second, or remove it.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise the activation rate from 34 % to 40 %",
        with: "title: ↓Raise onboarding completion  from 41 % to 55 %")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "title: Raise the activation rate from 34 % to 40 %",
        with: "title: Raise onboarding completion on phones from 34 % to 40 %")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      var earlierObjectives = Titles()
      var earlierKeyResults = Titles()
      for i in objectives.indices {
        if let title = objectives[i].title, let twin = earlierObjectives.twin(of: title, Promise()) {
          add("objective", title, twin, strategy, okrs, &report)
          continue
        }
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices {
          guard let title = keyResults[k].title else { continue }
          let promise = Promise(metric: keyResults[k].metric?.id, type: keyResults[k].type?.value)
          if let twin = earlierKeyResults.twin(of: title, promise) {
            add("key result", title, twin, strategy, okrs, &report)
          }
        }
      }
    }
  }

  private func add(
    _ noun: String, _ title: Located<String>, _ twin: Located<String>, _ strategy: Strategy, _ okrs: Int,
    _ report: inout Report
  ) {
    let file = strategy.okrs.all[okrs]
    report.add(
      .repeated(noun), about: file, at: title.range, in: strategy,
      notes: [Note("the same title", at: strategy.location(file.file, twin.range))],
      help: ["Say what is different about this \(noun), or remove it."])
  }
}

/// What a key result moves: two that move the same are a fault of `key-results-alike`.
private struct Promise: Equatable {
  var metric: String?
  var type: KeyResultType?
}

/// The titles of a file so far.
private struct Titles {
  private var byDigest: [UInt64: (title: Located<String>, promise: Promise)] = [:]

  /// An earlier title with the same words, except that of a key result that moves the same metric in the same way.
  mutating func twin(of title: Located<String>, _ promise: Promise) -> Located<String>? {
    let digest = WordScan.digest(title.value)
    guard let earlier = byDigest[digest] else {
      byDigest[digest] = (title, promise)
      return nil
    }
    guard promise.metric == nil || promise != earlier.promise else { return nil }
    return WordScan.haveSameWords(earlier.title.value, title.value) ? earlier.title : nil
  }
}

extension String {
  fileprivate static func repeated(_ noun: String) -> String { "another \(noun) of this team has the same title" }
}
