import FoundationEssentials
import Glibc

/// Writes the whole repository to standard output, for `git fast-import`.
@main
enum Main {
  static func main() {
    do {
      try SampleHistory().write { print($0, terminator: "") }
    } catch {
      let text = "samplehistory: the story contradicts itself: \(error)\n"
      try? Data(text.utf8).write(to: URL(filePath: "/dev/stderr"))
      exit(1)
    }
  }
}
