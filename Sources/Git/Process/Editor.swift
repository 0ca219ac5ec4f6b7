extension GitEnvironment {
  /// Opens a file in the editor that git would use, and waits until it is closed.
  ///
  /// Throws when the editor cannot be run or fails.
  package func openEditor(on file: String) throws(GitError) {
    let operation = "open an editor"
    let answer = try git(["var", "GIT_EDITOR"])
    let editor = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard answer.succeeded, !editor.isEmpty else {
      throw GitError(
        .gitFailed, operation, "git knows no editor that works here",
        advice: "Set one with 'git config --global core.editor', or in the environment variable EDITOR")
    }
    let status = try runInTerminal("\(editor) \"$@\"", [editor, file], to: operation)
    guard status == 0 else { throw GitError(.io, operation, "'\(editor)' ended with status \(status)") }
  }
}
