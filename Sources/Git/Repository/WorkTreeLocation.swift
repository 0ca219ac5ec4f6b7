internal import Glibc

/// Where git would find the working tree, found without starting libgit2.
struct WorkTreeLocation {
  let top: String
  /// The directory with the index and `HEAD`; `nil` without a repository.
  let gitDirectory: String?

  /// `nil` when there is no repository. Throws inside a git directory and in a bare repository.
  static func find(_ environment: GitEnvironment) throws(GitError) -> WorkTreeLocation? {
    let here = Paths.real(environment.directory)
    let tree = environment.path("GIT_WORK_TREE").map(Paths.real)
    guard let named = environment.path("GIT_DIR") else {
      let found = try search(from: here, environment)
      return found.map { WorkTreeLocation(top: tree ?? $0.top, gitDirectory: $0.gitDirectory) }
    }
    let gitDirectory = Paths.real(followed(named))
    guard tree != nil || Paths.relative(here, to: gitDirectory) == nil else { throw noWorkTree(here) }
    return WorkTreeLocation(top: tree ?? here, gitDirectory: gitDirectory)
  }

  private static func search(from here: String, _ environment: GitEnvironment) throws(GitError) -> WorkTreeLocation? {
    let ceilings = Set((environment["GIT_CEILING_DIRECTORIES"] ?? "").split(separator: ":").map(String.init))
    var directory = here
    while true {
      let inside = "\(directory)/.git"
      switch Disk.kind(inside, followingLinks: true) {
      case .folder where isGitDirectory(inside): return WorkTreeLocation(top: directory, gitDirectory: inside)
      case .regular: return WorkTreeLocation(top: directory, gitDirectory: followed(inside))
      default: break
      }
      if isGitDirectory(directory) { throw noWorkTree(here) }
      guard let above = Paths.parent(directory), !ceilings.contains(above) else { return nil }
      directory = above
    }
  }

  static func isGitDirectory(_ path: String) -> Bool {
    guard Disk.kind("\(path)/HEAD") != nil else { return false }
    if Disk.kind("\(path)/commondir") == .regular { return true }
    return ["refs", "objects"].allSatisfy { Disk.kind("\(path)/\($0)", followingLinks: true) == .folder }
  }

  /// The `.git` of a linked worktree or a submodule is a file that names the directory.
  static func followed(_ path: String) -> String {
    let text = (try? DiskFile.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard text.hasPrefix("gitdir: ") else { return path }
    let target = text.dropFirst("gitdir: ".count).prefix { !$0.isNewline }
    return Paths.join(Paths.parent(path) ?? "/", String(target))
  }

  private static func noWorkTree(_ directory: String) -> GitError {
    GitError(
      .noWorkTree, "read the working tree", "'\(directory)' is a bare repository or inside a git directory",
      advice: "Name a revision, such as HEAD, or change into a working tree")
  }
}
