/// What a column, or a line such as `Owner: Grace`, says about a goal. The raw value is what people map columns to.
package enum GoalField: String, Sendable, CaseIterable {
  case objective
  case keyResult = "key-result"
  /// Either of the two; another column, or the words themselves, say which.
  case title
  /// Whether a row is an objective or a key result.
  case level
  case team, cycle, owner, input, metric, type, baseline, target, stretch, current, unit, score, status, confidence
  case progress, weight, parent, due, link, note, segment, ambition, why, id
  /// Left out because somebody said so.
  case ignored = "ignore"

  /// What people write above such a column.
  private var names: [String] {
    switch self {
    case .objective: ["objective", "objectives", "objective title", "objective name", "o"]
    case .keyResult: ["key result", "key results", "kr", "krs", "key result title", "key result name", "result"]
    case .title: ["title", "name", "goal", "goals", "description", "okr", "okrs", "objective / key result"]
    case .level: ["level", "kind", "item type", "goal type", "okr type"]
    case .team: ["team", "teams", "department", "squad", "group", "owning team", "team name"]
    case .cycle: ["cycle", "quarter", "period", "timeframe", "time frame", "time period", "okr cycle"]
    case .owner:
      [
        "owner", "owners", "dri", "lead", "responsible", "accountable", "assignee", "kr owner", "key result owner",
        "who", "owned by", "owner name", "person",
      ]
    case .input: ["input", "input metric", "lever"]
    case .metric: ["metric", "kpi", "measure", "metric name", "measured by"]
    case .type: ["type", "direction", "metric type", "measurement type"]
    case .baseline:
      [
        "baseline", "start", "from", "start value", "starting value", "initial", "initial value", "starting point",
        "was",
        "starting", "started at", "start point",
      ]
    case .target:
      ["target", "to", "target value", "goal value", "end value", "end", "target at end", "aim", "desired value"]
    case .stretch: ["stretch", "stretch target", "stretch goal", "moonshot"]
    case .current:
      [
        "current", "now", "actual", "current value", "latest", "latest value", "today", "result so far", "currently",
        "actuals", "current status value",
      ]
    case .unit: ["unit", "units", "unit of measure", "uom"]
    case .score: ["score", "grade", "final score", "final grade", "scoring"]
    case .status: ["status", "state", "health", "rag", "rag status"]
    case .confidence: ["confidence", "confidence level", "confidence score"]
    case .progress: ["progress", "% complete", "percent complete", "completion", "% done", "progress %"]
    case .weight: ["weight", "weighting"]
    case .parent: ["parent", "parent objective", "parent goal", "aligned to", "aligns to", "supports", "alignment"]
    case .due: ["due", "due date", "deadline", "by when", "end date", "target date"]
    case .link: ["link", "links", "url", "epic", "ticket", "tracking", "evidence", "dashboard"]
    case .note:
      ["note", "notes", "comment", "comments", "remarks", "remark", "update", "details", "latest update", "context"]
    case .segment: ["segment"]
    case .ambition: ["ambition", "commitment", "committed or aspirational"]
    case .why: ["why", "rationale", "reason", "because"]
    case .id: ["id", "key", "#", "no", "no.", "nr", "number", "ref"]
    case .ignored: []
    }
  }

  /// The field that usually has such a name above it; ignores case, punctuation at the end, and a number.
  static func named(_ text: String) -> GoalField? { byName[normal(text)] }

  private static let byName: [String: GoalField] = {
    var found: [String: GoalField] = [:]
    for field in allCases {
      for name in field.names { found[name] = field }
    }
    return found
  }()

  private static func normal(_ text: String) -> String {
    let words = text.prefix(60).lowercased().replacing("_", with: " ").replacing("*", with: "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.last == ":" ? String(words.dropLast()) : words
  }
}
