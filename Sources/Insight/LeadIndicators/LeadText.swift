import Numbers
package import Presentation
import StrategyModel
package import StrategyStore

/// A lead test for a terminal: the sentence first, then the figures behind it, then every lag.
package struct LeadText {
  let width: Int
  let style: Style

  package init(width: Int, style: Style) { (self.width, self.style) = (width, style) }

  package func render(_ lead: TestedLead) -> String {
    var lines = wrapped(lead.sentence.visible, to: width).map { style.paint($0, .strong) }
    lines.append("")
    lines += figures(lead).flatMap { wrapped($0.1, to: width, first: $0.0.padded(8)) }
    if !lead.test.lags.isEmpty { lines += [""] + table(lead) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func figures(_ lead: TestedLead) -> [(String, String)] {
    let test = lead.test
    let span = lead.span.map { ", \($0.first) to \($0.last)" } ?? ""
    var rows = [("points", "\(test.count) \(lead.grain.counted(test.count)) with both\(span); \(treatment(lead))")]
    if let best = test.best {
      rows.append(
        (
          "best",
          "r = \(best.r.coefficient) at lag \(best.lag); by chance among \(test.lags.count) lags: \(best.adjustedP.probability)"
        ))
      if let rank = test.spearman {
        rows.append(("ranks", "\(rank.coefficient) by ranks, which no outlier can dominate"))
      }
      if let zero = test[lag: 0] { rows.append(("lag 0", "r = \(zero.r.coefficient)")) }
      let halves = best.halves.map { $0?.coefficient ?? "nothing" }.joined(separator: ", then ")
      rows.append(("halves", "\(halves): \(best.isStable ? "stable" : "not stable")"))
    }
    return rows
  }

  /// The treatment of the series before the comparison.
  private func treatment(_ lead: TestedLead) -> String {
    let trend =
      switch lead.test.detrending {
      case .linear: "linear trends removed"
      case .difference: "each value less the one before"
      case .none: "trends kept, which makes any two growing series look alike"
      }
    return lead.isAveraged ? "means of each \(lead.grain.rawValue), \(trend)" : trend
  }

  private func table(_ lead: TestedLead) -> [String] {
    let head = "\(lead.grain.counted(2)) later".padded(12) + "     r    band    n"
    return [style.paint(head, .frame)]
      + lead.test.lags.map { lag in
        let mark = lag == lead.test.best ? " ◆" : lag.isOutsideBand ? " *" : ""
        let cells = [
          String(lag.lag).aligned(12), lag.r.coefficient.aligned(6),
          ("±" + lag.significanceBound.coefficient).aligned(6),
          String(lag.correlation.count).aligned(4),
        ]
        let line = cells.joined(separator: " ") + (width < 58 ? "" : "  " + bar(lag.r)) + mark
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
      + wrapped("* outside the band that covers 19 of 20 chance results; ◆ the largest", to: width)
  }

  /// 21 columns, 0 in the middle.
  private func bar(_ r: Double) -> String {
    let length = Int((abs(min(max(r, -1), 1)) * 10).rounded())
    let left = r < 0 ? length : 0
    let right = r < 0 ? 0 : length
    return String(repeating: " ", count: 10 - left) + String(repeating: "▒", count: left) + "│"
      + String(repeating: "█", count: right) + String(repeating: " ", count: 10 - right)
  }
}

extension String {
  /// Padded with leading spaces to a width.
  fileprivate func aligned(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
