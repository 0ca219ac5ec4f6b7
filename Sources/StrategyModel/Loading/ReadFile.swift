import StrictYAML

extension StrategyFile {
  /// Reads one file's text. Pure: every fault becomes part of the result.
  ///
  /// - Parameter folder: the strategy's folder, "" at the repository's top.
  package init(path: String, in folder: String, text: [UInt8]) {
    let document = Document(parsing: text)
    let byFolder = StrategyPath(path, in: folder)?.kind
    guard let root = document.root else {
      let problem: Problem? = document.faults.isEmpty ? .empty : nil
      self.init(path: path, kind: byFolder, document: document, problem: problem, entity: nil, reader: nil)
      return
    }
    guard document[root].kind == .mapping else {
      let problem: Problem? = document.faults.isEmpty ? .notAMapping : nil
      self.init(path: path, kind: byFolder, document: document, problem: problem, entity: nil, reader: nil)
      return
    }
    var kind = byFolder
    if let node = document.value(forKey: "kind", in: root), document[node].kind == .scalar,
      !document[node].range.isEmpty
    {
      let word = document.string(of: node)
      guard let named = Kind(rawValue: word) else {
        let problem = Problem.unknownKind(word, document[node].range)
        self.init(path: path, kind: byFolder, document: document, problem: problem, entity: nil, reader: nil)
        return
      }
      kind = named
    }
    var reader = FieldReader(document)
    let entity = kind.flatMap { LoadedEntity($0, root, &reader) }
    let problem: Problem? = kind == nil ? .unknownKind("", document[root].range) : nil
    self.init(path: path, kind: kind, document: document, problem: problem, entity: entity, reader: reader)
  }

  /// A file that exists but cannot be read as text.
  package init(path: String, in folder: String, problem: Problem) {
    self.path = path
    kind = StrategyPath(path, in: folder)?.kind
    syntaxFaults = []
    fieldFaults = []
    references = []
    start = ByteRange(at: 0)
    self.problem = problem
    entity = nil
  }

  private init(
    path: String, kind: Kind?, document: Document, problem: Problem?, entity: LoadedEntity?, reader: FieldReader?
  ) {
    self.path = path
    self.kind = kind
    self.problem = problem
    self.entity = entity
    syntaxFaults = document.faults
    fieldFaults = (reader?.faults ?? []) + document.controlCharacters
    references = reader?.references ?? []
    start = document.root.map { StrategyFile.firstLine(of: document[$0].range, in: document.text) } ?? ByteRange(at: 0)
  }

  private static func firstLine(of range: ByteRange, in text: [UInt8]) -> ByteRange {
    let end = text[Int(range.lower)..<Int(range.upper)].firstIndex { $0 == 0x0A || $0 == 0x0D }
    return ByteRange(range.lower, end.map { UInt32(clamping: $0) } ?? range.upper)
  }
}

extension LoadedEntity {
  fileprivate init?(_ kind: Kind, _ node: NodeID, _ reader: inout FieldReader) {
    let entity: LoadedEntity? =
      switch kind {
      case .strategy: StrategySettings(node, &reader).map(LoadedEntity.strategy)
      case .metric: Metric(node, &reader).map(LoadedEntity.metric)
      case .person: Person(node, &reader).map(LoadedEntity.person)
      case .team: Team(node, &reader).map(LoadedEntity.team)
      case .cycle: Cycle(node, &reader).map(LoadedEntity.cycle)
      case .okrs: TeamOKRs(node, &reader).map(LoadedEntity.okrs)
      case .checkins: TeamCheckIns(node, &reader).map(LoadedEntity.checkins)
      case .initiative: Initiative(node, &reader).map(LoadedEntity.initiative)
      case .workshop: Workshop(node, &reader).map(LoadedEntity.workshop)
      case .proposal: Proposal(node, &reader).map(LoadedEntity.proposal)
      case .review: Review(node, &reader).map(LoadedEntity.review)
      case .waiver: Waiver(node, &reader).map(LoadedEntity.waiver)
      }
    guard let entity else { return nil }
    self = entity
  }
}
