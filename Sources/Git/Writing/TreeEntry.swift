/// One entry of a tree object, with the bytes in which it is written there.
struct TreeEntry {
  let mode: UInt32
  let name: ArraySlice<UInt8>
  let id: ObjectID
  let bytes: ArraySlice<UInt8>

  init(mode: UInt32, name: ArraySlice<UInt8>, id: ObjectID) {
    self.mode = mode
    self.name = name
    self.id = id
    bytes = (Array(String(mode, radix: 8).utf8) + [UInt8(ascii: " ")] + name + [0] + id.bytes)[...]
  }

  private init(mode: UInt32, name: ArraySlice<UInt8>, id: ObjectID, bytes: ArraySlice<UInt8>) {
    (self.mode, self.name, self.id, self.bytes) = (mode, name, id, bytes)
  }

  var isFolder: Bool { mode & 0o170000 == 0o040000 }

  /// `nil` when the bytes are not a tree or its entries are not in git's order.
  static func parse(_ tree: [UInt8]) -> [TreeEntry]? {
    var entries: [TreeEntry] = []
    entries.reserveCapacity(tree.count / 40)
    var place = 0
    while place < tree.count {
      let begin = place
      var afterMode = place
      guard let mode = TreeParser.mode(in: tree, at: &afterMode), let entry = TreeParser.entry(in: tree, at: &place),
        case let id = tree.objectID(at: place - ObjectID.byteCount)
      else { return nil }
      let next = TreeEntry(mode: mode, name: entry.name, id: id, bytes: tree[begin..<place])
      if let last = entries.last, !last.precedes(next.name, isFolder: next.isFolder) { return nil }
      entries.append(next)
    }
    return entries
  }

  /// Whether it comes before such an entry: in the order of bytes, a folder as if its name ended in a slash.
  func precedes(_ other: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    name.precedes(other, asFolders: (self.isFolder, isFolder))
  }
}

extension [TreeEntry] {
  /// Where such an entry is, or would be inserted.
  func place(of name: ArraySlice<UInt8>, isFolder: Bool) -> (index: Int, isThere: Bool) {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].precedes(name, isFolder: isFolder) { low = middle + 1 } else { high = middle }
    }
    return (low, low < count && self[low].isFolder == isFolder && self[low].name.elementsEqual(name))
  }

  func entry(_ name: ArraySlice<UInt8>, isFolder: Bool) -> TreeEntry? {
    let (index, isThere) = place(of: name, isFolder: isFolder)
    return isThere ? self[index] : nil
  }

  /// Replaces whatever has its name, a file or a folder, with an entry; `nil` removes it.
  mutating func replace(_ name: ArraySlice<UInt8>, with entry: TreeEntry?) {
    for isFolder in [false, true] {
      let (index, isThere) = place(of: name, isFolder: isFolder)
      if isThere { remove(at: index) }
    }
    if let entry { insert(entry, at: place(of: name, isFolder: entry.isFolder).index) }
  }
}
