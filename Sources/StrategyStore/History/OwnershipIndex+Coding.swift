import Git
import History
import StrategyModel
import StrictYAML

// A repeated text is stored as a number, its index in a table before it. An absent text is the number after the last.

extension CacheWriter {
  mutating func add(_ records: OwnershipRecords) {
    let metrics = records.states.sorted { $0.key < $1.key }
    var names = Names()
    for (_, states) in metrics {
      for state in states { names.insert(state.record.team, state.record.person) }
    }
    add(names.texts)
    add(UInt32(clamping: metrics.count))
    for (metric, states) in metrics {
      add(metric)
      add(UInt32(clamping: states.count))
      for state in states { add(state, names) }
    }
    add(UInt32(clamping: records.teamChanges.count))
    for change in records.teamChanges {
      add(UInt32(clamping: change.ordinal))
      for id in [change.old, change.new] { add([id].compactMap(\.self)) }
      add(change.formers)
    }
    add(UInt32(clamping: records.departures.count))
    for departure in records.departures {
      add(UInt32(clamping: departure.ordinal))
      add(departure.person)
      add(departure.left)
      add(departure.isRemoved ? 1 : 0 as UInt32)
    }
    add(UInt32(clamping: records.duplicates.count))
    for stretch in records.duplicates {
      add(stretch.path)
      add(stretch.version)
      add(UInt32(clamping: stretch.from))
      add(stretch.to.map { UInt32(clamping: $0) } ?? UInt32.max)
    }
  }

  private mutating func add(_ day: Day?) {
    add(day.map { UInt32(bitPattern: Int32(clamping: $0.number)) } ?? noDay)
  }

  private mutating func add(_ state: OwnershipRecords.State, _ names: Names) {
    add(UInt32(clamping: state.ordinal))
    add(names[state.record.team])
    add(names[state.record.person])
    add(state.record.since)
    add((state.record.isInUse ? 1 : 0) | (state.record.isInput ? 2 : 0) as UInt32)
  }

  mutating func add(_ broken: [BrokenStretch]) {
    add(UInt32(clamping: broken.count))
    for stretch in broken {
      add(stretch.path)
      add(stretch.reason)
      add(UInt32(clamping: stretch.from))
      add(stretch.to.map { UInt32(clamping: $0) } ?? UInt32.max)
    }
  }

  mutating func add(_ files: [String: EntityVersion]) {
    add(UInt32(clamping: files.count))
    for (path, version) in files.sorted(by: { $0.key < $1.key }) {
      add(path)
      add(version)
    }
  }

  private mutating func add(_ version: EntityVersion) {
    add(version.key.kind.rawValue)
    add(version.key.id)
    add(UInt32(clamping: version.leaves.count))
    for leaf in version.leaves {
      add(leaf.path)
      add(leaf.value)
      add(leaf.range.lower)
      add(leaf.range.upper)
    }
  }
}

/// Means "no day"; no calendar has it.
private let noDay = UInt32(bitPattern: Int32.min)

/// Texts and their numbers.
private struct Names {
  private(set) var texts: [String] = []
  private var numbers: [String: UInt32] = [:]

  mutating func insert(_ some: String?...) {
    for case let text? in some where numbers[text] == nil {
      numbers[text] = UInt32(clamping: texts.count)
      texts.append(text)
    }
  }

  subscript(text: String?) -> UInt32 { text.flatMap { numbers[$0] } ?? UInt32(clamping: texts.count) }
}

