package import Git
import Presentation
package import StrategyStore

/// The requested move of one reference, as git passes it to its hooks.
package struct ReferenceMove {
  let reference: String
  /// `nil` when the reference is to be created.
  let old: ObjectID?
  /// `nil` when it is to be removed.
  let new: ObjectID?

  package init(_ reference: String, from old: ObjectID?, to new: ObjectID?) {
    (self.reference, self.old, self.new) = (reference, old, new)
  }

  /// From the arguments of a hook; zeros mean none.
  package init(_ reference: String, old: String, new: String) throws(StrategyError) {
    self.init(reference, from: try ReferenceMove.id(old), to: try ReferenceMove.id(new))
  }

  /// From a line of `pre-receive`: `<old> <new> <reference>`.
  package init(line: String) throws(StrategyError) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, !words[2].isEmpty else {
      throw StrategyError(
        message: "'\(line.visible)' is not a line from git: <old> <new> <reference>",
        help: ["Let git's pre-receive hook run this: \(run: .installGate) sets it up."])
    }
    try self.init(words[2], old: words[0], new: words[1])
  }

  private static func id(_ text: String) throws(StrategyError) -> ObjectID? {
    if text.utf8.count == 40, text.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { return nil }
    guard let id = ObjectID(hex: text) else { throw StrategyError(message: "'\(text.visible)' is not a commit id") }
    return id
  }
}
