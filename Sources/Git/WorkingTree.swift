internal import Glibc

/// The files on disk.
struct WorkingTree: SourceOrigin {
  let top: String
  let prefix: String
  private let environment: GitEnvironment

  init(_ environment: GitEnvironment) throws(GitError) {
    self.environment = environment
    let here = Paths.real(environment.directory)
    top = Self.top(here)
    prefix = Paths.relative(here, to: top) ?? ""
  }

  private static func top(_ here: String) -> String {
    var directory: String? = here
    while let candidate = directory {
      if unsafe access("\(candidate)/.git", F_OK) == 0 { return candidate }
      directory = Paths.parent(candidate)
    }
    return here
  }

  func holds(_ path: String) throws(GitError) -> Bool {
    var status = stat()
    return unsafe lstat("\(top)/\(path)", &status) == 0
  }

  func folders(holding name: String) throws(GitError) -> [String] {
    let directory = try OpenDirectory(top)
    var found: [String] = []
    try walk("", in: directory, entering: { $0.first != UInt8(ascii: ".") }) { path, entry in
      guard entry.name.elementsEqual(name.utf8) else { return }
      found.append(path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? "")
    }
    return found
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    let directory = try OpenDirectory(top)
    var files: [SourceFile] = []
    try walk(selection.folder, in: directory, entering: { _ in true }) { path, entry in
      guard case .file(let kind) = entry.kind else { return }
      let path = Array(path.utf8)
      if selection.accepts(path: path[...]) { files.append(SourceFile(path: path, kind: kind)) }
    }
    return files
  }

  private func walk(
    _ path: String, in directory: OpenDirectory, entering: ([UInt8]) -> Bool,
    visit: (String, DirectoryListing.Entry) -> Void
  ) throws(GitError) {
    let listing = try DirectoryListing(path, in: directory.descriptor)
    guard !listing.isRepository || path.isEmpty else { return }
    for entry in listing.entries {
      let below = path.isEmpty ? String(decoding: entry.name, as: UTF8.self) : "\(path)/\(String(decoding: entry.name, as: UTF8.self))"
      guard case .folder = entry.kind else {
        visit(below, entry)
        continue
      }
      if entering(entry.name), entry.name.first != UInt8(ascii: ".") {
        try walk(below, in: directory, entering: entering, visit: visit)
      }
    }
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader {
    DiskReader(directory: try OpenDirectory(top))
  }
}

/// A directory that stays open as long as this object.
final class OpenDirectory {
  let descriptor: Int32

  init(_ path: String) throws(GitError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open '\(path)'", errno) }
  }

  deinit { close(descriptor) }
}

/// Reads files below a directory.
final class DiskReader: FileReader {
  private let directory: OpenDirectory

  init(directory: OpenDirectory) { self.directory = directory }

  func read(_ file: SourceFile) throws(GitError) -> [UInt8] {
    try file.requireRegular()
    return try DiskFile.read(file.path, in: directory.descriptor)
  }
}
