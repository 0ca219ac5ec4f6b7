package import Presentation

extension TreePicture {
  /// Its boxes, and the arrows between them by the ids of their ends.
  package var json: JSONValue {
    [
      "formatVersion": "1.0", "title": .string(title), "nodes": .array(nodes.map(\.json)),
      "edges": .array(
        edges.map { edge in
          [
            "from": .string(nodes[edge.lower].id), "to": .string(nodes[edge.upper].id),
            "kind": .string(edge.kind.word), "sign": .orNull(edge.kind.sign),
          ]
        }),
    ]
  }
}

extension TreePicture.Node {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "name": .string(label), "role": .string(role.rawValue), "detail": .orNull(detail),
      "owner": .orNull(owner), "state": .orNull(state), "value": .orNull(measured?.trend.last.flatMap(\.self)),
      "unit": .orNull(measured?.unit), "period": .orNull(measured?.period), "breach": .orNull(measured?.breach),
    ]
  }
}

extension TreePicture.Edge.Kind {
  /// All words that `word` can be.
  package static let words = ["component", "influence", "segment", "guards", "aims", "supports"]

  fileprivate var word: String {
    switch self {
    case .component: "component"
    case .influence: "influence"
    case .segment: "segment"
    case .guards: "guards"
    case .aims: "aims"
    case .supports: "supports"
    }
  }

  /// `positive`, `negative` or `unknown`, of an influence.
  fileprivate var sign: String? {
    guard case .influence(let sign) = self else { return nil }
    return switch sign {
    case .positive: "positive"
    case .negative: "negative"
    case .unknown: "unknown"
    }
  }
}
