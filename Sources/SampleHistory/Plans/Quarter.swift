/// A quarter with goals, and when people wrote, judged and closed them.
struct Quarter {
  let id: String
  let name: String
  let starts: Day
  let ends: Day
  let theme: String
  let drafted: Day
  let activated: Day
  /// `nil` while the quarter is under way.
  var closed: Day?
  /// Where the teams wrote their goals, if not on the main branch.
  var planningBranch: String?
  var plans = Plans()
  var closings = Closings()
  var notes = Notes()

  static let all: [Quarter] = [autumn2025, winter2026, spring2026, summer2026, autumn2026]

  private static let autumn2025: Quarter = {
    var quarter = Quarter(
      id: "2025-q4", name: "Fourth quarter 2025", starts: Day(2025, 10, 1), ends: Day(2025, 12, 31),
      theme: "Learn to steer by hosted meetings", drafted: Day(2025, 9, 22), activated: Day(2025, 10, 1),
      closed: Day(2026, 1, 13))
    Quarter2025Q4.tell(&quarter.plans)
    Quarter2025Q4.close(&quarter.closings)
    Quarter2025Q4.note(&quarter.notes)
    return quarter
  }()

  private static let winter2026: Quarter = {
    var quarter = Quarter(
      id: "2026-q1", name: "First quarter 2026", starts: Day(2026, 1, 1), ends: Day(2026, 3, 31),
      theme: "The first meeting, without help", drafted: Day(2025, 12, 15), activated: Day(2026, 1, 5),
      closed: Day(2026, 4, 14))
    Quarter2026Q1.tell(&quarter.plans)
    Quarter2026Q1.close(&quarter.closings)
    Quarter2026Q1.note(&quarter.notes)
    return quarter
  }()

  private static let spring2026: Quarter = {
    var quarter = Quarter(
      id: "2026-q2", name: "Second quarter 2026", starts: Day(2026, 4, 1), ends: Day(2026, 6, 30),
      theme: "No team hangs on one person", drafted: Day(2026, 3, 20), activated: Day(2026, 4, 1),
      closed: Day(2026, 7, 14))
    Quarter2026Q2.tell(&quarter.plans)
    Quarter2026Q2.close(&quarter.closings)
    Quarter2026Q2.note(&quarter.notes)
    return quarter
  }()

  private static let summer2026: Quarter = {
    var quarter = Quarter(
      id: "2026-q3", name: "Third quarter 2026", starts: Day(2026, 7, 1), ends: Day(2026, 9, 30),
      theme: "One change at a time", drafted: Day(2026, 6, 22), activated: Day(2026, 7, 1), closed: Day(2026, 10, 13))
    quarter.planningBranch = "plan/2026-q3"
    Quarter2026Q3.tell(&quarter.plans)
    Quarter2026Q3.close(&quarter.closings)
    Quarter2026Q3.note(&quarter.notes)
    return quarter
  }()

  private static let autumn2026: Quarter = {
    var quarter = Quarter(
      id: "2026-q4", name: "Fourth quarter 2026", starts: Day(2026, 10, 1), ends: Day(2026, 12, 31),
      theme: "More people lead, fewer people wait", drafted: Day(2026, 9, 21), activated: Day(2026, 10, 1))
    Quarter2026Q4.tell(&quarter.plans)
    Quarter2026Q4.note(&quarter.notes)
    return quarter
  }()

  init(
    id: String, name: String, starts: Day, ends: Day, theme: String, drafted: Day, activated: Day, closed: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.starts = starts
    self.ends = ends
    self.theme = theme
    self.drafted = drafted
    self.activated = activated
    self.closed = closed
  }

  var path: String { "cycles/\(id).yaml" }
  func okrs(_ team: String) -> String { "okrs/\(id)/\(team).yaml" }
  func checkIns(_ team: String) -> String { "checkins/\(id)/\(team).yaml" }

  var draft: String {
    """
    kind: cycle
    id: \(id)
    name: \(name)
    starts: \(starts)
    ends: \(ends)
    state: draft
    theme: \(theme)

    """
  }

  /// The days on which a team checks in: every fortnight on its weekday, up to the last day of the story.
  func checkInDays(_ team: String, until last: Day) -> [Day] {
    let first = (starts + 8).next(weekday: Habits.of(team).weekday)
    return stride(from: first.number, through: min(ends, last).number, by: 14).map { Day(number: $0) }
  }
}
