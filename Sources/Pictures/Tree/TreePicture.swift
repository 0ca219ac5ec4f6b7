/// The complete data of a metric tree picture: boxes and the arrows between them.
package struct TreePicture: Sendable {
  /// A metric, or an objective that aims at one.
  package struct Node: Sendable, Hashable {
    package enum Role: String, Sendable, CaseIterable {
      case northStar = "north star"
      case input, driver, guardrail, result
      /// A metric whose file does not give its role.
      case metric
      case objective
    }

    /// The id in files: `activation-rate`, `2026-q1/onboarding/first-meeting-obvious`.
    package var id: String
    package var label: String
    package var role: Role
    /// In addition to the role: an input's dimension, a guardrail's limits, an objective's cycle.
    package var detail: String?
    /// Team and person: "Onboarding, Ada Okafor".
    package var owner: String?
    /// A lifecycle that is worth mentioning: "draft", "deprecated".
    package var state: String?
    /// `nil` when nothing was measured, or when values are not shown.
    package var measured: Measured?

    package init(
      id: String, label: String, role: Role, detail: String? = nil, owner: String? = nil, state: String? = nil,
      measured: Measured? = nil
    ) {
      self.id = id
      self.label = label
      self.role = role
      self.detail = detail
      self.owner = owner
      self.state = state
      self.measured = measured
    }
  }

  /// An arrow upwards, between positions in `nodes`.
  package struct Edge: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case component
      case influence(Sign)
      case segment
      case guards
      /// An objective aims at a metric.
      case aims
      /// An objective makes work on a metric possible.
      case supports

      package enum Sign: Sendable, Hashable {
        case positive, negative, unknown
      }
    }

    package var lower: Int
    package var upper: Int
    package var kind: Kind

    package init(from lower: Int, to upper: Int, _ kind: Kind) {
      self.lower = lower
      self.upper = upper
      self.kind = kind
    }
  }

  /// The strategy's product.
  package var title: String
  package private(set) var nodes: [Node]
  package private(set) var edges: [Edge]
  /// What could not be read of the strategy, and so may be missing from the picture.
  package var notes: [String] = []

  /// Drops edges whose ends are not both among the nodes.
  package init(title: String, nodes: [Node], edges: [Edge]) {
    self.title = title
    self.nodes = nodes
    self.edges = edges.filter { nodes.indices.contains($0.lower) && nodes.indices.contains($0.upper) }
  }
}

extension TreePicture {
  var showsValues: Bool { nodes.contains { $0.measured != nil } }
}

extension TreePicture.Node {
  /// "input, efficiency"
  var caption: String { ([role.rawValue] + [detail, state].compactMap(\.self)).joined(separator: ", ") }

  /// The text below the name when there is room for all of it.
  var details: [String] { [caption] + [owner].compactMap(\.self) + (measured?.words ?? []) }
}

extension TreePicture.Edge.Kind {
  /// How the lower end moves the upper one: "component", "influence +".
  var caption: String {
    switch self {
    case .component: "component"
    case .influence(.positive): "influence +"
    case .influence(.negative): "influence −"
    case .influence(.unknown): "influence"
    case .segment: "segment"
    case .guards: "guards"
    case .aims: "aims at"
    case .supports: "supports"
    }
  }
}
