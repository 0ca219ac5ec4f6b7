import Foundation
import TestSupport

/// Texts of commits as git writes them, then altered.
struct RawCommits {
  var random: Chance
  /// Of existing objects.
  let tree: String
  let others: [String]

  /// Ways in which somebody could try to make two readers disagree.
  mutating func next() -> [UInt8] {
    var lines = headers()
    for _ in 0..<one([0, 0, 1, 1, 2, 3]) { spoil(&lines) }
    var text = lines.joined(separator: "\n")
    if !happens(30) { text += "\n" }
    if !happens(30) { text += "\n" }
    text += message()
    var bytes = Array(text.utf8)
    // Latin letters, and other bytes that are not UTF-8.
    if happens(12) { bytes = bytes.map { $0 == UInt8(ascii: "~") ? 0xE9 : $0 } }
    if happens(15) { flip(&bytes) }
    return bytes
  }

  private mutating func happens(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
  private mutating func one<Thing>(_ things: [Thing]) -> Thing {
    things[Int.random(in: 0..<things.count, using: &random)]
  }

  private mutating func headers() -> [String] {
    var lines = ["tree \(tree)"]
    for _ in 0..<one([0, 1, 1, 1, 2, 3]) { lines.append("parent \(one(others))") }
    lines.append("author \(identity())")
    lines.append("committer \(identity())")
    if happens(6) { lines.append("encoding \(one(Self.encodings))") }
    if happens(8) {
      lines += ["gpgsig -----BEGIN SSH SIGNATURE-----", " U1NIU0lH", " ", " -----END SSH SIGNATURE-----"]
    }
    if happens(12) {
      lines += ["mergetag object \(one(others))", " type commit", " tag v1", " tagger A <a@b> 1 +0000", " ", " x"]
    }
    if happens(20) { lines.append("extra value") }
    return lines
  }

  private static let encodings = [
    "UTF-8", "utf8", "ISO-8859-1", "latin1", "latin-1", "windows-1252", "UTF-7", "UTF-16LE", "UTF-16", "ISO-2022-JP",
    "SHIFT_JIS",
    "EUC-JP", "GB18030", "koi8-r", "IBM037", "nonsense", "", "ISO-8859-1 ", "HZ", "CP1255", "ISO-8859-8", "BIG5",
    "ASCII//TRANSLIT",
    "iso-8859-1//IGNORE", "latin1,UTF-7",
  ]

  private mutating func identity() -> String {
    let usual =
      "\(one(["Ada Okafor", "Zoë ~", "A", "x y z"])) <\(one(["ada@h.example", "a", "a b"]))> \(date()) \(one(["+0000", "-0800", "+0530"]))"
    guard happens(10) else { return usual }
    let name = one(["Ada", "", "Ada ", " Ada", "A <b", "A> b", "A\t", "A\u{0}b", "\"A, B\"", ".A,;:", "A+Jg-"])
    let space = one([" ", " ", "", "  ", "\t"])
    let mail = one([
      "<a@b>", "<>", "<a@b", "a@b>", "< a@b >", "<a<b>", "<a>b>", "<<a@b>>", "<a@b> <c@d>", "<a\u{0}b>", "<\u{e9}@b>",
      "",
    ])
    let zone = one([
      "+0000", "-0000", "+00000", "+000", "0000", "+2500", "+9999", "UTC", "", "+0000 ", " +0000", "+0000\t",
      "-1234567",
    ])
    return "\(name)\(space)\(mail)\(one([" ", " ", "", "  "]))\(date())\(one([" ", " ", "  ", ""]))\(zone)"
  }

  private mutating func date() -> String {
    guard happens(20) else { return String(Int.random(in: 0...2_000_000_000, using: &random)) }
    return one([
      "0", "00", "01", "-1", "+1", "1e3", "0x10", "", "9223372036854775807", "9223372036854775808",
      "18446744073709551615",
      "18446744073709551616", "99999999999999999999999", "253402300799", "4102444800", "999999999999999999",
      "1000000000000000000", " 5", "5.", "5 5",
    ])
  }

  private mutating func message() -> String {
    one([
      "Change it\n", "Change it", "", "\n", "\n\nChange it\n", "Change it\n\nBody\n\nNorthstar-Decision: land\n",
      "~ \u{e9} \u{1F600}\n",
      "a\u{0}b\n", "tree \(tree)\nparent \(others[0])\n", "Change it\r\n\r\nBody\r\n", " \n\t\nx\n", "+AGE-\n",
      "x\n\n\n", "\u{1b}$B\n",
    ])
  }

  private mutating func spoil(_ lines: inout [String]) {
    guard !lines.isEmpty else { return }
    let place = Int.random(in: 0..<lines.count, using: &random)
    let other = Int.random(in: 0...lines.count, using: &random)
    switch Int.random(in: 0..<16, using: &random) {
    case 0: lines.insert(lines.remove(at: place), at: min(other, lines.count))
    case 1: lines.insert(lines[place], at: other)
    case 2: lines.remove(at: place)
    case 3: lines[place] = String(lines[place].prefix(Int.random(in: 0...lines[place].count, using: &random)))
    case 4: lines[place] = " " + lines[place]
    case 5: lines.insert(" folded", at: other)
    case 6: lines.insert("parent \(one(others))", at: other)
    case 7: lines.insert("tree \(tree)", at: other)
    case 8: lines.insert("author \(identity())", at: other)
    case 9: lines.insert("committer \(identity())", at: other)
    case 10: lines.insert("encoding \(one(Self.encodings))", at: other)
    case 11:
      lines.insert(
        one(["", "x", "x ", "gpgsig x", "Author a", "AUTHOR A <a@b> 1 +0000", "parent", "parents \(others[0])"]),
        at: other)
    case 12: lines[place] = lines[place].replacing(" ", with: one(["\t", "  ", "", "\u{a0}"]), maxReplacements: 1)
    case 13: lines[place] += one(["\r", " ", "\t", "\u{0}", "\u{0} x", "x", "0"])
    case 14: lines[place] = lines[place].uppercased()
    default:
      let half = Int.random(in: 0...lines[place].count, using: &random)
      lines[place].insert(
        contentsOf: one(["\u{0}", "\n ", "\n", "\r", ">", "<"]),
        at: lines[place].index(lines[place].startIndex, offsetBy: half))
    }
  }

  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(place...)
    default: bytes.insert(one([0, 0x0A, 0x20, 0x80, 0xFF]), at: place)
    }
  }
}
