/// Git's commit graph: a cache of each commit's tree, parents and time, which saves reading the commit.
///
/// libgit2 1.5 ignores the files that git writes today, so they are read here.
struct CommitGraph: Sendable {
  /// What the graph records about a commit.
  struct Entry {
    let id: ObjectID
    let tree: ObjectID
    let time: Int64
    /// Places in the graph, the first parent first.
    let parents: [Int]
  }

  /// The lowest one first.
  private let layers: [CommitGraphLayer]

  /// `nil` when git has not written a graph that can be read.
  init?(objects directory: String) {
    if let bytes = try? DiskFile.read("\(directory)/info/commit-graph") {
      guard let layer = CommitGraphLayer(bytes, base: 0), layer.layersBelow == 0 else { return nil }
      layers = [layer]
      return
    }
    let folder = "\(directory)/info/commit-graphs"
    guard let chain = try? DiskFile.read("\(folder)/commit-graph-chain") else { return nil }
    var layers: [CommitGraphLayer] = []
    var base = 0
    for line in chain.split(separator: UInt8(ascii: "\n")) {
      guard let name = ObjectID(hex: line), let bytes = try? DiskFile.read("\(folder)/graph-\(name).graph"),
        let layer = CommitGraphLayer(bytes, base: base), layer.layersBelow == layers.count
      else { return nil }
      layers.append(layer)
      base += layer.count
    }
    guard !layers.isEmpty else { return nil }
    self.layers = layers
  }

  /// How many commits the graph holds.
  var count: Int { layers.last.map { $0.base + $0.count } ?? 0 }

  func place(of id: ObjectID) -> Int? {
    for layer in layers.reversed() {
      if let place = layer.place(of: id) { return layer.base + place }
    }
    return nil
  }

  /// `nil` when the place or the record is damaged.
  func entry(at place: Int) -> Entry? {
    guard let layer = layers.last(where: { $0.base <= place }), place - layer.base < layer.count else { return nil }
    let local = place - layer.base
    guard let parents = layer.parents(at: local) else { return nil }
    return Entry(id: layer.id(at: local), tree: layer.tree(at: local), time: layer.time(at: local), parents: parents)
  }
}

extension Repository {
  /// The commit graph, or `nil` when something shows git another history than the one it was made from.
  func commitGraph() -> CommitGraph? {
    guard shallowCommits.isEmpty, (try? showsReplacements()) == false else { return nil }
    for directory in objectDirectories.all {
      if let graph = CommitGraph(objects: directory) { return graph }
    }
    return nil
  }
}
