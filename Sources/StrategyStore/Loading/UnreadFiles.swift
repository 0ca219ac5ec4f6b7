import Diagnostics
import Presentation
import StrategyModel
import StrictYAML

extension Strategy {
  /// The files that could not be read in full, one clause each: an answer may be incomplete.
  package var unread: [String] {
    let files = faultyFiles.map { self.files[$0] }.filter(\.isDamaged).map { "\($0.path.visible) \($0.damage)" }
    let sheets = readings.sheets.filter { !$0.faults.isEmpty }.map { "\($0.path.visible) \($0.damage)" }
    return UnreadFiles.few(files) + UnreadFiles.few(sheets)
  }
}

private enum UnreadFiles {
  private static let most = 5

  /// The first ones, and how many more there are.
  static func few(_ files: [String]) -> [String] {
    let left = files.count - most
    return left <= 1 ? files : files.prefix(most) + ["\(counted(left, "more file")) cannot be read in full"]
  }
}

extension StrategyFile {
  fileprivate var damage: String {
    if syntaxFaults.contains(where: { $0.kind == .conflict || $0.kind == .conflictMarker }) {
      return "cannot be read as it is: it contains a merge conflict, of which one side is used"
    }
    return switch problem {
    case .unreadable(let reason), .notAFile(let reason): "cannot be read: \(reason.visible)"
    default: "cannot be read in full"
    }
  }
}

extension ReadingsFile {
  fileprivate var damage: String {
    switch faults.first?.kind {
    case _ where faults.contains { $0.kind == .conflict }:
      "cannot be read as it is: it contains a merge conflict, and values of both sides are counted"
    case .pointer: "cannot be read: it is a Git LFS pointer whose content is missing"
    case .unreadable(let reason): "cannot be read: \(reason.visible)"
    case .header: "cannot be read: its first line is not a header of readings"
    default: "cannot be read in full: \(counted(faults.count, "row")) left out"
    }
  }
}
