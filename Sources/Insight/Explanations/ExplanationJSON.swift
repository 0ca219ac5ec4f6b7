import Numbers
package import Presentation
import StrategyModel

/// An explained change as JSON.
package struct ExplanationJSON {
  package let explained: ExplainedMetric

  package init(explained: ExplainedMetric) {
    self.explained = explained
  }

  package var json: JSONValue {
    guard case .object(let inner) = ExplanationJSON.object(explained) else { return .null }
    return .object(
      inner.merging([
        "formatVersion": "1.0", "ownersFrom": explained.holders.isFromFiles ? "files" : "history",
        "notes": .array(explained.notes.map(JSONValue.string)),
      ]) { $1 })
  }

  private static func object(_ explained: ExplainedMetric) -> JSONValue {
    let explanation = explained.explanation
    return [
      "metric": .string(explained.id), "unit": .orNull(explained.metric?.definition?.unit?.value),
      "from": .string(explained.from), "to": .string(explained.to), "formula": .string(explanation.formula),
      "method": .string(explanation.split.split.method.rawValue),
      "measured": explanation.measured.map(ends) ?? .null, "calculated": ends(explanation.calculated),
      "residual": .number(explanation.split.split.residual),
      "unexplained": explanation.unexplained.map(JSONValue.finite) ?? .null,
      "dominant": .orNull(explanation.split.dominant?.metric),
      "parts": .array(explanation.split.parts.map { part($0, explained) }),
      "mix": explanation.mix.map(mix) ?? .null, "below": .array(explained.below.map(object)),
    ]
  }

  private static func ends(_ ends: ChangeExplanation.Ends) -> JSONValue {
    ["from": .number(ends.from), "to": .number(ends.to), "change": .finite(ends.change)]
  }

  private static func part(_ part: FormulaSplit.Part, _ explained: ExplainedMetric) -> JSONValue {
    [
      "metric": .string(part.metric), "from": .number(part.from), "to": .number(part.to),
      "contribution": .number(part.contribution),
      "heldBy": .array(explained.holders(of: part.metric).map(\.json)),
    ]
  }

  private static func mix(_ mix: RateMixDecomposition) -> JSONValue {
    let segments = mix.effects.map { effect in
      ["segment": .string(effect.segment), "mix": .number(effect.mix), "rate": .number(effect.rate)] as JSONValue
    }
    return ["mix": .number(mix.mix), "rate": .number(mix.rate), "segments": .array(segments)]
  }
}
