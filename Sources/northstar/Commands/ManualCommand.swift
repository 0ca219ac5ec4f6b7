import ArgumentParser
import FoundationEssentials
import Git
import StrategyStore

/// Writes the manual pages, for `make install`.
struct ManualCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual pages", shouldDisplay: false)

  @Argument(help: "The folder in which to write them", completion: .directory)
  var folder: String

  func run(in console: Console) throws -> ExitStatus {
    let pages = try CommandDescription.root().all.map(ManualPage.init).map { ($0.file, $0.text) }
    let here = URL(filePath: console.git.directory, directoryHint: .isDirectory)
    let folder = URL(filePath: folder, directoryHint: .isDirectory, relativeTo: here)
    for (file, text) in pages + [ManualPage.alias] {
      let page = folder.appending(path: file)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: page, options: .atomic)
      } catch {
        throw StrategyError.writing(page.path, error)
      }
    }
    return .clean
  }
}