// Every result is `nil` where the bytes are invalid.
extension CacheReader {
  /// - Parameters:
  ///   - count: the number of commits; every position must be below it.
  ///   - only: the requested metric (default: all).
  mutating func records(before count: Int, only: String?) -> OwnershipRecords? {
    guard let names = texts(), let metrics = self.count() else { return nil }
    let table = names.map(String?.some) + [nil]
    var records = OwnershipRecords()
    records.states.reserveCapacity(metrics)
    for _ in 0..<metrics {
      guard let metric = text(), let number = self.count(of: 20) else { return nil }
      if let only, metric != only {
        skip(20 * number)
        continue
      }
      var states: [OwnershipRecords.State] = []
      states.reserveCapacity(number)
      for _ in 0..<number {
        guard let state = state(table), state.ordinal < count else { return nil }
        states.append(state)
      }
      records.states[metric] = states
    }
    guard let changes = self.count() else { return nil }
    for _ in 0..<changes {
      guard let ordinal = word(), let old = texts(), let new = texts(), let formers = texts() else { return nil }
      records.teamChanges.append(
        OwnershipRecords.TeamChange(ordinal: Int(ordinal), old: old.first, new: new.first, formers: formers))
    }
    guard let departures = departures(before: count), let duplicates = duplicates(before: count) else { return nil }
    records.departures = departures
    records.duplicates = duplicates
    return records
  }

  private mutating func departures(before count: Int) -> [OwnershipRecords.Departure]? {
    guard let number = self.count() else { return nil }
    var departures: [OwnershipRecords.Departure] = []
    for _ in 0..<number {
      guard let ordinal = word(), let person = text(), let left = word(), let isRemoved = word(), ordinal < count
      else { return nil }
      departures.append(
        OwnershipRecords.Departure(
          ordinal: Int(ordinal), person: person, left: CacheReader.day(left), isRemoved: isRemoved == 1))
    }
    return departures
  }

  private mutating func duplicates(before count: Int) -> [DuplicateStretch]? {
    guard let number = self.count() else { return nil }
    var stretches: [DuplicateStretch] = []
    for _ in 0..<number {
      guard let path = text(), let version = version(), let from = word(), let to = word(), from < count,
        to < count || to == UInt32.max
      else { return nil }
      let end = to == UInt32.max ? nil : Int(to)
      stretches.append(
        DuplicateStretch(key: version.key, path: path, version: version, from: Int(from), to: end))
    }
    return stretches
  }

  private static func day(_ word: UInt32) -> Day? { word == noDay ? nil : Day(number: Int(Int32(bitPattern: word))) }

  private mutating func state(_ names: [String?]) -> OwnershipRecords.State? {
    guard let ordinal = word(), let team = word(), let person = word(), let since = word(), let flags = word(),
      team < names.count, person < names.count
    else { return nil }
    let record = OwnerRecord(
      team: names[Int(team)], person: names[Int(person)], since: CacheReader.day(since), isInUse: flags & 1 == 1,
      isInput: flags & 2 == 2)
    return OwnershipRecords.State(ordinal: Int(ordinal), record: record)
  }

  mutating func brokenStretches(before count: Int) -> [BrokenStretch]? {
    guard let number = self.count() else { return nil }
    var stretches: [BrokenStretch] = []
    for _ in 0..<number {
      guard let path = text(), let reason = text(), let from = word(), let to = word(), from < count,
        to < count || to == UInt32.max
      else { return nil }
      let end = to == UInt32.max ? nil : Int(to)
      stretches.append(BrokenStretch(path: path, reason: reason, from: Int(from), to: end))
    }
    return stretches
  }

  /// The content of files, by path.
  func entities() -> [String: EntityVersion]? {
    var reader = self
    guard let count = reader.count() else { return nil }
    var files: [String: EntityVersion] = [:]
    for _ in 0..<count {
      guard let path = reader.text(), let version = reader.version() else { return nil }
      files[path] = version
    }
    return files
  }

  private mutating func version() -> EntityVersion? {
    guard let kind = text().flatMap({ Kind(rawValue: $0) }), let id = text(), let count = count(of: 16) else {
      return nil
    }
    var leaves: [Leaf] = []
    for _ in 0..<count {
      guard let path = text(), let value = text(), let lower = word(), let upper = word() else { return nil }
      leaves.append(Leaf(path: path, value: value, range: ByteRange(lower, upper)))
    }
    return EntityVersion(key: EntityKey(kind, id), leaves: leaves)
  }
}
