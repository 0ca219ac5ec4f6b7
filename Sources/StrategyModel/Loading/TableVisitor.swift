/// An operation that is the same for the entities of every kind.
package protocol TableVisitor {
  associatedtype Result
  mutating func visit<Element>(_ table: Table<Element>) -> Result
}

extension Strategy {
  /// Passes the table of a kind to a visitor.
  package func visit<Visitor: TableVisitor>(_ kind: Kind, _ visitor: inout Visitor) -> Visitor.Result {
    switch kind {
    case .strategy: visitor.visit(settingsFiles)
    case .metric: visitor.visit(metrics)
    case .person: visitor.visit(people)
    case .team: visitor.visit(teams)
    case .cycle: visitor.visit(cycles)
    case .okrs: visitor.visit(okrs)
    case .checkins: visitor.visit(checkIns)
    case .initiative: visitor.visit(initiatives)
    case .workshop: visitor.visit(workshops)
    case .proposal: visitor.visit(proposals)
    case .review: visitor.visit(reviews)
    case .waiver: visitor.visit(waivers)
    }
  }

  /// Passes every kind's table to a visitor.
  package func visitTables<Visitor: TableVisitor>(_ visitor: inout Visitor) where Visitor.Result == Void {
    for kind in Kind.allCases { visit(kind, &visitor) }
  }

  package func contains(_ kind: Kind, _ id: String) -> Bool {
    var search = Search(id: id)
    return visit(kind, &search) || (kind == .okrs && objective(id) != nil)
  }

  /// Every id of a kind, in no order.
  package func ids(of kind: Kind) -> [String] {
    var collection = Identifiers()
    return visit(kind, &collection)
  }

  /// The file that describes an entity.
  package func file(of kind: Kind, _ id: String) -> StrategyFile? {
    var search = FileSearch(id: id)
    guard let index = visit(kind, &search)?.value, files.indices.contains(Int(index)) else { return nil }
    return files[Int(index)]
  }

  /// The paths of the files that are not where their kind and id belong.
  package var misplacedPaths: [String] {
    var misplaced = Misplaced(strategy: self)
    visitTables(&misplaced)
    return misplaced.paths
  }
}

private struct Search: TableVisitor {
  let id: String
  func visit<Element>(_ table: Table<Element>) -> Bool { table.contains(id) }
}

private struct Identifiers: TableVisitor {
  func visit<Element>(_ table: Table<Element>) -> [String] { table.ids }
}

private struct FileSearch: TableVisitor {
  let id: String
  func visit<Element>(_ table: Table<Element>) -> FileIndex? { table.position(of: id).map { table.all[$0].file } }
}

private struct Misplaced: TableVisitor {
  let strategy: Strategy
  var paths: [String] = []

  mutating func visit<Element>(_ table: Table<Element>) {
    for (element, identifier) in zip(table.all, table.identifiers) {
      guard let id = identifier?.value else { continue }
      let path = strategy.path(of: element.file)
      if !Element.kind.isHome(path, of: id, in: strategy.folder) { paths.append(path) }
    }
  }
}
