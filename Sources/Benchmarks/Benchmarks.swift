import Foundation

/// `benchmarks table <northstar> <directory>` prints the table; `benchmarks company <documents> <directory>` and
/// `benchmarks history <commits> <directory>` make one of its repositories, to look at or to profile with.
@main
struct Benchmarks {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count == 3 else { throw Usage() }
    let directory = URL(filePath: arguments[2]).absoluteURL
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    switch (arguments[0], Int(arguments[1])) {
    case ("company", let documents?):
      let company = try CompanyRepository(documents: documents, in: directory)
      print(
        "\(company.paths.count) documents, \(company.size.megabytes): \(company.bare.path), \(company.checkout.path)")
    case ("history", let commits?):
      let history = try HistoryRepository(commits: commits, in: directory)
      print("\(commits) commits up to \(history.tip): \(history.bare.path), \(history.graphed.path)")
    case ("table", nil):
      let northstar = URL(filePath: arguments[1]).standardizedFileURL.path
      let rows = try Measurements(northstar: northstar, directory: directory, rounds: 7).rows()
      print(rows.table)
      if !rows.allSatisfy(\.passes) { exit(1) }
    default: throw Usage()
    }
  }

  private struct Usage: Error, CustomStringConvertible {
    var description: String {
      "call it 'table <northstar> <directory>', 'company <documents> <directory>' or 'history <commits> <directory>'"
    }
  }
}
