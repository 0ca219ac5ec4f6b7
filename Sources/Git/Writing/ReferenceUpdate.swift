/// What becomes of one reference, and what it must be for that.
package struct ReferenceUpdate: Sendable, Hashable {
  /// In full, as in `refs/heads/main`.
  package let name: String
  /// `nil` when it must not be there.
  package let old: ObjectID?
  /// `nil` deletes it.
  package let new: ObjectID?

  /// Throws for a name that is no reference's.
  package init(_ name: String, from old: ObjectID?, to new: ObjectID?) throws(GitError) {
    let isName =
      name.hasPrefix("refs/") && !name.utf8.contains { $0 < 0x21 || $0 == 0x7f || "~^:?*[\\".utf8.contains($0) }
    guard isName, !name.contains(".."), !name.contains("@{") else {
      throw GitError(.notAllowed, "change the reference '\(name)'", "that is no full name of a reference")
    }
    guard old != nil || new != nil else {
      throw GitError(.notAllowed, "change the reference '\(name)'", "it is to be neither before nor after")
    }
    (self.name, self.old, self.new) = (name, old, new)
  }

  /// As `git update-ref --stdin -z` reads it.
  var command: [UInt8] {
    let text =
      switch (old, new) {
      case (nil, let new?): "create \(name)\0\(new)\0"
      case (let old?, nil): "delete \(name)\0\(old)\0"
      case (let old, let new): "update \(name)\0\(new.map(\.description) ?? "")\0\(old.map(\.description) ?? "")\0"
      }
    return Array(text.utf8)
  }
}

/// How an attempt to change references ended.
package enum ReferenceOutcome: Sendable, Equatable {
  /// All of them are what they should be.
  case done
  /// One of them was not what it should have been before; nothing was changed.
  case moved(String)
}
