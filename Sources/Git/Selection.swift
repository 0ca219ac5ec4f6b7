/// Which files of a strategy's folder are wanted.
struct Selection: Sendable {
  /// Without slashes at the ends, "" for the top.
  let folder: String
  let topFiles: [String]
  let folders: [String]
  private let suffixes: [[UInt8]]

  init(folder: String, topFiles: [String], folders: [String], suffixes: [String]) {
    self.folder = folder.split(separator: "/").joined(separator: "/")
    self.topFiles = topFiles
    self.folders = folders
    self.suffixes = suffixes.map { Array($0.utf8) }
  }

  /// Whether a file below one of the folders counts, by its own name.
  func accepts(fileNamed name: some BidirectionalCollection<UInt8>) -> Bool {
    name.first != UInt8(ascii: ".") && suffixes.contains { name.reversed().starts(with: $0.reversed()) }
  }

  /// Whether a folder below one of the folders is entered.
  func accepts(folderNamed name: some Collection<UInt8>) -> Bool { name.first != UInt8(ascii: ".") }

  /// Whether a whole path counts.
  func accepts(path: ArraySlice<UInt8>) -> Bool {
    var rest = path
    if !folder.isEmpty {
      guard rest.starts(with: folder.utf8), rest.dropFirst(folder.utf8.count).first == slash else { return false }
      rest = rest.dropFirst(folder.utf8.count + 1)
    }
    var parts = rest.split(separator: slash, omittingEmptySubsequences: false)
    guard let name = parts.popLast() else { return false }
    guard let first = parts.first else { return topFiles.contains { name.elementsEqual($0.utf8) } }
    return folders.contains { first.elementsEqual($0.utf8) } && parts.dropFirst().allSatisfy(accepts(folderNamed:))
      && accepts(fileNamed: name)
  }
}

let slash = UInt8(ascii: "/")
