/// One commit, read once and kept as plain values.
package struct Commit: Sendable, Equatable {
  package let id: ObjectID
  package let tree: ObjectID
  /// As the commit records them; a shallow clone may not have them.
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  /// Decoded as the commit's `encoding` says, with U+FFFD for what cannot be decoded.
  package let message: String

  /// The first paragraph on one line, as git makes it.
  package var subject: String {
    // By bytes, since "\r\n" is one Character.
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0).withoutTrailingSpace() }
    let begin = lines.drop { $0.isEmpty }
    return begin.prefix { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A person and a time, as a commit records them.
package struct Signature: Sendable, Equatable {
  package let name: String
  package let email: String
  /// Seconds since 1970, 0 when the commit has no readable date.
  package let time: Int64
  /// Minutes east of Greenwich.
  package let offset: Int

  package init(name: String, email: String, time: Int64, offset: Int) {
    self.name = name
    self.email = email
    self.time = time
    self.offset = offset
  }
}

extension Substring {
  fileprivate func withoutTrailingSpace() -> Substring {
    lastIndex { !$0.isWhitespace }.map { self[...$0] } ?? ""
  }
}
