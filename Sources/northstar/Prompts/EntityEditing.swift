import Editing
import FoundationEssentials
import Git
import Presentation
import StrategyModel
import StrategyStore

/// Lets a person edit an entity's whole text; the typed text survives every refusal.
struct EntityEditing {
  let entity: String
  let writing: StrategyWriting
  let console: Console

  func run() throws -> ExitStatus {
    let draft = try writing.opened()
    let name = try EntityName(entity, in: draft.strategy)
    let path = draft.innerPath(name.file.path)
    let base = draft.tipText(of: path) ?? []
    let session = try EditedFile(base, named: "\(name.kind.rawValue)-\(name.id)", in: writing.repository)
    while true {
      guard let text = try session.edited(in: console.git) else {
        console.print("Nothing to change.")
        return .clean
      }
      do {
        let outcome = try writing.run { draft in
          guard draft.tipText(of: path) == base else {
            throw StrategyError(message: "others changed '\(name.file.path)' while you were editing")
          }
          draft.write(text, to: path)
          return CommitWording(topic: name.id, what: "edit \(name.kind.noun)")
        }
        let status = try console.report(outcome)
        if status == .clean, !writing.options.isRehearsal { session.remove() } else { keep(session) }
        guard status == .findings, console.terminal.canAsk, asksAgain() else { return status }
      } catch {
        keep(session)
        throw error
      }
    }
  }

  private func keep(_ session: EditedFile) { console.note("Your text is kept in '\(session.path)'.") }

  private func asksAgain() -> Bool {
    console.ask("Edit it again? [Y/n] ")
    guard let answer = console.input.next()?.lowercased() else { return false }
    return ["", "y", "yes"].contains(answer.trimmed)
  }
}

/// A text in a separate file, below git's folder, for an editor.
private struct EditedFile {
  let path: String
  private let base: [UInt8]

  /// Never overwrites a text that was kept before.
  init(_ base: [UInt8], named name: String, in repository: Repository) throws(StrategyError) {
    self.base = base
    let folder = "\(repository.gitDirectory)/northstar-edit"
    let stem = "\(folder)/\(name.replacing("/", with: "-"))"
    var path = "\(stem).yaml"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      var number = 1
      while FileManager.default.fileExists(atPath: path) {
        number += 1
        path = "\(stem)-\(number).yaml"
      }
      try Data(base).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw .writing(path, error)
    }
    self.path = path
  }

  /// The text after editing; `nil` when it is empty or unchanged.
  func edited(in console: GitEnvironment) throws -> [UInt8]? {
    do {
      try console.openEditor(on: path)
    } catch {
      guard let text = try? read(), text != base else {
        remove()
        throw error
      }
      throw StrategyError(message: "cannot \(error.operation): \(error.message)", help: ["Your text is in '\(path)'."])
    }
    let text = try read()
    guard text != base, !text.allSatisfy({ " \t\r\n".utf8.contains($0) }) else {
      remove()
      return nil
    }
    return text
  }

  private func read() throws(StrategyError) -> [UInt8] {
    do { return Array(try Data(contentsOf: URL(filePath: path))) } catch { throw .reading(path, error) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
