/// Which files of a strategy's folder to read.
struct Selection: Sendable {
  /// Without leading or trailing slashes, "" for the top.
  let folder: String
  private let topFiles: [[UInt8]]
  private let folders: [[UInt8]]
  private let suffixes: [[UInt8]]

  init(folder: String, topFiles: [String], folders: [String], suffixes: [String]) {
    self.folder = folder.utf8.split(separator: slash).map { String(Substring($0)) }.joined(separator: "/")
    self.topFiles = topFiles.map { Array($0.utf8) }
    self.folders = folders.map { Array($0.utf8) }
    self.suffixes = suffixes.map { Array($0.utf8) }
  }

  /// Whether something directly in the folder counts. Something in the place of a wanted folder that is not a folder,
  /// such as a symbolic link, counts too, so that it can be reported.
  func accepts(topEntry name: ArraySlice<UInt8>, _ kind: SourceFile.Kind) -> Bool {
    topFiles.contains { name.elementsEqual($0) } || kind != .regular && enters(topFolder: name)
  }

  func enters(topFolder name: ArraySlice<UInt8>) -> Bool {
    folders.contains { name.elementsEqual($0) }
  }

  /// Whether something below one of the wanted folders counts, by its own name. A submodule counts, and so does a link
  /// or another thing without a suffix: they may hide a folder of files.
  func accepts(_ name: ArraySlice<UInt8>, _ kind: SourceFile.Kind) -> Bool {
    guard Self.enters(name) else { return false }
    let hidesFolder = kind == .submodule || kind != .regular && !name.contains(UInt8(ascii: "."))
    return hidesFolder || suffixes.contains { name.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a name counts at all: names that begin with a dot belong to tools, such as editors' lock files.
  static func enters(_ name: ArraySlice<UInt8>) -> Bool { name.first != UInt8(ascii: ".") }

  /// Whether a whole path counts.
  func accepts(path: ArraySlice<UInt8>, _ kind: SourceFile.Kind) -> Bool {
    guard let path = relative(path) else { return false }
    guard let last = path.lastIndex(of: slash) else { return accepts(topEntry: path, kind) }
    let parts = path[..<last].split(separator: slash)
    guard let first = parts.first, enters(topFolder: first) else { return false }
    return parts.dropFirst().allSatisfy(Self.enters) && accepts(path[(last + 1)...], kind)
  }

  /// The path from the folder on, `nil` when it is elsewhere.
  private func relative(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !folder.isEmpty else { return path }
    guard path.starts(with: folder.utf8), path.dropFirst(folder.utf8.count).first == slash else { return nil }
    return path.dropFirst(folder.utf8.count + 1)
  }
}
