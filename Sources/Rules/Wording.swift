import Diagnostics
import StrategyModel
import StrictYAML

extension String {
  /// "Did you mean 'a' or 'b'?"
  static func didYouMean(_ names: [String]) -> String {
    "Did you mean \(oneOf(names))?"
  }

  /// "'a', 'b' or 'c'"
  static func oneOf(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The text on one line and at most `limit` characters long, for a message that quotes it.
  func excerpt(_ limit: Int) -> String {
    var shown = ""
    for scalar in unicodeScalars.prefix(limit) {
      shown.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return unicodeScalars.count > limit ? shown + "…" : shown
  }

  /// "'a', 'b' and 'c'"
  static func allOf(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "1 objective", "3 objectives"
  static func counted(_ count: Int, _ noun: String) -> String {
    Diagnostics.counted(count, noun)
  }
}

extension Fix {
  /// Writes a word in place of a scalar.
  static func replace(_ range: ByteRange, with word: String, _ safety: Safety) -> Fix {
    Fix("write '\(word)'", safety, [TextEdit(range: range, replacement: Array(word.utf8))])
  }
}

extension Kind {
  /// The kind in a message, without an article.
  var word: String {
    switch self {
    case .okrs: "OKRs"
    case .checkins: "check-ins"
    case .strategy: "strategy"
    default: rawValue
    }
  }

  /// Where the entity's file belongs, below the strategy's folder.
  func path(of id: String) -> String {
    folder.map { "\($0)/\(id).yaml" } ?? "northstar.yaml"
  }
}

extension StrategyFile {
  /// How waivers and diagnostics name what this file describes.
  var subject: String {
    guard let kind, let id = id?.value ?? expectedID else { return path }
    return "\(kind.rawValue)/\(id)"
  }
}

extension Strategy {
  /// The first line of a file, where a fault of the whole file is shown.
  func start(of file: FileIndex) -> Location {
    location(file, files.indices.contains(Int(file.value)) ? files[Int(file.value)].start : ByteRange(at: 0))
  }
}
