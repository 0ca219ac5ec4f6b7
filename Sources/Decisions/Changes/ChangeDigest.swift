import Git
package import History
import StrategyModel

/// Identifies the meaning of a change: approvals refer to it.
///
/// It includes the strategy's id, the kind and id of every entity, what happened to it, and each field's path, old and
/// new value. It does not include layout, comments, quoting, the order of keys and items, or the paths of files.
package struct ChangeDigest: Sendable, Hashable, CustomStringConvertible {
  /// `v1:sha256:` and 64 hexadecimal digits.
  package let description: String

  /// - Parameters:
  ///   - changes: in any order.
  ///   - strategy: the id of the strategy that is changed, `nil` when it has no id: what was approved for one is not
  ///     approved for another.
  package init(_ changes: [EntityChange], of strategy: String?) {
    description = "v1:sha256:" + SHA256.hex(of: ChangeDigest.bytes(of: changes, strategy))
  }

  /// `nil` for a text that is not a digest of this version in its canonical form.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst(Self.prefix.utf8.count)
    let isDigest =
      text.utf8.starts(with: Self.prefix.utf8) && digits.count == 64
      && digits.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
    guard isDigest else { return nil }
    description = text
  }

  private static let prefix = "v1:sha256:"

  /// The bytes to hash: nested netstrings (`5:hello,`), so that no two changes give the same bytes.
  package static func bytes(of changes: [EntityChange], _ strategy: String?) -> [UInt8] {
    let records = changes.map(bytes(of:)).sorted { $0.lexicographicallyPrecedes($1) }
    return Netstring.of("northstar change v1") + Netstring.optional(strategy) + records.flatMap { Netstring.of($0) }
  }

  private static func bytes(of change: EntityChange) -> [UInt8] {
    let (word, former) = change.what.words
    let fields = change.fields.map(bytes(of:)).sorted { $0.lexicographicallyPrecedes($1) }
    return [change.key.kind.rawValue, change.key.id, word, former].flatMap { Netstring.of($0) }
      + fields.flatMap { Netstring.of($0) }
  }

  private static func bytes(of field: FieldChange) -> [UInt8] {
    Netstring.of(field.path) + Netstring.optional(field.old?.value) + Netstring.optional(field.new?.value)
  }
}

extension EntityChange.What {
  fileprivate var words: (word: String, former: String) {
    switch self {
    case .added: ("added", "")
    case .removed: ("removed", "")
    case .changed: ("changed", "")
    case .renamed(let former): ("renamed", former)
    case .moved(let heir): ("moved", heir)
    }
  }
}

extension [EntityChange] {
  /// The change that a proposal is about: everything except the record of the proposal itself.
  package func withoutRecord(of proposal: String) -> [EntityChange] {
    filter { $0.key != EntityKey(.proposal, proposal) }
  }
}
