package import StrategyModel

/// The complete data of a timeline: swim lanes over days.
package struct TimelinePicture: Sendable {
  /// One range of days in a lane.
  package struct Bar: Sendable {
    /// The text on it: the owner.
    package let label: String
    /// Bars of one group share a shade.
    package let group: String
    package let from: Day
    package let to: Day
    /// Whether the owner is missing.
    package let isGap: Bool
    /// The text for a tooltip or a screen reader.
    package let detail: String

    package init(label: String, group: String, from: Day, to: Day, isGap: Bool, detail: String) {
      (self.label, self.group, self.from, self.to) = (label, group, from, to)
      (self.isGap, self.detail) = (isGap, detail)
    }
  }

  package struct Lane: Sendable {
    package let name: String
    package let bars: [Bar]

    package init(name: String, bars: [Bar]) { (self.name, self.bars) = (name, bars) }
  }

  package let title: String
  package let from: Day
  package let to: Day
  package let lanes: [Lane]

  package init(title: String, from: Day, to: Day, lanes: [Lane]) {
    (self.title, self.from, self.to, self.lanes) = (title, from, to, lanes)
  }
}
