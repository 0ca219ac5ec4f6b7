/// Everything that happens, in any order; `history()` sorts it by date.
struct Story {
  private var events: [Event] = []

  typealias Edit = (inout Files) throws -> Void

  private struct Event {
    let at: Moment
    let order: Int
    let branch: String
    let action: Action
  }

  private enum Action {
    case begin(from: String)
    case tag(String, tagger: String, message: String)
    /// The edit receives the commit before, which a decision quotes as the one that was judged.
    case commit(author: String, message: String, merging: Joined?, (inout Files, _ judged: String) throws -> Void)
  }

  /// A branch that ends in a commit: with its changes, or only with its record if they were rejected.
  enum Joined {
    case taking(String)
    case turningDown(String)

    fileprivate var branch: String {
      switch self {
      case .taking(let branch), .turningDown(let branch): branch
      }
    }
  }

  /// - Parameters:
  ///   - when: local time of the author, `2026-01-05 09:41`.
  ///   - joined: a branch that ends here.
  mutating func commit(
    _ when: String, _ who: String, _ subject: String, _ body: String = "", trailers: String = "",
    on branch: String = "main", merging joined: Joined? = nil, _ edit: @escaping Edit
  ) throws {
    try add(when, who, subject, body, trailers, branch, joined) { files, _ in try edit(&files) }
  }

  /// A commit that writes a decision's record to `path`, where `{judged}` is replaced by the commit that was judged.
  mutating func decide(
    _ when: String, _ who: String, _ subject: String, _ body: String, trailers: String,
    record path: String, _ text: String, merging joined: Joined? = nil, also edit: @escaping Edit = { _ in }
  ) throws {
    try add(when, who, subject, body, trailers, "main", joined) { files, judged in
      files.write(path, text.replacing("{judged}", with: judged))
      try edit(&files)
    }
  }

  /// A branch leaves the main line.
  mutating func begin(_ branch: String, _ when: String, _ who: String) throws {
    let (person, at) = try clock(when, who, branch)
    events.append(Event(at: at, order: events.count, branch: branch, action: .begin(from: "main")))
    try person.mustBeHere(on: try day(when))
  }

  /// A tag on a branch's current commit.
  mutating func tag(_ name: String, _ when: String, _ who: String, _ message: String) throws {
    let (person, at) = try clock(when, who, name)
    let tagger = "\(person.name) <\(person.mail(on: try day(when)))> \(at.raw)"
    let action = Action.tag(name, tagger: tagger, message: message + "\n")
    events.append(Event(at: at, order: events.count, branch: "main", action: action))
  }

  private mutating func add(
    _ when: String, _ who: String, _ subject: String, _ body: String, _ trailers: String, _ branch: String,
    _ joined: Joined?, _ edit: @escaping (inout Files, String) throws -> Void
  ) throws {
    let (person, at) = try clock(when, who, subject)
    let on = try day(when)
    try person.mustBeHere(on: on)
    let text = body.contains("\n") ? body : wrapped(body)
    let paragraphs = [subject, text, trailers].filter { !$0.isEmpty }
    let message = paragraphs.joined(separator: "\n\n") + "\n"
    let author = "\(person.name) <\(person.mail(on: on))> \(at.raw)"
    let action = Action.commit(author: author, message: message, merging: joined, edit)
    events.append(Event(at: at, order: events.count, branch: branch, action: action))
  }

  private func day(_ when: String) throws -> Day {
    guard let day = Day(when.prefix(10)) else { throw StoryFault("'\(when)' is not a time") }
    guard day.weekday <= 5 else { throw StoryFault("nobody works on \(when), a weekend") }
    return day
  }

  private func clock(_ when: String, _ who: String, _ seed: String) throws -> (Person, Moment) {
    let person = try People.named(who)
    let time = when.dropFirst(11).split(separator: ":").compactMap { Int($0) }
    guard time.count == 2 else { throw StoryFault("'\(when)' is not a time") }
    var chance = Chance(when + seed)
    let second = chance.below(60)
    return (person, Moment(try day(when), minute: time[0] * 60 + time[1], second: second, in: person.zone))
  }

  func history() throws -> History {
    var history = History()
    for event in events.sorted(by: { ($0.at.seconds, $0.order) < ($1.at.seconds, $1.order) }) {
      switch event.action {
      case .begin(let base): try history.begin(event.branch, from: base)
      case .tag(let name, let tagger, let message):
        try history.tag(name, event.branch, tagger: tagger, message: message)
      case .commit(let author, let message, let joined, let edit):
        do {
          try Story.add(to: &history, event.branch, author, message, joined, edit)
        } catch let fault as StoryFault {
          throw StoryFault("\(author): \(message.prefix { $0 != "\n" }): \(fault.message)")
        }
      }
    }
    return history
  }

  private static func add(
    to history: inout History, _ branch: String, _ author: String, _ message: String, _ joined: Joined?,
    _ edit: (inout Files, String) throws -> Void
  ) throws {
    let before = history.tip(of: branch)
    var files = before?.files ?? Files()
    if case .taking(let other) = joined, let tip = history.tip(of: other) {
      try files.merge(tip.files, leftAt: history.fork(of: other).files)
    }
    let judged = before?.name.hex ?? ""
    try edit(&files, judged)
    guard !files.changes(since: before?.files ?? Files()).isEmpty || joined != nil else {
      throw StoryFault("the commit changes nothing")
    }
    try history.add(
      files, to: branch, merging: joined?.branch, author: author, message: message.replacing("{judged}", with: judged))
  }
}
