internal import Glibc

/// The entries in which two trees differ.
///
/// Large folders mostly differ in one entry, so the equal parts before and after it are compared as bytes and never
/// parsed.
struct TreeDifference {
  /// One name that differs between the trees; where a folder became a file of that name, there are two pairs.
  struct Pair {
    let name: ArraySlice<UInt8>
    let old: FolderEntry.Kind?
    let new: FolderEntry.Kind?
  }

  private(set) var pairs: [Pair] = []

  /// `nil` when one of the two is not a tree.
  init?(_ old: [UInt8], _ new: [UInt8]) {
    let (prefix, suffix) = Self.common(old, new)
    guard let begin = Self.lastBoundary(in: new, notBehind: prefix) else { return nil }
    var (oldPlace, newPlace) = (begin, begin)
    var oldEntry: FolderEntry?
    var newEntry: FolderEntry?
    while true {
      let isEven = oldEntry == nil && newEntry == nil && old.count - oldPlace == new.count - newPlace
      if isEven && old.count - oldPlace <= suffix { return }
      if oldEntry == nil, oldPlace < old.count {
        oldEntry = TreeParser.entry(in: old, at: &oldPlace)
        guard oldEntry != nil else { return nil }
      }
      if newEntry == nil, newPlace < new.count {
        newEntry = TreeParser.entry(in: new, at: &newPlace)
        guard newEntry != nil else { return nil }
      }
      step(&oldEntry, &newEntry)
    }
  }

  /// Takes the lesser of two entries, or both when they have the same name.
  private mutating func step(_ old: inout FolderEntry?, _ new: inout FolderEntry?) {
    let order = Self.order(old, new)
    guard let name = order <= 0 ? old?.name : new?.name else { return }
    let pair = Pair(name: name, old: order <= 0 ? old?.kind : nil, new: order >= 0 ? new?.kind : nil)
    if pair.old != pair.new { pairs.append(pair) }
    if order <= 0 { old = nil }
    if order >= 0 { new = nil }
  }

  /// Negative when the old entry comes first; a missing entry comes last.
  private static func order(_ old: FolderEntry?, _ new: FolderEntry?) -> Int {
    guard let old else { return 1 }
    guard let new else { return -1 }
    if old.name.elementsEqual(new.name), old.isFolder == new.isFolder { return 0 }
    return old.sortingName.lexicographicallyPrecedes(new.sortingName) ? -1 : 1
  }

  /// How many bytes two trees share at the beginning, and after that at the end.
  private static func common(_ old: [UInt8], _ new: [UInt8]) -> (prefix: Int, suffix: Int) {
    unsafe old.withUnsafeBytes { old in
      unsafe new.withUnsafeBytes { new in
        let count = min(old.count, new.count)
        var prefix = 0
        while prefix + 64 <= count, let a = old.baseAddress, let b = new.baseAddress,
          unsafe memcmp(a + prefix, b + prefix, 64) == 0
        { prefix += 64 }
        while prefix < count, unsafe old[prefix] == new[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < count - prefix, unsafe old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
        return (prefix, suffix)
      }
    }
  }

  /// The last position, up to a limit, at which an entry begins; `nil` when the bytes are not a tree.
  private static func lastBoundary(in bytes: [UInt8], notBehind limit: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var begin = 0
      while begin < limit {
        guard let zero = unsafe memchr(base + begin, 0, buffer.count - begin) else { return nil }
        let end = unsafe UnsafeRawPointer(zero) - base + 1 + ObjectID.byteCount
        if end > limit { return begin }
        begin = end
      }
      return begin
    }
  }
}

extension FolderEntry {
  /// The name as git sorts it: a folder's as if it ended in a slash.
  fileprivate var sortingName: [UInt8] { isFolder ? name + [slash] : Array(name) }
}
