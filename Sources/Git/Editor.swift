internal import CLibGit2
internal import Glibc

extension GitEnvironment {
  /// Opens a file in the editor that git would use, and waits until it is closed.
  ///
  /// The editor has our terminal, and keys that interrupt are for it alone. Throws when it cannot be run or fails.
  package func openEditor(on file: String) throws(GitError) {
    let operation = "open an editor"
    let answer = try git(["var", "GIT_EDITOR"])
    let editor = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard answer.succeeded, !editor.isEmpty else {
      throw GitError(
        .gitFailed, operation, "git knows of none that works here",
        advice: "Set one with 'git config --global core.editor', or in the variable EDITOR")
    }
    let (status, child) = spawnInTerminal(["sh", "-c", "\(editor) \"$@\"", editor, file])
    guard status == 0 else { throw .system(operation, status) }
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var ended: Int32 = 0
    while unsafe waitpid(child, &ended, 0) < 0, errno == EINTR {}
    guard ended == 0 else {
      throw GitError(.io, operation, "'\(editor)' ended with status \(ended & 0x7f == 0 ? ended >> 8 & 0xff : ended)")
    }
  }

  /// Starts a shell with our own input and output; the status is 0 or an `errno`.
  private func spawnInTerminal(_ arguments: [String]) -> (Int32, pid_t) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe northstar_spawn_in(&actions, directory)
    var identifier: pid_t = 0
    let status = unsafe CStrings.withArray(arguments) { arguments in
      unsafe CStrings.withArray(variables.map { "\($0.key)=\($0.value)" }) { variables in
        unsafe posix_spawn(&identifier, "/bin/sh", &actions, nil, arguments, variables)
      }
    }
    return (status, identifier)
  }
}
