/// What a change of a field means for the people who rely on it. Every field has one; there is no default.
package struct Consequence: Sendable {
  /// What else uses the field, beyond its kind.
  package struct Bearing: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Part of what a team promised.
    package static let commitment = Bearing(rawValue: 1 << 0)
    /// A number, or the measure, by which a promise is scored.
    package static let number = Bearing(rawValue: 1 << 1)
    /// How a promise came out.
    package static let grade = Bearing(rawValue: 1 << 2)
    /// Values before and after count different things.
    package static let definition = Bearing(rawValue: 1 << 3)
    /// Values come from elsewhere, or serve another purpose, and count the same thing.
    package static let measurement = Bearing(rawValue: 1 << 4)
    /// Where a metric should be, or must not go.
    package static let limit = Bearing(rawValue: 1 << 5)
    /// What leads where, or what can be calculated with what.
    package static let graph = Bearing(rawValue: 1 << 6)
    /// Whether something counts at all.
    package static let counting = Bearing(rawValue: 1 << 7)
    /// Names the entity or the item: another value is another thing.
    package static let identity = Bearing(rawValue: 1 << 8)
    /// Applies to a goal in one cycle only: it is not copied when the goal is carried into another.
    package static let once = Bearing(rawValue: 1 << 9)
    /// Says that a named person did or decided something: only that person can make it true.
    package static let word = Bearing(rawValue: 1 << 10)
  }

  /// Whether the field counts when it arrives with a new entity, in which everything is new.
  package enum Arrival: Sendable, Equatable {
    case never, always
    case only(String)
    case unless(String)

    package func counts(_ value: String) -> Bool {
      switch self {
      case .never: false
      case .always: true
      case .only(let word): value == word
      case .unless(let word): value != word
      }
    }
  }

  package let level: ChangeClass
  /// One clause that is true whether the value is added, changed or removed.
  package let reason: String
  package let keeper: Keeper
  package let bearing: Bearing
  package let arrival: Arrival
  /// The value that makes a change breaking, with the reason.
  package let worst: (value: String, reason: String)?
  /// Why a value that was not there before is safe; `nil` when it is not safe.
  package let fresh: String?

  /// A change that anyone may make.
  package static func safe(_ reason: String, _ bearing: Bearing = []) -> Consequence {
    Consequence(.safe, reason, .anybody, bearing, .never, nil, nil)
  }

  package static func risky(
    _ reason: String, _ keeper: Keeper, _ bearing: Bearing = [], arriving arrival: Arrival = .never,
    worst: (value: String, reason: String)? = nil, fresh: String? = nil
  ) -> Consequence {
    Consequence(.risky, reason, keeper, bearing, arrival, worst, fresh)
  }

  package static func breaking(
    _ reason: String, _ keeper: Keeper, _ bearing: Bearing = [], arriving arrival: Arrival = .never
  ) -> Consequence {
    Consequence(.breaking, reason, keeper, bearing, arrival, nil, nil)
  }

  /// The field names an entity: it never changes, since another value means another entity.
  package static func identity(_ keeper: Keeper) -> Consequence {
    .breaking("a new id makes it another entity", keeper, .identity)
  }

  private init(
    _ level: ChangeClass, _ reason: String, _ keeper: Keeper, _ bearing: Bearing, _ arrival: Arrival,
    _ worst: (value: String, reason: String)?, _ fresh: String?
  ) {
    (self.level, self.reason, self.keeper, self.bearing) = (level, reason, keeper, bearing)
    (self.arrival, self.worst, self.fresh) = (arrival, worst, fresh)
  }
}
