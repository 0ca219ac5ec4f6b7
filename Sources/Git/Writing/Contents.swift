extension Repository {
  /// The bytes of a file's object.
  package func text(of id: ObjectID) throws(GitError) -> [UInt8] {
    try read(id, as: .blob, for: "read file \(id.short)")
  }

  /// The bytes of a file as a tree records it.
  package func contents(of version: TreeMerge.Version) throws(GitError) -> [UInt8] {
    try read(version.id, as: .blob, for: "read file \(version.id.short)")
  }
}
