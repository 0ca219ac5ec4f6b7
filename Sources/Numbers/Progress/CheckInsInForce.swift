package import StrategyModel

/// A check-in in force: no later one of its key result corrects it.
package struct HeldCheckIn: Sendable, Hashable {
  /// The day that it is about: for a correction, the day that it corrects.
  package let day: Day
  package let value: Double?
  /// 0…1.
  package let confidence: Double?
  /// The position among the file's entries.
  package let entry: Int
}

/// The check-ins in force of one team in one cycle, by key result.
///
/// An entry that `corrects` a day replaces that day's entry completely; of several for the same day, the last in the
/// file is in force. Costs one pass over the entries.
package struct CheckInsInForce: Sendable {
  private var slots: [String: Int] = [:]
  private var held: [[HeldCheckIn]] = []

  package init() {}

  /// - Parameter day: ignores entries written later.
  package init(_ entries: [CheckIn], until day: Day) {
    var next = 0
    var names: [String] = []
    for i in entries.indices {
      guard let id = entries[i].keyResult?.value, let on = entries[i].on?.value, on <= day else { continue }
      // Teams usually check in their key results in the same order, so the next name is mostly the expected one.
      let slot = next < names.count && names[next] == id ? next : slot(of: id, &names)
      next = slot + 1 < names.count ? slot + 1 : 0
      add(entries, i, on, slot)
    }
    for slot in held.indices where !held[slot].isInOrder { held[slot].order() }
  }

  /// Oldest first, one for each day.
  package subscript(keyResult: String) -> [HeldCheckIn] { slots[keyResult].map { held[$0] } ?? [] }

  private mutating func slot(of id: String, _ names: inout [String]) -> Int {
    if let known = slots[id] { return known }
    slots[id] = held.count
    names.append(id)
    held.append([])
    return held.count - 1
  }

  private mutating func add(_ entries: [CheckIn], _ i: Int, _ on: Day, _ slot: Int) {
    var day = on
    if let corrects = entries[i].corrects?.value {
      day = corrects
      // A correction can itself be corrected, by the day on which it was written.
      let place =
        held[slot].lastIndex { $0.day == corrects } ?? held[slot].lastIndex { entries[$0.entry].on?.value == corrects }
      if let place { day = held[slot].remove(at: place).day }
    }
    held[slot].append(
      HeldCheckIn(
        day: day, value: entries[i].value?.value, confidence: entries[i].confidence?.value.value, entry: i))
  }
}

extension [HeldCheckIn] {
  /// Whether the days are strictly ascending.
  fileprivate var isInOrder: Bool {
    for i in indices.dropFirst() where self[i].day <= self[i - 1].day { return false }
    return true
  }

  /// Sorts by day, and keeps the last entry in the file for each day.
  fileprivate mutating func order() {
    sort { ($0.day, $0.entry) < ($1.day, $1.entry) }
    var kept: [HeldCheckIn] = []
    for checkIn in self {
      if kept.last?.day == checkIn.day { kept.removeLast() }
      kept.append(checkIn)
    }
    self = kept
  }
}
