extension Example {
  /// The lines of a file that differ from the small strategy's, with the lines they are nested in and their neighbours;
  /// "…" marks what is left out. A file that only the example has is shown whole.
  static func excerpt(of marked: String, path: String) -> String {
    guard let original = SmallStrategy.files[path] else { return marked }
    let known = Set(original.split(separator: "\n"))
    let lines = marked.split(separator: "\n")
    var shown: Set<Int> = []
    for line in lines.indices where !known.contains(lines[line]) {
      shown.formUnion([max(0, line - 1), line, min(line + 1, lines.count - 1)])
    }
    guard !shown.isEmpty else { return marked }
    for line in shown { shown.formUnion(parents(of: line, in: lines)) }
    return joined(lines, shown)
  }

  private static func parents(of line: Int, in lines: [Substring]) -> [Int] {
    var parents: [Int] = []
    var indentation = lines[line].indentation
    for above in (0..<line).reversed() where lines[above].indentation < indentation {
      parents.append(above)
      indentation = lines[above].indentation
    }
    return parents
  }

  /// A single line is shown rather than left out.
  private static func joined(_ lines: [Substring], _ shown: Set<Int>) -> String {
    var text = ""
    var line = 0
    while line < lines.count {
      let end = (line..<lines.count).first(where: shown.contains) ?? lines.count
      if end - line > 1 {
        text += String(repeating: " ", count: lines[line..<end].map(\.indentation).min() ?? 0) + "…\n"
      } else if end > line {
        text += lines[line] + "\n"
      }
      if end < lines.count { text += lines[end] + "\n" }
      line = end + 1
    }
    return text
  }
}

extension Substring {
  /// How many spaces it begins with.
  fileprivate var indentation: Int { prefix { $0 == " " }.count }
}
