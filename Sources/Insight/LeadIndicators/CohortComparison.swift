import Numbers
package import Presentation

/// Each group of cohorts compared with the first one.
package struct CohortComparison {
  private struct Pair {
    let name: String
    let values: [Double]
    /// `nil` where a group is too small, or no group has any spread.
    let test: WelchTest?
  }

  private let first: (name: String, values: [Double])
  private let others: [Pair]

  package init?(_ cohorts: Cohorts) {
    guard let first = cohorts.groups.first else { return nil }
    self.first = first
    others = cohorts.groups.dropFirst().map { group in
      Pair(name: group.name, values: group.values, test: WelchTest(group.values, first.values))
    }
  }

  /// A sentence and the figures behind it for each pair.
  package func text(width: Int) -> String {
    others.flatMap { pair in
      wrapped(sentence(pair).visible, to: width)
        + (pair.test.map { wrapped(figures($0, pair), to: width, first: "  ") } ?? [])
    }.joined(separator: "\n") + "\n"
  }

  private func sentence(_ pair: Pair) -> String {
    guard let test = pair.test else {
      return "Cohorts of '\(pair.name)' and '\(first.name)' cannot be compared: each needs two, and some spread."
    }
    let (mean, other) = (test.first.mean.figure, test.second.mean.figure)
    let difference = test.first.mean > test.second.mean ? "more" : "less"
    guard test.p < 0.05 else {
      return
        "Cohorts of '\(pair.name)' come to \(mean), those of '\(first.name)' to \(other): this may be chance alone."
    }
    let few = min(pair.values.count, first.values.count) < 10 ? " Few cohorts are weak evidence." : ""
    return "Cohorts of '\(pair.name)' come to \(mean), \(difference) than the \(other) of '\(first.name)', which is "
      + "not chance.\(few)"
  }

  private func figures(_ test: WelchTest, _ pair: Pair) -> String {
    "Welch: t = \(test.t.figure), \(test.degreesOfFreedom.figure) degrees of freedom, \(test.p.probability), "
      + "\(pair.values.count) and \(first.values.count) cohorts"
  }

  package var json: JSONValue {
    .array(
      others.map { pair in
        [
          "group": .string(pair.name), "against": .string(first.name), "sentence": .string(sentence(pair)),
          "count": .number(Double(pair.values.count)), "againstCount": .number(Double(first.values.count)),
          "mean": .orNull(pair.test?.first.mean), "againstMean": .orNull(pair.test?.second.mean),
          "t": .orNull(pair.test?.t), "degreesOfFreedom": .orNull(pair.test?.degreesOfFreedom),
          "p": .orNull(pair.test?.p),
        ]
      })
  }

}
