import Editing
import Git
import Presentation

/// The summary after a strategy was created: its files and the next steps.
struct StartingReport {
  let text: String

  init(_ strategy: [String], of product: String, in place: StartingPlace, from here: String) {
    let folder = place.folder == here ? nil : StartingReport.relative(place.folder, to: here)
    var lines = ["New strategy of \(product): \(strategy.count) files in '\(place.folder)'.", ""]
    for (name, meaning) in StartingReport.parts(strategy) { lines.append("  \(name.padded(25)) \(meaning)") }
    lines += ["", "Next:"]
    let steps = StartingReport.steps(folder, isInRepository: place.isInRepository)
    for (step, reason) in steps { lines.append("  " + (reason.isEmpty ? step : "\(step.padded(25)) \(reason)")) }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func parts(_ paths: [String]) -> [(String, String)] {
    let folders = Set(paths.map { $0.split(separator: "/").first.map(String.init) ?? $0 })
    let meanings = [
      ("northstar.yaml", "the product, and the settings of this strategy"),
      ("metrics", "the North Star Metric, its inputs, guardrails and results"),
      ("teams", "who owns the inputs"), ("people", "you, the first steward"), ("cycles", "the first quarter"),
      ("okrs", "an example, aimed at an input"),
    ]
    return meanings.filter { folders.contains($0.0) }.map { name, meaning in
      (name.contains(".") ? name : name + "/", meaning)
    }
  }

  private static func steps(_ folder: String?, isInRepository: Bool) -> [(String, String)] {
    var steps = folder.map { [("cd \($0)", "")] } ?? []
    if !isInRepository { steps.append(("git init", "the history is kept in git")) }
    return steps + [
      ("northstar check", "finds no faults so far"),
      ("northstar tree", "shows what drives what"),
      ("git add . && git commit -m 'Begin the strategy'", ""),
      ("northstar hook install", "checks it at every commit, and merges it by meaning"),
      ("northstar explain metric", "says what a metric's file may hold"),
    ]
  }

  private static func relative(_ path: String, to here: String) -> String {
    let path = Paths.relative(path, to: here) ?? path
    return path.allSatisfy { $0.isLetter || $0.isNumber || "/-_.".contains($0) } ? path : "'\(path)'"
  }
}
