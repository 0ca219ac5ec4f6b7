/// A key result as its file currently describes it.
struct Goal {
  let id: String
  let ambition: String
  private let fields: [(name: String, value: String)]

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
  func number(_ name: String) -> Double? { self[name].flatMap { Double($0) } }

  /// The key results of a file in our canonical format: two spaces a level, one field a line.
  static func all(in text: String) -> [Goal] {
    var goals: [Goal] = []
    var ambition = ""
    var current: (id: String, fields: [(name: String, value: String)])?
    for line in (text + "end\n").split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count
      if depth < 8, let found = current {
        goals.append(Goal(id: found.id, ambition: ambition, fields: found.fields))
        current = nil
      }
      if line.hasPrefix("    ambition: ") { ambition = String(line.dropFirst(14)) }
      if line.hasPrefix("      - id: ") { current = (String(line.dropFirst(12)), []) }
      if depth == 8, let colon = line.firstIndex(of: ":") {
        let value = line[colon...].dropFirst().drop { $0 == " " }
        current?.fields.append((String(line[..<colon].dropFirst(8)), String(value)))
      }
    }
    return goals
  }

  /// How far the value has come, possibly below 0 or above 1; for a band 1 inside and 0 outside.
  func progress(_ value: Double) -> Double {
    if self["type"] == "maintain" {
      return value >= (number("lower") ?? value) && value <= (number("upper") ?? value) ? 1 : 0
    }
    guard let baseline = number("baseline"), let target = number("target"), target != baseline else { return value }
    return (value - baseline) / (target - baseline)
  }
}
