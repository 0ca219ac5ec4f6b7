import Foundation
import TestSupport

/// Bytes of trees as git writes them, then altered.
struct RawTrees {
  var random: Chance
  /// The ids of an existing empty tree and file, as bytes.
  let tree: [UInt8]
  let file: [UInt8]

  private struct Entry {
    var mode: String
    var name: [UInt8]

    var isFolder: Bool { (UInt32(mode, radix: 8) ?? 0) & 0o170000 == 0o040000 }
    var sortingName: [UInt8] { isFolder ? name + [UInt8(ascii: "/")] : name }
  }

  mutating func next() -> [UInt8] {
    var entries = (0..<Int.random(in: 0...6, using: &random)).map { _ in entry() }
    for _ in 0..<one([0, 1, 1, 2]) { entries.append(oddity(entries.first)) }
    if !happens(8) { entries.sort { $0.sortingName.lexicographicallyPrecedes($1.sortingName) } }
    if !happens(8) {
      var seen: Set<[UInt8]> = []
      entries.removeAll { !seen.insert($0.name).inserted }
    }
    var bytes = entries.flatMap { entry in
      Array(entry.mode.utf8) + [UInt8(ascii: " ")] + entry.name + [0] + (entry.isFolder ? tree : file)
    }
    if happens(12), !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(one([0, 0x20, 0x2F, 0x30, 0xFF]), at: place)
      case 2: bytes.remove(at: place)
      default: bytes += Array(repeating: 0x30, count: Int.random(in: 1...30, using: &random))
      }
    }
    return bytes
  }

  private mutating func happens(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
  private mutating func one<Thing>(_ things: [Thing]) -> Thing {
    things[Int.random(in: 0..<things.count, using: &random)]
  }

  private mutating func entry() -> Entry {
    let name = one([
      "a", "b", "a-b", "a.b", "a0", "metrics", "metrics.yaml", "northstar.yaml", "teams", "z", "Z", "\u{e9}",
    ])
    return Entry(mode: one(["100644", "100644", "100755", "40000", "120000", "160000"]), name: Array(name.utf8))
  }

  private mutating func oddity(_ other: Entry?) -> Entry {
    let modes = [
      "100644", "0100644", "100664", "040000", "40755", "0", "", "140000", "60000", "100600", "177777", "200000",
      "4100644",
      "40000100644", "0000000000100644", "100648", "10064x", "-100644", "+40000", "10 0644", "120777", "777",
    ]
    let names = [
      "", ".", "..", "...", ".git", ".GIT", ".giT", ".git.", ".git ", "git~1", "GIT~1", ".git:x", ".g\u{200c}it",
      "\u{feff}.git", ".git\\x",
      "a/b", "/", "a/", "/a", ".gitx", ".gi", "a\nb", "a\tb", " a", "a ", "\\", "con", "a:b", ".git/x", "git~2", "gi",
      "g", "GITHUB",
      ".gitignore",
    ]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Entry(mode: one(modes), name: Array(one(["a", "b", "c"]).utf8))
    case 1: return Entry(mode: "100644", name: Array(one(names).utf8))
    case 2: return Entry(mode: one(["100644", "40000"]), name: other?.name ?? [0xFF, 0xFE])
    default: return Entry(mode: one(modes), name: Array(one(names).utf8))
    }
  }
}
