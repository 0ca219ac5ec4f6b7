import Foundation

/// Writes the whole repository to standard output, for `git fast-import`.
@main
enum Main {
  static func main() {
    do {
      try SampleHistory().write { FileHandle.standardOutput.write(Data($0.utf8)) }
    } catch {
      FileHandle.standardError.write(Data("samplehistory: the story contradicts itself: \(error)\n".utf8))
      exit(1)
    }
  }
}
