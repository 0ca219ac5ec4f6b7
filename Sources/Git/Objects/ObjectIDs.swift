/// Many object ids, kept as their bare bytes.
package struct ObjectIDs: Sendable {
  /// The ids are a slice of a larger file, so that its bytes need not be copied.
  private var bytes: [UInt8]
  private let begin: Int
  package private(set) var count: Int

  package init() { self.init([], from: 0, count: 0) }

  /// - Parameter bytes: contains the ids one after the other.
  init(_ bytes: [UInt8], from begin: Int, count: Int) {
    self.bytes = bytes
    self.begin = begin
    self.count = count
  }

  var slice: ArraySlice<UInt8> { bytes[begin..<begin + count * ObjectID.byteCount] }

  package subscript(position: Int) -> ObjectID { bytes.objectID(at: begin + position * ObjectID.byteCount) }

  package var last: ObjectID? { count == 0 ? nil : self[count - 1] }

  package mutating func append(_ id: ObjectID) {
    if bytes.count > begin + count * ObjectID.byteCount || begin > 0 {
      self = ObjectIDs(Array(slice), from: 0, count: count)
    }
    bytes += id.bytes
    count += 1
  }

  package func lastIndex(of id: ObjectID) -> Int? {
    let first = id.firstByte
    return (0..<count).last { bytes[begin + $0 * ObjectID.byteCount] == first && self[$0] == id }
  }
}
