package import Diagnostics
package import StrictYAML

/// A strategy as its files describe it, together with the faults of single files.
package struct Strategy: Sendable {
  /// The strategy's folder in the repository, "" at its top.
  package let folder: String
  package let files: [StrategyFile]
  package private(set) var settingsFiles = Table<StrategySettings>()
  package private(set) var metrics = Table<Metric>()
  package private(set) var people = Table<Person>()
  package private(set) var teams = Table<Team>()
  package private(set) var cycles = Table<Cycle>()
  package private(set) var okrs = Table<TeamOKRs>()
  package private(set) var checkIns = Table<TeamCheckIns>()
  package private(set) var initiatives = Table<Initiative>()
  package private(set) var workshops = Table<Workshop>()
  package private(set) var proposals = Table<Proposal>()
  package private(set) var reviews = Table<Review>()
  package private(set) var waivers = Table<Waiver>()
  package private(set) var graph = MetricGraph()
  /// The objectives that still bind.
  package private(set) var commitments = CommittedObjectives()
  /// The files with faults of their own, as indices of `files`.
  package private(set) var faultyFiles: [Int] = []
  /// Ids, by kind, that damaged files presumably describe, so that an entity that merely could not be read is not
  /// unknown.
  package private(set) var presumed: [Kind: Set<String>] = [:]
  /// The measured values; empty if they were not loaded.
  package var readings = Readings()
  /// OKRs as they were when their cycles began, by their current ids; empty if they were not loaded.
  package var promised: [String: TeamOKRs] = [:]

  /// - Parameter files: in any order; of two duplicates, the one with the lesser path comes first.
  package init(folder: String, files: [StrategyFile]) {
    let files = files.sortedByPath
    self.folder = folder
    self.files = files
    for position in files.indices {
      if let entity = files[position].entity { add(entity, FileIndex(position)) }
      guard files[position].isDamaged || !files[position].fieldFaults.isEmpty else { continue }
      faultyFiles.append(position)
      if let kind = files[position].kind, let id = files[position].expectedID { presumed[kind, default: []].insert(id) }
    }
    graph = MetricGraph(metrics)
    commitments = CommittedObjectives(self)
  }

  /// `northstar.yaml`, or else the first file that claims to be it; `nil` when no such file can be read.
  package var settings: StrategySettings? {
    settingsFiles.all.first { path(of: $0.file) == settingsPath } ?? settingsFiles.all.first
  }

  /// When the strategy's weeks and quarters begin.
  package var calendar: PeriodCalendar { PeriodCalendar(settings?.calendar) }

  /// Where the strategy's settings belong.
  package var settingsPath: String { folder.isEmpty ? "northstar.yaml" : folder + "/northstar.yaml" }

  package func path(of file: FileIndex) -> String {
    files.indices.contains(Int(file.value)) ? files[Int(file.value)].path : ""
  }

  package func location(_ file: FileIndex, _ range: ByteRange) -> Location {
    Location(path: path(of: file), range: range)
  }

  /// Whether an entity of this kind and id exists, or may exist in a file that cannot be read.
  package func mayHave(_ kind: Kind, _ id: String) -> Bool {
    contains(kind, id) || presumed[kind]?.contains(id) == true
  }

  /// An objective by its name in the whole strategy: `2026-q1/onboarding/first-meeting-obvious`.
  package func objective(_ name: String) -> Objective? {
    guard let slash = name.lastIndex(of: "/"), let okrs = okrs[String(name[..<slash])] else { return nil }
    let id = String(name[name.index(after: slash)...])
    return okrs.objectives.first { $0.id?.value == id }
  }

  private mutating func add(_ entity: LoadedEntity, _ file: FileIndex) {
    switch entity {
    case .strategy(let value): settingsFiles.append(value, from: file)
    case .metric(let value): metrics.append(value, from: file)
    case .person(let value): people.append(value, from: file)
    case .team(let value): teams.append(value, from: file)
    case .cycle(let value): cycles.append(value, from: file)
    case .okrs(let value): okrs.append(value, from: file)
    case .checkins(let value): checkIns.append(value, from: file)
    case .initiative(let value): initiatives.append(value, from: file)
    case .workshop(let value): workshops.append(value, from: file)
    case .proposal(let value): proposals.append(value, from: file)
    case .review(let value): reviews.append(value, from: file)
    case .waiver(let value): waivers.append(value, from: file)
    }
  }
}

extension [StrategyFile] {
  /// Costs one pass when they are already sorted, as files from a source are.
  fileprivate var sortedByPath: [StrategyFile] {
    zip(indices, indices.dropFirst()).allSatisfy { self[$0].path <= self[$1].path }
      ? self : sorted { $0.path < $1.path }
  }
}
