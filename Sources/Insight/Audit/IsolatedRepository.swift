import FoundationEssentials
import Git
import StrategyStore

/// A bare repository that holds exactly one branch and is deleted together with this object.
///
/// Another repository's configuration, replacements and grafts do not affect what is read from it.
final class IsolatedRepository {
  let environment: GitEnvironment
  private let path: String

  /// The history of a branch that ends with `tip`, its objects borrowed from the repository.
  init(of repository: Repository, tip: String, reference: String) throws {
    (path, environment) = try IsolatedRepository.make(in: repository.environment)
    let objects = "\(repository.commonDirectory)/objects\n"
    try Data(objects.utf8).write(to: URL(filePath: "\(path)/objects/info/alternates"))
    try git(["update-ref", reference, tip], to: "name the branch")
  }

  /// The history in a bundle, which must hold exactly this branch and every object that it needs.
  init(bundle: String, reference: String, in environment: GitEnvironment) throws {
    (path, self.environment) = try IsolatedRepository.make(in: environment)
    try git(
      ["fetch", "--quiet", "--no-tags", bundle, "\(reference):\(reference)"], to: IsolatedRepository.readingBundle)
  }

  /// The operation that fails when git refuses a bundle.
  static let readingBundle = "read the bundle"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func make(in outer: GitEnvironment) throws -> (String, GitEnvironment) {
    let path = "\(outer["TMPDIR"] ?? "/tmp")/northstar-audit-\(UUID().uuidString)"
    // Of git's variables, those that choose a configuration stay, since they may name the keys for signatures.
    var variables = outer.variables.filter { !$0.key.hasPrefix("GIT_") || $0.key.hasPrefix("GIT_CONFIG_") }
    variables["GIT_DIR"] = path
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      let environment = GitEnvironment(directory: path, variables: variables)
      let made = try environment.git(["init", "--quiet", "--bare", "--object-format=sha1", "--template="])
      guard made.succeeded else { throw GitError.git("make a repository in '\(path)'", made) }
      try FileManager.default.createDirectory(atPath: "\(path)/objects/info", withIntermediateDirectories: true)
      return (path, environment)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      if error is GitError { throw error }
      throw StrategyError.writing(path, error)
    }
  }

  /// Runs git in the repository and returns its output.
  @discardableResult
  func git(_ arguments: [String], to operation: String) throws -> [UInt8] {
    let answer = try environment.git(["-c", "core.hooksPath=/dev/null"] + arguments)
    guard answer.succeeded else { throw GitError.git(operation, answer) }
    return answer.output
  }

  /// Writes the whole branch into one file; `called` is its name in messages.
  func writeBundle(_ path: String, called name: String, reference: String) throws {
    try git(["bundle", "create", "--quiet", path, reference], to: "write '\(name)'")
  }
}
