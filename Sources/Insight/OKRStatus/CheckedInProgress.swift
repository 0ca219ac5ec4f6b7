import Editing
import Numbers
import Presentation
package import StrategyModel

extension CheckInPlace {
  /// The progress of key results, one line each: `completion: 43 %, 30 % expected, at-risk`.
  package func progress(of ids: [String], in strategy: Strategy, on day: Day) -> [String] {
    guard let okrs = strategy.okrs.position(of: id) else { return [] }
    let numbers = strategy.numbers(ofOKRs: okrs, on: day)
    let expected = numbers.cycle?.expected.map { ", \($0.percent) expected" } ?? ""
    return zip(strategy.okrs.all[okrs].objectives, numbers.objectives).flatMap { objective, own in
      own.keyResults.compactMap { keyResult -> String? in
        let row = StatusRow(keyResult, objective.keyResults)
        return ids.contains(row.id) ? "\(row.id): \(row.progress)\(expected), \(row.status)" : nil
      }
    }
  }
}
