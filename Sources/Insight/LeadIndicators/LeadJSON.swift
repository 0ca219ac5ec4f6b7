import Numbers
package import Presentation
import StrategyModel
package import StrategyStore

/// A lead test as JSON.
package struct LeadJSON {
  package let lead: TestedLead

  package init(lead: TestedLead) {
    self.lead = lead
  }

  package var json: JSONValue {
    let test = lead.test
    return [
      "metric": .string(lead.metric), "against": .string(lead.result), "grain": .string(lead.grain.rawValue),
      "detrend": .string(test.detrending.rawValue), "averaged": .flag(lead.isAveraged),
      "points": .number(Double(test.count)), "first": .orNull(lead.span?.first), "last": .orNull(lead.span?.last),
      "verdict": .string(test.verdict.rawValue), "sentence": .string(lead.sentence),
      "weakEvidence": .flag(test.isWeakEvidence),
      "constant": .array(test.constant.map { .string([lead.metric, lead.result][$0]) }),
      "spearman": .orNull(test.spearman), "best": test.best.map(object) ?? .null,
      "atZero": test[lag: 0].map(object) ?? .null,
      "lags": .array(test.lags.map(object)),
    ]
  }

  private func object(_ lag: LeadTest.AtLag) -> JSONValue {
    [
      "lag": .number(Double(lag.lag)), "r": .number(lag.r), "points": .number(Double(lag.correlation.count)),
      "significanceBound": .number(lag.significanceBound), "significant": .flag(lag.isOutsideBand), "p": .number(lag.p),
      "adjustedP": .number(lag.adjustedP), "stable": .flag(lag.isStable),
      "halves": .array(lag.halves.map { .orNull($0) }),
    ]
  }
}
