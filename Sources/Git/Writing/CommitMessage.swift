internal import CLibGit2

/// The text of a commit, in the form in which git stores messages.
enum CommitMessage {
  /// Without spaces at the ends of lines and without superfluous empty lines; ends in a line end.
  static func cleaned(_ message: String) throws(GitError) -> String {
    let operation = "write the commit's message"
    guard !message.utf8.contains(0) else { throw GitError(.notAllowed, operation, "it has a zero byte") }
    var buffer = unsafe git_buf()
    defer { unsafe git_buf_dispose(&buffer) }
    try LibGit2.start()
    let status = unsafe git_message_prettify(&buffer, message, 0, CChar(bitPattern: UInt8(ascii: "#")))
    guard status >= 0 else { throw LibGit2.error(status, operation) }
    let text = unsafe String(
      decoding: UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size), as: UTF8.self)
    guard !text.isEmpty else { throw GitError(.notAllowed, operation, "it is empty") }
    return text
  }
}
