internal import CLibGit2

/// Merges three texts line by line, as git does, in memory.
package struct LineMerge: Sendable {
  /// With conflict markers where both sides changed the same lines.
  package let text: [UInt8]
  package let isClean: Bool

  /// The labels of conflict markers, and the markers' length.
  package struct Markers: Sendable {
    package var base: String
    package var ours: String
    package var theirs: String
    /// In characters, at most 65,535.
    package var size: Int

    package init(base: String = "base", ours: String = "ours", theirs: String = "theirs", size: Int = 7) {
      (self.base, self.ours, self.theirs, self.size) = (base, ours, theirs, size)
    }
  }

  /// Throws when an input is not text.
  package init(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], markers: Markers = Markers()
  ) throws(GitError) {
    let operation = "merge texts"
    guard !base.contains(0), !ours.contains(0), !theirs.contains(0) else {
      throw GitError(.notAllowed, operation, "they are not text")
    }
    try LibGit2.start()
    var result = unsafe git_merge_file_result()
    var options = unsafe git_merge_file_options()
    unsafe git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION))
    unsafe options.marker_size = UInt16(clamping: markers.size)
    let status = unsafe CStrings.withArray([markers.base, markers.ours, markers.theirs]) { names in
      unsafe options.ancestor_label = UnsafePointer(names[0])
      unsafe options.our_label = UnsafePointer(names[1])
      unsafe options.their_label = UnsafePointer(names[2])
      return unsafe LineMerge.lend(base) { base in
        unsafe LineMerge.lend(ours) { ours in
          unsafe LineMerge.lend(theirs) { theirs in unsafe git_merge_file(&result, base, ours, theirs, &options) }
        }
      }
    }
    guard status >= 0 else { throw LibGit2.error(status, operation) }
    defer { unsafe git_merge_file_result_free(&result) }
    text = unsafe Array(UnsafeRawBufferPointer(start: result.ptr, count: result.len))
    isClean = unsafe result.automergeable != 0
  }

  private static func lend(_ text: [UInt8], _ body: (UnsafePointer<git_merge_file_input>) -> Int32) -> Int32 {
    unsafe CStrings.with(text) { pointer in
      var input = unsafe git_merge_file_input()
      unsafe git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
      unsafe input.ptr = pointer
      unsafe input.size = text.count
      return unsafe body(&input)
    }
  }
}
