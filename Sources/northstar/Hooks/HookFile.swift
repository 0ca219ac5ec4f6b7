import FoundationEssentials
import Git
import Presentation
import StrategyStore

/// A hook of a repository, where its git looks for it.
struct HookFile {
  let path: String
  /// Whether the folder is the repository's own, not one that `core.hooksPath` names.
  let isOwn: Bool
  private let duty: HookDuty

  init(for duty: HookDuty = .check, in console: Console) throws {
    let repository = try Repository.open(in: console.git)
    guard duty != .check || !repository.isBare else {
      throw StrategyError(
        message: "a bare repository has no commit hook", help: ["Run this in a clone that has a working tree."])
    }
    let place = URL(filePath: try HookFile.folder(in: repository), directoryHint: .isDirectory)
    path = place.appending(path: duty.hook).path
    self.duty = duty
    let own = URL(filePath: repository.commonDirectory).appending(path: "hooks")
    isOwn = place.resolvingSymlinksInPath().path == own.resolvingSymlinksInPath().path
  }

  /// Where git looks for hooks, absolute.
  private static func folder(in repository: Repository) throws -> String {
    let answer = try repository.git(["rev-parse", "--git-path", "hooks"])
    guard answer.succeeded else {
      let reason = String(decoding: answer.errors, as: UTF8.self).trimmed
      throw StrategyError(message: "git does not report where hooks are: \(reason)")
    }
    var folder = String(decoding: answer.output, as: UTF8.self)
    if folder.hasSuffix("\n") { folder.removeLast() }
    let here = URL(filePath: repository.environment.directory, directoryHint: .isDirectory)
    return URL(filePath: folder, directoryHint: .isDirectory, relativeTo: here).standardizedFileURL.path
  }

  /// The current hook; `nil` when there is none.
  func read() throws(StrategyError) -> HookScript? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let kind = attributes[.type] as? FileAttributeType
    guard kind == .typeRegular else {
      throw refusal(kind == .typeSymbolicLink ? "is a symbolic link" : "is not a file")
    }
    let bytes: Data
    do { bytes = try Data(contentsOf: URL(filePath: path)) } catch { throw .reading(path, error) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal("is not text") }
    let script = HookScript(text, for: duty)
    guard script.isShell else {
      throw refusal(script.interpreter.map { "is for \($0), not for sh" } ?? "names no shell in its first line")
    }
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw StrategyError(
        message: "'\(path)' is not executable, so git ignores it",
        help: ["Make it executable with 'chmod +x', or remove it, and run this again."])
    }
    guard script.installation != .damaged else {
      throw StrategyError(
        message: "'\(path)' has one of northstar's two marks without the other",
        help: ["Remove northstar's lines from it by hand, and run this again."])
    }
    return script
  }

  /// Replaces the hook in one step.
  func write(_ script: HookScript) throws(StrategyError) {
    let file = URL(filePath: path)
    do {
      let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] ?? 0o755
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(script.text.utf8).write(to: file, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    } catch {
      throw .writing(path, error)
    }
  }

  func delete() throws(StrategyError) {
    do { try FileManager.default.removeItem(atPath: path) } catch { throw .writing(path, error) }
  }

  private func refusal(_ reason: String) -> StrategyError {
    StrategyError(
      message: "'\(path)' \(reason), so it is left as it is",
      help: ["Let it run '\(duty.command)', and fail when that fails."])
  }
}
