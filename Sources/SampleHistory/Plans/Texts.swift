/// The goals of a quarter's teams, as YAML below `objectives:`.
struct Plans {
  private(set) var teams: [(team: String, objectives: String)] = []

  mutating func set(_ team: String, _ objectives: String) { teams.append((team, objectives)) }

  static func file(_ team: String, _ cycle: String, _ objectives: String) -> String {
    "kind: okrs\nteam: \(team)\ncycle: \(cycle)\nobjectives:\n\(objectives)\n"
  }
}

/// How a quarter ended, team by team.
///
/// A line is `<key result> [<score>]: <reason>`, `objective <id> <decision>: <reason>` or `retro: <text>`. Without a
/// score, the measured share of the way is used.
struct Closings {
  private var texts: [(team: String, closing: Closing)] = []

  mutating func set(_ team: String, _ text: String) { texts.append((team, Closing(text))) }

  subscript(team: String) -> Closing { texts.first { $0.team == team }?.closing ?? Closing("") }
}

struct Closing {
  private(set) var scores: [(keyResult: String, score: Double?, reason: String)] = []
  private(set) var outcomes: [(objective: String, decision: String, reason: String)] = []
  private(set) var retrospective = ""

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[..<colon].split(separator: " ").map(String.init)
      let rest = String(line[line.index(after: colon)...].drop { $0 == " " })
      switch words.first {
      case "retro": retrospective = rest
      case "objective" where words.count == 3: outcomes.append((words[1], words[2], rest))
      case let keyResult?: scores.append((keyResult, words.count > 1 ? Double(words[1]) : nil, rest))
      case nil: break
      }
    }
  }

  func score(_ keyResult: String) -> (keyResult: String, score: Double?, reason: String)? {
    scores.first { $0.keyResult == keyResult }
  }
}

/// What people wrote at a check-in besides the number.
///
/// A line is `<round> <key result> [<confidence>] [=<value>] [skip]: <note>`; `{value}` in it is replaced by the value.
struct Notes {
  private var all: [(team: String, note: Note)] = []

  struct Note {
    let round: Int
    let keyResult: String
    var confidence: Double?
    var value: Double?
    var isSkipped = false
    let text: String
  }

  mutating func set(_ team: String, _ text: String) {
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[..<colon].split(separator: " ").map(String.init)
      guard words.count > 1, let round = Int(words[0]) else { continue }
      let rest = String(line[line.index(after: colon)...].drop { $0 == " " })
      var note = Note(round: round, keyResult: words[1], text: rest)
      for word in words.dropFirst(2) {
        if word == "skip" {
          note.isSkipped = true
        } else if word.hasPrefix("=") {
          note.value = Double(word.dropFirst())
        } else {
          note.confidence = Double(word)
        }
      }
      all.append((team, note))
    }
  }

  func note(_ team: String, _ keyResult: String, round: Int) -> Note? {
    all.first { $0.team == team && $0.note.keyResult == keyResult && $0.note.round == round }?.note
  }

  /// The first remark of a team in a round that contains no figure.
  func first(_ team: String, round: Int) -> String? {
    all.first { $0.team == team && $0.note.round == round && !$0.note.isSkipped && !$0.note.text.contains("{") }?.note
      .text
  }

  /// The first round in which a milestone is reported as reached.
  func reached(_ team: String, _ keyResult: String) -> Int? {
    all.first { $0.team == team && $0.note.keyResult == keyResult && $0.note.value == 1 }?.note.round
  }
}
