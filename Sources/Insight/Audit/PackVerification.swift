import FoundationEssentials
import Git
import Presentation
package import StrategyStore

/// Compares an audit pack with its checksums and with what its own bundle yields.
package struct PackVerification {
  /// The problems, one per line; each begins with the file's name.
  package private(set) var differences: [String] = []
  /// What could not be checked.
  package private(set) var notes: [String] = []
  /// What agreement does not prove, one sentence each.
  package private(set) var limits: [String] = []
  private let folder: String
  private let session: Session

  /// - Parameter folder: absolute.
  package init(of folder: String, called name: String, in session: Session) throws {
    (self.folder, self.session) = (folder, session)
    let found: [String]
    do {
      found = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw StrategyError.reading(name, error)
    }
    for name in found.sorted() where PackFile(rawValue: name) == nil {
      differences.append("\(name.visible): the file is not part of a pack")
    }
    let files = try read(found)
    if let sums = files[.sums] { differences += PackSums.differences(in: sums, files) }
    try rebuild(files)
  }

  private mutating func read(_ found: [String]) throws -> [PackFile: [UInt8]] {
    var files: [PackFile: [UInt8]] = [:]
    for file in PackFile.allCases {
      let path = "\(folder)/\(file.rawValue)"
      guard found.contains(file.rawValue) else {
        differences.append("\(file.rawValue): the file is missing")
        continue
      }
      let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      guard type == .typeRegular else {
        differences.append("\(file.rawValue): it is not a regular file")
        continue
      }
      do {
        files[file] = Array(try Data(contentsOf: URL(filePath: path)))
      } catch {
        throw StrategyError.reading(path, error)
      }
    }
    return files
  }

  /// Recomputes everything from the bundle and compares.
  private mutating func rebuild(_ files: [PackFile: [UInt8]]) throws {
    guard let text = files[.question], files[.bundle] != nil else { return }
    guard let question = question(text), let history = try history(of: question) else {
      notes.append("nothing else could be recomputed from the bundle")
      return
    }
    if question.northstar != ToolVersion.current {
      notes.append("northstar \(question.northstar.visible) made the pack; \(ToolVersion.current) checks it")
    }
    let contents: PackContents
    do {
      contents = try PackContents(question, of: history, in: session)
    } catch let failure as StrategyError {
      differences.append("pack.json: the bundle cannot answer its question: \(failure.message)")
      return
    } catch let error as GitError {
      differences.append("history.bundle: cannot \(error.operation): \(error.message)")
      return
    }
    var expected = contents.files
    var own = contents.question
    own.northstar = question.northstar
    expected[.question] = try own.text()
    expected[.signatures] = try signatures(history, own.tip, files[.signatures])
    limits.append(
      "The history ends with \(own.tip) on '\(question.branch.visible)'. Compare that with the server: a history that was "
        + "rewritten before it was packed matches its checksums, too.")
    for file in PackFile.derived + [.question, .signatures] {
      guard let expected = expected[file], let found = files[file] else { continue }
      differences += LineDifference.all(of: file, expected: expected, found: found)
    }
  }

  private mutating func question(_ text: [UInt8]) -> AuditQuestion? {
    do {
      return try AuditQuestion(text)
    } catch {
      differences.append("pack.json: \((error as? StrategyError)?.message ?? "it cannot be read")")
      return nil
    }
  }

  /// The bundle's history; `nil` when git refuses the bundle, or when it holds anything other than the one branch.
  private mutating func history(of question: AuditQuestion) throws -> IsolatedRepository? {
    let bundle = "\(folder)/\(PackFile.bundle.rawValue)"
    let heads = try session.git.git(["bundle", "list-heads", bundle])
    let listed = String(decoding: heads.output, as: UTF8.self)
    guard !heads.succeeded || listed == "\(question.tip) \(question.reference)\n" else {
      let found = listed.split(separator: "\n").joined(separator: ", ").visible
      differences.append(
        "history.bundle: it holds \(found), but pack.json says \(question.tip) \(question.reference.visible)")
      return nil
    }
    do {
      return try IsolatedRepository(bundle: bundle, reference: question.reference, in: session.git)
    } catch let error as GitError where error.operation == IsolatedRepository.readingBundle && error.code != .io {
      differences.append("history.bundle: git refuses it: \(error.message)")
      return nil
    }
  }

  /// The signatures that the pack should contain, as far as they can be judged here.
  private mutating func signatures(_ history: IsolatedRepository, _ tip: String, _ found: [UInt8]?) throws -> [UInt8]? {
    let setting = ["config", "--type=path", "--get", "gpg.ssh.allowedSignersFile"]
    let answer = try session.git.git(setting)
    let path = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let absolute = path.hasPrefix("/") ? path : "\(session.git.directory)/\(path)"
    let keys = answer.succeeded && !path.isEmpty ? ["-c", "gpg.ssh.allowedSignersFile=\(absolute)"] : []
    let signatures = try PackSignatures(upTo: tip) { try history.environment.git(keys + $0) }
    let reconciled = signatures.reconciled(with: found ?? [])
    notes += reconciled.notes
    limits.append(signatures.sentence)
    return reconciled.text
  }
}

/// The lines in which a file differs from what it should be.
enum LineDifference {
  static func all(of file: PackFile, expected: [UInt8], found: [UInt8]) -> [String] {
    guard expected != found else { return [] }
    let (old, new) = (lines(expected), lines(found))
    let begin = zip(old, new).prefix { $0 == $1 }.count
    if old.count == new.count {
      return zip(old, new).enumerated().filter { $1.0 != $1.1 }.map { number, _ in
        "\(file.rawValue):\(number + 1): the history yields another line"
      }
    }
    let end = zip(old.dropFirst(begin).reversed(), new.dropFirst(begin).reversed()).prefix { $0 == $1 }.count
    let (wanted, there) = (old.count - begin - end, new.count - begin - end)
    return [
      "\(file.rawValue):\(begin + 1): the history yields \(wanted) lines in place of these \(there)"
    ]
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
