import Rules
import TestSupport

/// Typing errors in a file's field names and words.
enum Slips {
  /// The names of fields in the small strategy: what they say must stay.
  static let names: Set<String> = Set(
    SmallStrategy.files.values.flatMap { text in
      text.matches(of: /(?:^|\n)[ -]*([a-z_]+):/).map { String($0.1) }
    })

  /// A file with one to three slips.
  static func made(in text: String, _ chance: inout Chance) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...chance.below(3) {
      let place = chance.below(lines.count)
      guard let found = try? /^([ -]*)("?)([A-Za-z_]+)("?): ?(.*)$/.wholeMatch(in: lines[place]) else { continue }
      let name = String(found.3)
      let isOfName = chance.happens(60) || found.5.contains(" ") || found.5.isEmpty
      // What another reader reads differently is tested by another law.
      guard name != "kind" || !isOfName else { continue }
      let quote = chance.happens(10) ? "\"" : ""
      if isOfName {
        lines[place] = "\(found.1)\(quote)\(slip(name, &chance))\(quote):" + (found.5.isEmpty ? "" : " \(found.5)")
      } else {
        lines[place] = "\(found.1)\(found.2)\(name)\(found.4): \(quote)\(spelt(String(found.5), &chance))\(quote)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func slip(_ name: String, _ chance: inout Chance) -> String {
    var letters = Array(name)
    let place = chance.below(letters.count)
    switch chance.below(6) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(chance.one(of: Array("aeirstnx_")), at: place)
    case 2: letters[place] = chance.one(of: Array("aeirstnx_"))
    case 3 where place > 0: letters.swapAt(place, place - 1)
    case 4: letters.append("s")
    case 5: return chance.one(of: names.sorted())
    default: letters[0] = Character(letters[0].uppercased())
    }
    return letters.isEmpty ? "x" : String(letters)
  }

  private static func spelt(_ word: String, _ chance: inout Chance) -> String {
    switch chance.below(4) {
    case 0: word.uppercased()
    case 1: word.prefix(1).uppercased() + word.dropFirst()
    case 2: word.replacing("-", with: "_")
    default: word + "s"
    }
  }
}
