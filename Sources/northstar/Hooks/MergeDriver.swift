import FoundationEssentials
import Git
import Presentation
import StrategyModel
import StrategyStore

/// The setup that makes git merge the files of a strategy by meaning: a driver in the repository's configuration, and
/// its files in `info/attributes`, so that nothing in the working tree changes.
struct MergeDriver {
  private let repository: Repository
  let attributesPath: String

  init(in console: Console) throws {
    repository = try Repository.open(in: console.git)
    let answer = try repository.git(["rev-parse", "--git-path", "info/attributes"])
    guard answer.succeeded else { throw MergeDriver.failure(answer) }
    let path = String(String(decoding: answer.output, as: UTF8.self).prefix { !$0.isNewline })
    let here = URL(filePath: repository.environment.directory, directoryHint: .isDirectory)
    attributesPath = URL(filePath: path, relativeTo: here).standardizedFileURL.path
  }

  enum Installation { case current, other, absent }

  func installation() throws -> Installation {
    let answer = try repository.git(["config", "--local", "--get", "merge.northstar.driver"])
    let command = answer.succeeded ? String(decoding: answer.output, as: UTF8.self) : nil
    let lines = try readLines()
    let block = MarkedLines.block(in: lines)
    if command == nil, block == nil { return .absent }
    let isCurrent = command == MergeDriver.command + "\n" && block.map { Array(lines[$0]) } == MergeDriver.ownLines
    return isCurrent ? .current : .other
  }

  func install() throws {
    try configure(["merge.northstar.name", "strategies merged by meaning"])
    try configure(["merge.northstar.driver", MergeDriver.command])
    var lines = try readLines()
    if let block = MarkedLines.block(in: lines) { lines.removeSubrange(block) }
    try write(lines + MergeDriver.ownLines)
  }

  func uninstall() throws {
    let answer = try repository.git(["config", "--local", "--remove-section", "merge.northstar"])
    // Status 128 means that there is none.
    guard answer.succeeded || answer.status == 128 else { throw MergeDriver.failure(answer) }
    var lines = try readLines()
    guard let block = MarkedLines.block(in: lines) else { return }
    lines.removeSubrange(block)
    try write(lines)
  }

  private func configure(_ setting: [String]) throws {
    let answer = try repository.git(["config", "--local"] + setting)
    guard answer.succeeded else { throw MergeDriver.failure(answer) }
  }

  private func readLines() throws -> [String] {
    guard FileManager.default.fileExists(atPath: attributesPath) else { return [] }
    let bytes: Data
    do { bytes = try Data(contentsOf: URL(filePath: attributesPath)) } catch {
      throw StrategyError.reading(attributesPath, error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw StrategyError(message: "'\(attributesPath)' is not text, so it is left as it is")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func write(_ lines: [String]) throws {
    let file = URL(filePath: attributesPath)
    do {
      guard !lines.isEmpty else { return try FileManager.default.removeItem(at: file) }
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file, options: .atomic)
    } catch {
      throw StrategyError.writing(attributesPath, error)
    }
  }

  private static func failure(_ answer: GitOutput) -> StrategyError {
    let reason = String(decoding: answer.errors, as: UTF8.self).trimmed
    return StrategyError(message: "git refuses: \(reason)")
  }

  /// Without the program git merges as usual: its own fallback would keep only our side.
  private static let command =
    "if command -v northstar >/dev/null 2>&1; then northstar merge-driver -- %O %A %B %P %L; "
    + "else git merge-file --marker-size=%L %A %O %B; fi"

  private static let ownLines =
    [MarkedLines.marks[0]]
    + ["# Merges strategies by meaning. To remove these lines: northstar hook uninstall"]
    + Kind.suffixes.flatMap { suffix in Kind.folders.sorted().map { "**/\($0)/**/*\(suffix) merge=northstar" } }
    + ["**/\(ReadingsFile.folder)/**/*\(ReadingsFile.suffix) merge=northstar"]
    + ["\(Kind.settingsFile) merge=northstar", MarkedLines.marks[1]]
}

/// The lines of a file that are northstar's, between two marks.
enum MarkedLines {
  static let marks = ["# >>> northstar >>>", "# <<< northstar <<<"]

  static func block(in lines: [String]) -> ClosedRange<Int>? {
    guard let first = lines.firstIndex(of: marks[0]), let last = lines[first...].firstIndex(of: marks[1]) else {
      return nil
    }
    return first...last
  }
}
