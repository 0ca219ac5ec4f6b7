import Git
import History
package import StrategyModel

/// The rows of one metric's sheet with the commits that added them, along the first parents of a branch.
package struct SheetHistory {
  package struct Row {
    package let reading: Reading
    package let source: String
    /// "" for the whole.
    package let segment: String
    /// The commit's place on the line.
    package let ordinal: Int
  }

  package let line: MainlineCommits
  package let strategy: Strategy
  /// In the order in which they were added.
  package private(set) var rows: [Row] = []
  package let notes: [String]

  /// - Parameter metric: the metric's id.
  package init(_ metric: String, _ options: HistoryRequest, in session: Session) throws {
    let repository = try Repository.open(in: session.git)
    let (tip, name) = try StrategyHistory.tip(options, options.branch ?? repository.mainBranch(), repository)
    let strategy = try StrategyHistory.strategy(options, at: tip, name, repository)
    let commits = try repository.firstParentLine(from: tip.id) { _ in false }
    let id = strategy.settings?.id?.value
    let found = try repository.strategyLine(
      commits, folder: strategy.folder, named: [Kind.settingsFile], folders: [ReadingsFile.folder],
      suffixes: [ReadingsFile.suffix], workers: 2
    ) { text in FileMeaning(path: Kind.settingsFile, text: text).entity?.key.id == id }
    var ids = ObjectIDs()
    for commit in commits.commits.reversed() { ids.append(commit.id) }
    line = MainlineCommits(
      ids, commits.commits.reversed().map(\.time), count: ids.count, found.folders, isCut: commits.end == .cut,
      strategy.zone, repository)
    self.strategy = strategy
    notes = try session.notes(onFuture: options, along: line) + line.notes(about: [])
    let path = "\(ReadingsFile.folder)/\(metric)\(ReadingsFile.suffix)"
    let source = Source.revision(tip, in: repository)
    var before: [UInt8] = []
    for event in found.events.reversed() where event.file.path == path {
      let text = event.isRemoved ? [] : try source.read(event.file)
      // Nearly every version is the one before with more rows at its end: only those are read.
      let isGrown = !before.isEmpty && before.last == 0x0A && text.starts(with: before)
      let header = before.prefix { $0 != 0x0A } + [0x0A]
      add(isGrown ? Array(header + text[before.count...]) : text, isGrown, at: ids.count - 1 - event.position)
      before = text
    }
  }

  /// - Parameter areAdded: whether all rows are new; if not, those that no earlier version had are.
  private mutating func add(_ text: [UInt8], _ areAdded: Bool, at ordinal: Int) {
    let known = areAdded ? [:] : rows.reduce(into: [Content: Int]()) { $0[Content($1), default: 0] += 1 }
    var seen: [Content: Int] = [:]
    let sheet = ReadingsFile(path: "", text: text, calendar: strategy.calendar)
    for reading in sheet.rows {
      let row = Row(
        reading: reading, source: sheet.sources[Int(reading.source)], segment: sheet.segments[Int(reading.segment)],
        ordinal: ordinal)
      seen[Content(row), default: 0] += 1
      if seen[Content(row), default: 0] > known[Content(row), default: 0] { rows.append(row) }
    }
  }

  /// What makes two rows the same.
  private struct Content: Hashable {
    let period: Period
    let value: Double
    let isWithdrawal: Bool
    let knownOn: Day
    let source: String
    let segment: String

    init(_ row: Row) {
      (period, value, isWithdrawal) = (row.reading.period, row.reading.value, row.reading.isWithdrawal)
      (knownOn, source, segment) = (row.reading.knownOn, row.source, row.segment)
    }
  }
}
