package import Editing
package import Presentation
import StrategyModel

extension ImportedGoals {
  /// What would be written, with the guesses, and what has no place.
  package var json: JSONValue {
    [
      "formatVersion": "1.0", "files": .array(files.map(\.json)),
      "notPlaced": .array(
        unplaced.map { ["line": .number(Double($0.line)), "text": .string($0.text), "reason": .string($0.reason)] }),
      "known": .number(Double(known)), "remarks": .array(remarks.map(JSONValue.string)),
    ]
  }
}

extension ImportedFile {
  fileprivate var json: JSONValue {
    [
      "cycle": .string(cycle), "team": .string(team), "isNew": .flag(isNew), "guessed": guessed.json,
      "objectives": .array(objectives.map(\.json)),
    ]
  }
}

extension ImportedObjective {
  fileprivate var json: JSONValue {
    [
      "line": .number(Double(line)), "id": .string(id), "title": .string(title), "ambition": .string(ambition.rawValue),
      "why": .orNull(why), "input": .orNull(input), "guards": .orNull(guards),
      "supports": .array(supports.map(JSONValue.string)), "proposedInput": .orNull(proposedInput),
      "parent": .orNull(parent),
      "due": .orNull(due?.description), "links": .array(links.map(JSONValue.string)),
      "notes": .array(notes.map(JSONValue.string)), "known": .flag(isKnown), "guessed": guessed.json,
      "doubts": .array(doubts.map(JSONValue.string)), "keyResults": .array(keyResults.map(\.json)),
    ]
  }
}

extension ImportedKeyResult {
  fileprivate var json: JSONValue {
    [
      "line": .number(Double(line)), "id": .string(id), "title": .string(title), "type": .string(type.rawValue),
      "metric": .orNull(metric), "segment": .orNull(segment), "baseline": .orNull(baseline), "target": .orNull(target),
      "targetUntil": .orNull(targetUntil?.description), "stretch": .orNull(stretch), "lower": .orNull(lower),
      "upper": .orNull(upper), "unit": .orNull(unit), "owner": .orNull(owner), "due": .orNull(due?.description),
      "weight": .orNull(weight), "score": .orNull(score), "links": .array(links.map(JSONValue.string)),
      "notes": .array(notes.map(JSONValue.string)), "guessed": guessed.json,
      "doubts": .array(doubts.map(JSONValue.string)),
    ]
  }
}

extension Set<String> {
  fileprivate var json: JSONValue { .array(sorted().map(JSONValue.string)) }
}
