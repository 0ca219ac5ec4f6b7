package import StrategyModel

/// Swim lanes over days, with nothing left to look up.
package struct TimelinePicture: Sendable {
  /// One stretch of a lane.
  package struct Bar: Sendable {
    /// What stands on it: the owner.
    package let label: String
    /// Bars of one group share a shade.
    package let group: String
    package let from: Day
    package let to: Day
    /// Whether the stretch lacks what it should have.
    package let isGap: Bool
    /// What is said about it when somebody points at it or has it read aloud.
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
