/// How a team handles its goals: when it checks in, and who commits what it writes.
struct Habits {
  /// 1 is Monday.
  let weekday: Int
  let name: String
  /// Other people who sometimes commit check-ins.
  let others: [String]
  private let leads: [(from: Day, handle: String)]

  static func of(_ team: String) -> Habits {
    all.first { $0.team == team }?.habits ?? Habits(1, "Company", [], "ada")
  }

  private static let all: [(team: String, habits: Habits)] = {
    let growth = Habits(1, "Growth", ["carla"], "marta")
    let onboarding = Habits(1, "Onboarding", ["kenji"], "grace")
    let hosting = Habits(2, "Hosting", ["sofia"], "ines", then: (Day(2026, 5, 18), "tomas"))
    let rituals = Habits(3, "Rituals", ["wei"], "priya")
    let platform = Habits(4, "Platform", ["hugo"], "jonas")
    let care = Habits(5, "Care", ["mateo"], "noor")
    let revenue = Habits(1, "Revenue", [], "dylan")
    let company = Habits(1, "Company", ["ada"], "helen")
    let invites = Habits(2, "Invitations", [], "bea")
    return [
      ("growth", growth), ("onboarding", onboarding), ("hosting", hosting), ("rituals", rituals),
      ("platform", platform), ("care", care), ("revenue", revenue), ("invites", invites), ("company", company),
    ]
  }()

  private init(_ weekday: Int, _ name: String, _ others: [String], _ lead: String, then: (Day, String)? = nil) {
    self.weekday = weekday
    self.name = name
    self.others = others
    leads = [(Day(2024, 1, 1), lead)] + (then.map { [(from: $0.0, handle: $0.1)] } ?? [])
  }

  func lead(on day: Day) -> String { leads.last { $0.from <= day }?.handle ?? "ada" }
}
