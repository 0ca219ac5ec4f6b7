import Diagnostics
import Foundation
import Git
import History
import StrategyModel
import StrictYAML

/// What a walk along a branch has found, kept below git's own folder: a cache, which is made again when it is missing,
/// damaged, or of a history that was rewritten.
struct HistoryIndex {
  /// One commit that changed what the files say.
  struct Step {
    let ordinal: Int
    /// Paths below the strategy's folder; `nil` for a file that is gone.
    let changes: [(path: String, meaning: FileMeaning?)]
  }

  /// The oldest first; trees are not kept.
  var commits: [(id: ObjectID, time: Int64)] = []
  var steps: [Step] = []

  /// Where the index of a strategy on a branch lies, with one file for each choice of fields.
  static func path(in repository: Repository, branch: String, folder: String) -> String {
    let name = "\(branch)\u{0}\(folder)".utf8.fnv1a
    return "\(repository.commonDirectory)/northstar/ownership-\(String(name, radix: 16))"
  }

  /// `nil` when there is none that can be used.
  init?(at path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    var reader = ByteReader(bytes: [UInt8](data))
    guard reader.isWhole, reader.string() == HistoryIndex.format, let count = reader.count() else { return nil }
    commits.reserveCapacity(count)
    for _ in 0..<count {
      guard let id = reader.id(), let time = reader.number() else { return nil }
      commits.append((id, time))
    }
    guard let stepCount = reader.count() else { return nil }
    steps.reserveCapacity(stepCount)
    for _ in 0..<stepCount {
      guard let step = reader.step(), step.ordinal < count else { return nil }
      steps.append(step)
    }
  }

  init() {}

  /// Forgets what came after a commit; false when that commit is not in the index.
  mutating func cut(after tip: ObjectID) -> Bool {
    guard let last = commits.lastIndex(where: { $0.id == tip }) else { return false }
    commits.removeLast(commits.count - 1 - last)
    let count = steps.firstIndex { $0.ordinal > last } ?? steps.count
    steps.removeLast(steps.count - count)
    return true
  }

  private static let format = "northstar ownership 1"

  /// Puts the index in the place of an older one, in one step; where nothing can be written, there is no index.
  func write(to path: String) {
    var writer = ByteWriter()
    writer.add(HistoryIndex.format)
    writer.add(Int64(commits.count))
    for commit in commits {
      writer.bytes += commit.id.bytes
      writer.add(commit.time)
    }
    writer.add(Int64(steps.count))
    for step in steps { writer.add(step) }
    writer.seal()
    let folder = URL(filePath: path).deletingLastPathComponent()
    let staged = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(writer.bytes).write(to: URL(filePath: staged))
      try replaceFile(at: path, with: staged)
    } catch {
      try? FileManager.default.removeItem(atPath: staged)
    }
  }
}

/// Numbers take eight bytes, the lowest first; texts have their length before them.
private struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
  }

  mutating func add(_ text: String) {
    let utf8 = Array(text.utf8)
    add(Int64(utf8.count))
    bytes += utf8
  }

  mutating func add(_ step: HistoryIndex.Step) {
    add(Int64(step.ordinal))
    add(Int64(step.changes.count))
    for (path, meaning) in step.changes {
      add(path)
      switch meaning {
      case nil: add(0)
      case .broken(let reason)?:
        add(1)
        add(reason)
      case .entity(let version)?:
        add(2)
        add(version.key.kind.rawValue)
        add(version.key.id)
        add(Int64(version.leaves.count))
        for leaf in version.leaves {
          add(leaf.path)
          add(leaf.value)
          add(Int64(leaf.range.lower) << 32 | Int64(leaf.range.upper))
        }
      }
    }
  }

  mutating func seal() { add(Int64(bitPattern: bytes.checksum(upTo: bytes.count))) }
}

/// Every answer is `nil` where the bytes end or make no sense.
private struct ByteReader {
  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the sum at the end is that of all before it.
  var isWhole: Bool {
    guard bytes.count >= 8 else { return false }
    var end = self
    end.place = bytes.count - 8
    return end.number().map { UInt64(bitPattern: $0) } == bytes.checksum(upTo: bytes.count - 8)
  }

  mutating func number() -> Int64? {
    guard place + 8 <= bytes.count else { return nil }
    defer { place += 8 }
    return Int64(bitPattern: bytes.word(at: place))
  }

  /// A number of things that have a byte each at least.
  mutating func count() -> Int? {
    guard let number = number(), number >= 0, number <= bytes.count - place else { return nil }
    return Int(number)
  }

  mutating func string() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func id() -> ObjectID? {
    guard place + ObjectID.byteCount <= bytes.count else { return nil }
    defer { place += ObjectID.byteCount }
    return ObjectID(bytes: bytes[place..<place + ObjectID.byteCount])
  }

  mutating func step() -> HistoryIndex.Step? {
    guard let ordinal = number().flatMap({ Int(exactly: $0) }), ordinal >= 0, let count = count() else { return nil }
    var changes: [(path: String, meaning: FileMeaning?)] = []
    for _ in 0..<count {
      guard let path = string(), let state = number() else { return nil }
      switch state {
      case 0: changes.append((path, nil))
      case 1:
        guard let reason = string() else { return nil }
        changes.append((path, .broken(reason)))
      default:
        guard let version = version() else { return nil }
        changes.append((path, .entity(version)))
      }
    }
    return HistoryIndex.Step(ordinal: ordinal, changes: changes)
  }

  private mutating func version() -> EntityVersion? {
    guard let kind = string().flatMap({ Kind(rawValue: $0) }), let id = string(), let count = count() else {
      return nil
    }
    var leaves: [Leaf] = []
    leaves.reserveCapacity(count)
    for _ in 0..<count {
      guard let path = string(), let value = string(), let range = number() else { return nil }
      let bytes = ByteRange(UInt32(truncatingIfNeeded: range >> 32), UInt32(truncatingIfNeeded: range))
      leaves.append(Leaf(path: path, value: value, range: bytes))
    }
    return EntityVersion(key: EntityKey(kind, id), leaves: leaves)
  }
}

extension [UInt8] {
  /// Eight bytes, the lowest first.
  fileprivate func word(at place: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in (0..<8).reversed() { word = word << 8 | UInt64(self[place + offset]) }
    return word
  }

  /// Finds damage, not malice.
  fileprivate func checksum(upTo end: Int) -> UInt64 {
    var sum = UInt64(end)
    var place = 0
    while place + 8 <= end {
      sum = (sum ^ word(at: place)) &* 0x9e37_79b9_7f4a_7c15
      sum ^= sum >> 29
      place += 8
    }
    while place < end {
      sum = (sum ^ UInt64(self[place])) &* 0x9e37_79b9_7f4a_7c15
      place += 1
    }
    return sum
  }
}
