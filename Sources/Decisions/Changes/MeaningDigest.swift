import Git
package import History
import StrategyModel

/// Identifies the meaning of something that was judged: a decision refers to it.
///
/// It includes the kind and id of every entity and each field's path and value; like a `ChangeDigest`, it ignores
/// layout and paths of files.
package struct MeaningDigest: Sendable, Hashable, CustomStringConvertible {
  /// `v1:sha256:` and 64 hexadecimal digits.
  package let description: String

  /// - Parameter entities: in any order.
  package init(_ entities: [EntityVersion]) {
    description = "v1:sha256:" + SHA256.hex(of: MeaningDigest.bytes(of: entities))
  }

  /// The bytes to hash.
  package static func bytes(of entities: [EntityVersion]) -> [UInt8] {
    let records = entities.sorted { $0.key < $1.key }.map(bytes(of:))
    return Netstring.of("northstar meaning v1") + records.flatMap { Netstring.of($0) }
  }

  private static func bytes(of entity: EntityVersion) -> [UInt8] {
    let leaves = entity.leaves.map { Netstring.of($0.path) + Netstring.of($0.value) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    return Netstring.of(entity.key.kind.rawValue) + Netstring.of(entity.key.id) + leaves.flatMap { Netstring.of($0) }
  }
}
