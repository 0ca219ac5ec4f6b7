import Git
import Presentation

/// The sums of a pack's files, as sha256sum(1) writes and checks them.
enum PackSums {
  static func text(_ files: [PackFile: [UInt8]]) -> [UInt8] {
    let lines = PackFile.summed.compactMap { file in
      files[file].map { "\(SHA256.hex(of: $0))  \(file.rawValue)\n" }
    }
    return Array(lines.joined().utf8)
  }

  /// The problems: malformed lines, files without a checksum, wrong checksums.
  static func differences(in text: [UInt8], _ files: [PackFile: [UInt8]]) -> [String] {
    var differences: [String] = []
    var summed: Set<PackFile> = []
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.popLast()?.isEmpty != true { differences.append("SHA256SUMS: its last line has no line end") }
    for (number, line) in zip(1..., lines) {
      let place = "SHA256SUMS:\(number)"
      guard let (sum, name) = parse(line) else {
        differences.append("\(place): the line is malformed")
        continue
      }
      guard let file = PackFile(rawValue: name), file != .sums else {
        differences.append("\(place): '\(name.visible)' is not a file of a pack")
        continue
      }
      if !summed.insert(file).inserted { differences.append("\(place): '\(name)' has two checksums") }
      if let bytes = files[file], SHA256.hex(of: bytes) != sum {
        differences.append("\(name): its SHA-256 is not the one in \(place)")
      }
    }
    let forgotten = PackFile.summed.filter { !summed.contains($0) }
    return differences + forgotten.map { "\($0.rawValue): SHA256SUMS has no checksum for it" }
  }

  /// 64 lower-case digits, two spaces, a name.
  private static func parse(_ line: ArraySlice<UInt8>) -> (sum: String, name: String)? {
    let sum = line.prefix(2 * SHA256.byteCount)
    let isSum =
      sum.count == 2 * SHA256.byteCount
      && sum.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
      }
    let rest = line.dropFirst(2 * SHA256.byteCount)
    guard isSum, rest.starts(with: "  ".utf8), rest.count > 2 else { return nil }
    return (String(decoding: sum, as: UTF8.self), String(decoding: rest.dropFirst(2), as: UTF8.self))
  }
}
