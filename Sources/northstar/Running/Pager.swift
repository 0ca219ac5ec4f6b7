import Foundation
import Git

extension CommandEnvironment {
  /// Prints an answer that may be long: on a terminal through the pager that git would use.
  func show(_ text: String) {
    guard terminal.isInteractive, let pager, page(text, with: pager) else { return output.write(text) }
  }

  /// The pager's command line, as git itself chooses it; `nil` for none.
  private var pager: String? {
    guard let answer = try? git.git(["var", "GIT_PAGER"]), answer.succeeded else { return nil }
    let name = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return ["", "cat"].contains(name) ? nil : name
  }

  /// False when the pager could not be started.
  private func page(_ text: String, with pager: String) -> Bool {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", pager]
    var variables = git.variables
    variables["LESS"] = variables["LESS"] ?? "FRX"
    variables["LV"] = variables["LV"] ?? "-c"
    process.environment = variables
    process.standardInput = pipe
    signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, SIG_DFL) }
    guard (try? process.run()) != nil else { return false }
    // Whoever leaves the pager early has read enough.
    try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return true
  }
}
