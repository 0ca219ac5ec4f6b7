/// One file of git's commit graph.
///
/// Source: gitformat-commit-graph(5). Chunks that are not needed here, such as generation data, are skipped.
struct CommitGraphLayer: Sendable {
  private let bytes: [UInt8]
  private let fanout: Int
  private let names: Int
  private let data: Int
  private let extraEdges: Range<Int>
  let count: Int
  /// How many commits the layers below hold.
  let base: Int
  /// How many layers lie below.
  let layersBelow: Int

  /// `nil` when the file is not a commit graph of SHA-1 names, or is damaged.
  init?(_ bytes: [UInt8], base: Int) {
    guard bytes.count > 8 + 12 + ObjectID.byteCount, bytes.starts(with: "CGPH".utf8), bytes[4] == 1, bytes[5] == 1,
      let chunks = Self.chunks(bytes, count: Int(bytes[6]))
    else { return nil }
    guard let fanout = chunks["OIDF"], let names = chunks["OIDL"], let data = chunks["CDAT"], fanout.count == 1024
    else { return nil }
    let count = bytes.number(at: fanout.upperBound - 4)
    guard names.count == count * ObjectID.byteCount, data.count == count * Self.recordSize else { return nil }
    self.bytes = bytes
    self.fanout = fanout.lowerBound
    self.names = names.lowerBound
    self.data = data.lowerBound
    extraEdges = chunks["EDGE"] ?? 0..<0
    self.count = count
    self.base = base
    layersBelow = Int(bytes[7])
  }

  /// A tree, two parents, and generation with time.
  private static let recordSize = ObjectID.byteCount + 16

  private static func chunks(_ bytes: [UInt8], count: Int) -> [String: Range<Int>]? {
    let end = 8 + 12 * (count + 1)
    guard bytes.count >= end + ObjectID.byteCount else { return nil }
    var chunks: [String: Range<Int>] = [:]
    for entry in 0..<count {
      let place = 8 + 12 * entry
      let begin = bytes.longNumber(at: place + 4)
      let next = bytes.longNumber(at: place + 16)
      guard begin >= end, begin <= next, next <= bytes.count - ObjectID.byteCount else { return nil }
      chunks[String(decoding: bytes[place..<place + 4], as: UTF8.self)] = begin..<next
    }
    return chunks
  }

  /// The commit's position in this layer, by binary search.
  func place(of id: ObjectID) -> Int? {
    let first = Int(id.firstByte)
    var low = first == 0 ? 0 : bytes.number(at: fanout + 4 * (first - 1))
    var high = bytes.number(at: fanout + 4 * first)
    guard high <= count else { return nil }
    while low < high {
      let middle = low + (high - low) / 2
      let found = self.id(at: middle)
      if found == id { return middle }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  func id(at place: Int) -> ObjectID { bytes.objectID(at: names + place * ObjectID.byteCount) }

  func tree(at place: Int) -> ObjectID { bytes.objectID(at: data + place * Self.recordSize) }

  /// Seconds since 1970, of which the file stores 34 bits.
  func time(at place: Int) -> Int64 {
    let record = data + place * Self.recordSize + ObjectID.byteCount
    return Int64(bytes.number(at: record + 8) & 3) << 32 | Int64(bytes.number(at: record + 12))
  }

  /// The parents as places in the whole graph; `nil` when the record is damaged.
  func parents(at place: Int) -> [Int]? {
    let record = data + place * Self.recordSize + ObjectID.byteCount
    let first = bytes.number(at: record)
    guard first != Self.none else { return [] }
    let second = bytes.number(at: record + 4)
    guard second != Self.none else { return [first] }
    guard second & Self.more != 0 else { return [first, second] }
    return more(from: second & ~Self.more).map { [first] + $0 }
  }

  /// The parents after the first, of a commit that has more than two.
  private func more(from start: Int) -> [Int]? {
    var parents: [Int] = []
    var place = extraEdges.lowerBound + 4 * start
    while place + 4 <= extraEdges.upperBound {
      let value = bytes.number(at: place)
      parents.append(value & ~Self.more)
      if value & Self.more != 0 { return parents }
      place += 4
    }
    return nil
  }

  private static let none = 0x7000_0000
  private static let more = 0x8000_0000
}

extension [UInt8] {
  /// Four bytes, the highest first.
  fileprivate func number(at place: Int) -> Int {
    Int(self[place]) << 24 | Int(self[place + 1]) << 16 | Int(self[place + 2]) << 8 | Int(self[place + 3])
  }

  /// Eight bytes, the highest first; `Int.max` for anything longer than a file can be.
  fileprivate func longNumber(at place: Int) -> Int {
    let high = number(at: place)
    return high < 1 << 16 ? high << 32 | number(at: place + 4) : .max
  }
}
