/// A change of one reference, and the value that it must have before.
package struct ReferenceUpdate: Sendable, Hashable {
  /// The full name, as in `refs/heads/main`.
  package let name: String
  /// `nil` when it must not exist.
  package let old: ObjectID?
  /// `nil` deletes it.
  package let new: ObjectID?

  /// Throws when the name is not a reference's.
  package init(_ name: String, from old: ObjectID?, to new: ObjectID?) throws(GitError) {
    let isName =
      name.hasPrefix("refs/") && !name.utf8.contains { $0 < 0x21 || $0 == 0x7f || "~^:?*[\\".utf8.contains($0) }
    guard isName, !name.contains(".."), !name.contains("@{") else {
      throw GitError(.notAllowed, "change the reference '\(name)'", "it is not the full name of a reference")
    }
    guard old != nil || new != nil else {
      throw GitError(.notAllowed, "change the reference '\(name)'", "it neither exists nor is to be made")
    }
    (self.name, self.old, self.new) = (name, old, new)
  }

  /// In the form that `git update-ref --stdin -z` reads.
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
  /// All of them have their new values.
  case done
  /// This one did not have the expected value; nothing was changed.
  case moved(String)
}
