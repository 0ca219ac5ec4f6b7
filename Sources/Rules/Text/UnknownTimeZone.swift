import Diagnostics
import StrategyModel
import StrictYAML

struct UnknownTimeZone: Rule {
  let card = Card(
    id: "NS123", name: "unknown-time-zone", severity: .error,
    summary: "The settings name a time zone that this machine does not know.",
    rationale: """
      The time zone decides on which day a change was made. Without it days are counted in UTC, and an answer about \
      ownership can be wrong by a day. Use a name of the IANA database such as Europe/Berlin; where the name is right, \
      install the machine's time zone database (Debian's package 'tzdata').
      """,
    wrong: [
      Example("northstar.yaml", replacing: "timezone: Europe/Berlin", with: "timezone: ↓Europe/Berln"),
      Example("northstar.yaml", replacing: "timezone: Europe/Berlin", with: "timezone: ↓CEST"),
    ],
    right: [Example("northstar.yaml", replacing: "timezone: Europe/Berlin", with: "timezone: America/St_Johns")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard let settings = strategy.settings, let name = settings.timezone, Zone(name.value) == nil else { return }
    report.add(
      .unknownZone(name.value), at: strategy.location(settings.file, name.range), subject: settings.subject,
      help: [.nameZone])
  }
}

extension String {
  fileprivate static let nameZone = "Use a name such as 'Europe/Berlin'; if it is right, install the package 'tzdata'."

  fileprivate static func unknownZone(_ name: String) -> String {
    "time zone '\(name.excerpt(40))' is not in this machine's time zone database"
  }
}
