/// The entities of one kind, in the order of their files, found by id.
package struct Table<Element: Entity>: Sendable {
  package private(set) var all: [Element] = []
  /// The id of each entity, kept because some ids have to be put together from other fields.
  package private(set) var identifiers: [Identifier?] = []
  private var positions: [String: Int] = [:]
  /// Entities whose id an earlier one has: the position of the later one, and of the earlier one.
  package private(set) var duplicates: [(later: Int, earlier: Int)] = []

  mutating func append(_ element: Element, from file: FileIndex) {
    var element = element
    element.file = file
    let identifier = element.id
    identifiers.append(identifier)
    if let id = identifier?.value {
      if let earlier = positions[id] {
        duplicates.append((all.count, earlier))
      } else {
        positions[id] = all.count
      }
    }
    all.append(element)
  }

  package var ids: [String] { Array(positions.keys) }

  package func contains(_ id: String) -> Bool { positions[id] != nil }

  /// The position in `all`; reading a field through it copies nothing else.
  package func position(of id: String) -> Int? { positions[id] }

  package subscript(id: String) -> Element? { positions[id].map { all[$0] } }

  package subscript(reference: Reference<Element>?) -> Element? { reference.flatMap { self[$0.id] } }

  package func position(of reference: Reference<Element>?) -> Int? { reference.flatMap { positions[$0.id] } }
}
