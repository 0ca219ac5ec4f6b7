internal import CLibGit2
internal import Glibc

/// A file of sections in the user's cache folder. Damage is detected, so that the file can be made again.
///
/// The format's name comes first, then the number of sections, then each one's length and checksum. Numbers are
/// little-endian. Checksums find damage, not malice: a file that anyone but the user may have written is not used.
package struct CacheFile {
  private let bytes: [UInt8]
  private var sections: [(range: Range<Int>, checksum: UInt64)] = []

  /// `nil` when the user has no such file, when it has another format, or when its beginning is damaged.
  package init?(at path: String, format: String) {
    guard Disk.belongsToUser(path) else { return nil }
    // The file and what is made of it are read at once.
    northstar_grow_heaps_in_large_steps()
    northstar_prefer_large_pages()
    guard let bytes = try? DiskFile.read(path) else { return nil }
    self.bytes = bytes
    var reader = CacheReader(bytes, 0..<bytes.count)
    guard reader.text() == format, let count = reader.count(of: 16) else { return nil }
    var lengths: [(length: UInt64, checksum: UInt64)] = []
    for _ in 0..<count {
      guard let length = reader.long(), let checksum = reader.long() else { return nil }
      lengths.append((length, checksum))
    }
    let end = reader.place
    guard reader.long() == bytes.checksum(of: 0..<end) else { return nil }
    var place = reader.place
    for (length, checksum) in lengths {
      guard length <= bytes.count - place else { return nil }
      sections.append((place..<place + Int(length), checksum))
      place += Int(length)
    }
  }

  /// `nil` when the section is missing or damaged.
  package func section(_ number: Int) -> CacheReader? {
    guard sections.indices.contains(number) else { return nil }
    let (range, checksum) = sections[number]
    return bytes.checksum(of: range) == checksum ? CacheReader(bytes, range) : nil
  }

  /// Replaces an older file with the sections, in one step. If nothing can be written, there is simply no cache.
  ///
  /// - Parameter folder: created for the user alone when it is missing.
  package static func write(_ sections: [CacheWriter], to name: String, in folder: String, format: String) {
    var head = CacheWriter()
    head.add(format)
    head.add(UInt32(clamping: sections.count))
    for section in sections {
      head.add(UInt64(section.bytes.count))
      head.add(section.bytes.checksum(of: section.bytes.indices))
    }
    head.add(head.bytes.checksum(of: head.bytes.indices))
    if let above = Paths.parent(folder) { _ = unsafe mkdir(above, 0o700) }
    _ = unsafe mkdir(folder, 0o700)
    // Each writer uses a file of its own.
    let staged = "\(folder)/\(name).\(getpid())"
    do {
      try DiskFile.write([head.bytes] + sections.map(\.bytes), to: staged, mode: 0o600)
      try replaceFile(at: "\(folder)/\(name)", with: staged)
    } catch {
      _ = unsafe unlink(staged)
    }
  }
}

/// Reads a section from its beginning; every answer is `nil` where the bytes end.
package struct CacheReader {
  private let bytes: [UInt8]
  private let end: Int
  fileprivate var place: Int

  fileprivate init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
  }

  package mutating func word() -> UInt32? {
    guard place + 4 <= end else { return nil }
    defer { place += 4 }
    let word = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
    return UInt32(littleEndian: word)
  }

  package mutating func long() -> UInt64? {
    guard let low = word(), let high = word() else { return nil }
    return UInt64(high) << 32 | UInt64(low)
  }

  /// A count of things that take at least `size` bytes each.
  package mutating func count(of size: Int = 1) -> Int? {
    guard let count = word(), Int(count) <= (end - place) / size else { return nil }
    return Int(count)
  }

  package mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  package mutating func texts() -> [String]? {
    guard let count = count(of: 4) else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }

  package mutating func times() -> [Int64]? {
    guard let count = count(of: 8) else { return nil }
    defer { place += 8 * count }
    return unsafe [Int64](unsafeUninitializedCapacity: count) { times, initialized in
      unsafe bytes.withUnsafeBytes { bytes in
        for position in 0..<count {
          let time = unsafe bytes.loadUnaligned(fromByteOffset: place + 8 * position, as: Int64.self)
          unsafe times.initializeElement(at: position, to: Int64(littleEndian: time))
        }
      }
      initialized = count
    }
  }

  /// Skips bytes that must exist.
  package mutating func skip(_ count: Int) { place += Swift.min(Swift.max(count, 0), end - place) }

  package mutating func objectIDs() -> ObjectIDs? {
    guard let count = count(of: ObjectID.byteCount) else { return nil }
    defer { place += ObjectID.byteCount * count }
    return ObjectIDs(bytes, from: place, count: count)
  }
}

/// Puts a section together.
package struct CacheWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ number: UInt32) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func add(_ number: UInt64) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func add(_ text: String) {
    add(UInt32(clamping: text.utf8.count))
    bytes += Array(text.utf8)
  }

  package mutating func add(_ texts: [String]) {
    add(UInt32(clamping: texts.count))
    for text in texts { add(text) }
  }

  package mutating func add(_ times: [Int64]) {
    add(UInt32(clamping: times.count))
    for time in times { add(UInt64(bitPattern: time)) }
  }

  package mutating func add(_ ids: ObjectIDs) {
    add(UInt32(clamping: ids.count))
    bytes += ids.slice
  }
}

extension [UInt8] {
  /// Any single word that differs gives another sum: each step maps a lane's sums one to one. Four lanes keep the
  /// processor busy.
  fileprivate func checksum(of range: Range<Int>) -> UInt64 {
    let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
    return unsafe withUnsafeBytes { bytes in
      func word(_ place: Int) -> UInt64 {
        unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      var (a, b, c, d) = (UInt64(range.count), UInt64(1), UInt64(2), UInt64(3))
      var place = range.lowerBound
      while place + 32 <= range.upperBound {
        a = (a ^ word(place)) &* factor
        b = (b ^ word(place + 8)) &* factor
        c = (c ^ word(place + 16)) &* factor
        d = (d ^ word(place + 24)) &* factor
        place += 32
      }
      while place < range.upperBound {
        a = unsafe (a ^ UInt64(bytes[place])) &* factor
        place += 1
      }
      return [b, c, d].reduce(a) { ($0 ^ $1) &* factor }
    }
  }
}
