/// What a metric is for.
package enum MetricRole: String, Choice {
  case northStar = "north-star"
  case input, driver, guardrail, result

  package var summary: String {
    switch self {
    case .northStar: "The one metric that says whether customers get the product's value."
    case .input: "A lever that teams move and that drives the NSM."
    case .driver: "A metric below an input."
    case .guardrail: "A counter metric with a threshold: the harm that pushing another could do."
    case .result: "A lagging business result that the NSM should lead."
    }
  }

  /// The fields without which a metric in use cannot have this role.
  package var needed: [String] {
    switch self {
    case .input: ["owner", "drives"]
    case .guardrail: ["threshold"]
    case .northStar, .driver, .result: []
    }
  }
}

/// Which side of the North Star an input moves. Source: Amplitude, North Star Playbook.
package enum Dimension: String, Choice {
  case efficiency, breadth, depth, frequency

  package var summary: String {
    switch self {
    case .efficiency: "How fast a user reaches the value."
    case .breadth: "How many users reach it."
    case .depth: "How deeply they use it."
    case .frequency: "How often they come back."
    }
  }
}

package enum Lifecycle: String, Choice {
  case draft, active, deprecated, retired

  package var summary: String {
    switch self {
    case .draft: "Being worked out; nothing may depend on it yet."
    case .active: "In use."
    case .deprecated: "Still measured; nothing new may depend on it."
    case .retired: "No longer used."
    }
  }
}

package enum Aggregation: String, Choice {
  case sum, mean, median, ratio, distinct, min, max, last
  case p10, p25, p75, p80, p90, p95, p99

  package var summary: String {
    switch self {
    case .sum: "All events added up."
    case .mean: "The arithmetic mean."
    case .median: "The middle value."
    case .ratio: "A part of a whole; never summed."
    case .distinct: "Different things, each counted once."
    case .min: "The smallest value."
    case .max: "The largest value."
    case .last: "The value at the end of the window."
    case .p10, .p25, .p75, .p80, .p90, .p95, .p99:
      "The value that \(rawValue.dropFirst()) % of all values do not exceed."
    }
  }
}

package enum Direction: String, Choice {
  case increase, decrease, maintain

  package var summary: String {
    switch self {
    case .increase: "Up is good."
    case .decrease: "Down is good."
    case .maintain: "Staying where it is, is good."
    }
  }
}

package enum EdgeType: String, Choice {
  case component, influence, segment

  package var summary: String {
    switch self {
    case .component: "Arithmetic: a term of the other metric's formula."
    case .influence: "A dated belief that can turn out wrong."
    case .segment: "A slice of the other metric."
    }
  }
}

package enum EdgeSign: String, Choice {
  case positive, negative

  package var summary: String {
    switch self {
    case .positive: "More of this gives more of that."
    case .negative: "More of this gives less of that."
    }
  }
}
