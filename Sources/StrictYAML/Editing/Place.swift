/// A node together with the collection that contains it.
struct Place {
  let node: NodeID
  /// The node's key when the collection is a mapping.
  let key: NodeID?
  /// Nil for the root.
  let collection: NodeID?
  /// The node's index among its siblings, from 0.
  let ordinal: Int
}

extension Document {
  /// The node at a path; nil when the path leads to nothing.
  package func node(at path: [PathStep]) -> NodeID? {
    place(at: path)?.node
  }

  func place(at path: [PathStep]) -> Place? {
    guard let root else { return nil }
    var place = Place(node: root, key: nil, collection: nil, ordinal: 0)
    for step in path {
      guard let next = child(step, of: place.node) else { return nil }
      place = next
    }
    return place
  }

  private func child(_ step: PathStep, of id: NodeID) -> Place? {
    switch step {
    case .key(let name):
      for (ordinal, entry) in entries(of: id).enumerated() where isScalar(entry.key, equalTo: name) {
        return Place(node: entry.value, key: entry.key, collection: id, ordinal: ordinal)
      }
    case .index(let index):
      for (ordinal, item) in items(of: id).enumerated() where ordinal == index {
        return Place(node: item, key: nil, collection: id, ordinal: ordinal)
      }
    }
    return nil
  }

  /// The places of a collection's values, in source order.
  func places(in id: NodeID) -> [Place] {
    switch self[id].kind {
    case .scalar: []
    case .sequence:
      items(of: id).enumerated().map { Place(node: $1, key: nil, collection: id, ordinal: $0) }
    case .mapping:
      entries(of: id).enumerated().map { Place(node: $1.value, key: $1.key, collection: id, ordinal: $0) }
    }
  }

  /// The column of the collection that contains a node; -1 for the root.
  func parentColumn(_ place: Place) -> Int {
    place.collection.map { Int(self[$0].column) } ?? -1
  }

  func isInBrackets(_ place: Place) -> Bool {
    place.collection.map { self[$0].style == .flow } ?? false
  }

  /// Where an entry or item starts: at its key, or at its dash.
  func start(of place: Place) -> Int {
    if let key = place.key { return Int(self[key].range.lower) }
    guard let collection = place.collection, !isInBrackets(place) else { return Int(self[place.node].range.lower) }
    if place.ordinal == 0 { return Int(self[collection].range.lower) }
    let previous = places(in: collection)[place.ordinal - 1]
    return nextContent(Int(self[previous.node].range.upper))
  }

  /// The position just after the colon or dash before a value.
  func behindIndicator(_ place: Place) -> Int {
    guard let key = place.key else { return start(of: place) + 1 }
    return (text[Int(self[key].range.upper)...].firstIndex(of: .colon) ?? text.count - 1) + 1
  }

  /// Whether no value is written at all, so that a collection may be written there.
  func isMissing(_ id: NodeID) -> Bool {
    self[id].style == .plain && self[id].range.isEmpty
  }
}
