/// The names of files that not every system can store: where Windows finds one, git checks out nothing of the repository.
///
/// Source: Microsoft, "Naming Files, Paths, and Namespaces"; git's `is_valid_win32_path`.
package enum PortableName {
  /// Why some system cannot store a path as it is, a clause; `nil` when all can.
  package static func flaw(of path: String) -> String? {
    if isPlain(path.utf8.span) { return nil }
    var rest = path[...].utf8
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      if let flaw = flaw(ofName: rest[..<end]) { return flaw }
      guard end != rest.endIndex else { return nil }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// Whether the names consist of small letters, digits and dashes, with a dot inside at most, and do not begin like a
  /// device's: nearly all do, and every check of a strategy asks about every file.
  private static func isPlain(_ path: Span<UInt8>) -> Bool {
    guard path.count <= 255 else { return false }
    var start = 0
    for place in path.indices {
      switch path[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "/"): start = place + 1
      case UInt8(ascii: ".") where place + 1 < path.count && path[place + 1] != UInt8(ascii: "/"): break
      default: return false
      }
      guard place == start + 2 else { continue }
      switch (path[start], path[start + 1], path[place]) {
      case (UInt8(ascii: "c"), UInt8(ascii: "o"), _), (UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "n")),
        (UInt8(ascii: "a"), UInt8(ascii: "u"), UInt8(ascii: "x")), (UInt8(ascii: "n"), UInt8(ascii: "u"), _),
        (UInt8(ascii: "l"), UInt8(ascii: "p"), _):
        return false
      default: break
      }
    }
    return true
  }

  private static func flaw(ofName name: Substring.UTF8View) -> String? {
    guard let last = name.last else { return nil }
    var hasTilde = false
    for byte in name {
      if byte < 0x20 || refused.contains(byte) { return "Windows allows no '\(UnicodeScalar(byte))' in a name" }
      if byte == UInt8(ascii: "~") { hasTilde = true }
    }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      return "Windows drops the \(last == UInt8(ascii: ".") ? "dot" : "space") at the end of '\(Substring(name))'"
    }
    if isDevice(name) { return "'\(Substring(name))' is a device on Windows, and no file" }
    if hasTilde, isShort(name) { return "'\(Substring(name))' can be the short name of another file on Windows" }
    return name.count > 255 ? "no disk holds a name of more than 255 bytes" : nil
  }

  private static let refused = Array("<>:\"|?*\\".utf8)

  /// Windows ignores everything from the first dot on: `aux.yaml` is the device `AUX`.
  private static func isDevice(_ name: Substring.UTF8View) -> Bool {
    var stem = name.prefix { $0 != UInt8(ascii: ".") }
    while stem.last == UInt8(ascii: " ") { stem = stem.dropLast() }
    guard (3...7).contains(stem.count) else { return false }
    return devices.contains(Substring(stem).lowercased())
  }

  private static let devices: Set<String> = {
    let numbers = "123456789\u{B9}\u{B2}\u{B3}"
    return Set(
      ["con", "prn", "aux", "nul", "conin$", "conout$"]
        + ["com", "lpt"].flatMap { word in
          numbers.map { "\(word)\($0)" }
        })
  }()

  /// Eight letters that end in a tilde and digits, and a suffix of three: `METRIC~1`, `NORTHS~1.YAM`.
  private static func isShort(_ name: Substring.UTF8View) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count <= 8, parts.dropFirst().allSatisfy({ $0.count <= 3 }),
      let tilde = parts[0].lastIndex(of: UInt8(ascii: "~")), tilde > parts[0].startIndex
    else { return false }
    let digits = parts[0][tilde...].dropFirst()
    return !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
