/// The files on disk, and in a sparse checkout those in the index that it leaves out.
struct WorkingTree: SourceOrigin {
  let top: String
  let prefix: String
  private let environment: GitEnvironment
  private let gitDirectory: String?

  init(_ environment: GitEnvironment) throws(GitError) {
    let here = Paths.real(environment.directory)
    guard Disk.kind(here) == .folder else {
      throw GitError(.notFound, "read '\(environment.directory)'", "there is no such directory")
    }
    let location = try WorkTreeLocation.find(environment)
    self.environment = environment
    gitDirectory = location?.gitDirectory
    top = location?.top ?? Self.strategyAbove(here) ?? here
    prefix = Paths.relative(here, to: top) ?? ""
  }

  /// Without a repository, a strategy's folder is the top.
  private static func strategyAbove(_ here: String) -> String? {
    var directory: String? = here
    while let candidate = directory {
      if Disk.kind(Paths.join(candidate, strategyFile)) != nil { return candidate }
      directory = Paths.parent(candidate)
    }
    return nil
  }

  func holds(_ path: String) throws(GitError) -> Bool { Disk.kind(Paths.join(top, path)) != nil }

  func folders(holding name: String) throws(GitError) -> [String] {
    guard gitDirectory != nil else {
      return try DiskFolders(top: OpenDirectory(top)).folders(holding: name, below: nil)
    }
    return try UnignoredPaths.list(name, environment)
      .filter { $0.isSkipped || Disk.kind(Paths.join(top, $0.path)) != nil }
      .map { Paths.parent("/" + $0.path).map { String($0.dropFirst()) } ?? "" }
  }

  func files(_ selection: Selection) throws(GitError) -> [SourceFile] {
    let folder = DiskFolders(top: try OpenDirectory(top))
    let onDisk = Disk.isFolder(selection.folder, below: top) ? try folder.files(selection, inFolder: nil) : []
    return try leftOut(selection).merged(with: onDisk)
  }

  /// The files that a sparse checkout keeps off the disk.
  private func leftOut(_ selection: Selection) throws(GitError) -> [SourceFile] {
    guard let gitDirectory, Disk.kind("\(gitDirectory)/info/sparse-checkout") != nil else { return [] }
    return try IndexEntry.all(of: IndexLocation(environment, gitDirectory: gitDirectory))
      .filter { $0.isSkipped && selection.accepts(path: $0.path, $0.kind) }
      .map { SourceFile(path: $0.path, kind: $0.kind, id: $0.id) }
  }

  func reader(_ worker: Int) throws(GitError) -> any FileReader {
    WorkingTreeReader(directory: try OpenDirectory(top), environment: environment, worker: worker)
  }

  func fetchMissing(among files: [SourceFile]) throws(GitError) -> Bool {
    try Repository.open(in: environment).fetchMissing(among: files.compactMap(\.id))
  }
}

/// A directory whose folders can be listed.
private struct DiskFolders: FolderReading {
  let top: OpenDirectory

  func entries(ofFolder path: [UInt8], id: ObjectID?) throws(GitError) -> [FolderEntry]? {
    try DirectoryListing.entries(ofFolder: path, in: top.descriptor)
  }
}

extension [SourceFile] {
  /// Both in order; when two have the same path, the one from `others`.
  fileprivate func merged(with others: [SourceFile]) -> [SourceFile] {
    guard !isEmpty else { return others }
    let known = Set(others.map(\.pathBytes))
    return (others + filter { !known.contains($0.pathBytes) })
      .sorted { $0.pathBytes.lexicographicallyPrecedes($1.pathBytes) }
  }
}

/// Reads files from disk, and reads those that a sparse checkout leaves out from their objects.
final class WorkingTreeReader: FileReader {
  private let directory: OpenDirectory
  private let environment: GitEnvironment
  private let worker: Int
  private var objects: (any FileReader)?

  init(directory: OpenDirectory, environment: GitEnvironment, worker: Int) {
    self.directory = directory
    self.environment = environment
    self.worker = worker
  }

  func read(_ file: SourceFile) throws(GitError) -> [UInt8] {
    guard file.id == nil else { return try objectReader().read(file) }
    try file.requireRegular()
    return try DiskFile.read(file, in: directory.descriptor)
  }

  private func objectReader() throws(GitError) -> any FileReader {
    if let objects { return objects }
    let reader = try BlobReader(Repository.open(in: environment), worker: worker)
    objects = reader
    return reader
  }
}
