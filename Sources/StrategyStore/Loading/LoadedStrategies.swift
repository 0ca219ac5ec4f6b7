package import Git
package import StrategyModel

/// A source with the strategies found in it.
package struct LoadedStrategies {
  package let source: Source
  package private(set) var strategies: [Strategy]
  /// The source's files by strategy, in the order of their paths' bytes, so that texts can be read again for excerpts.
  private var files: [[SourceFile]]

  /// Loads the strategies of a source: the one around the current directory, else all of them, or the chosen one.
  ///
  /// - Parameter wanted: the folders to read besides the settings.
  package init(_ source: Source, choosing choice: String? = nil, folders wanted: [String] = Kind.folders) throws {
    let folders = choice == nil ? try source.strategyFolders() : try source.everyStrategyFolder()
    try self.init(source, in: folders, reading: wanted)
    if let choice { strategies = try LoadedStrategies.choose(choice, among: strategies) }
  }

  /// Loads the strategies in these folders.
  package init(_ source: Source, in folders: [String], reading wanted: [String] = Kind.folders) throws {
    self.source = source
    var strategies: [Strategy] = []
    var files: [[SourceFile]] = []
    for folder in folders {
      let listed = try source.files(
        in: folder, named: [Kind.settingsFile], folders: wanted, suffixes: Kind.suffixes)
      let read = source.read(listed, workers: 2) { file, bytes in StrategyFile(file, in: folder, bytes) }
      strategies.append(Strategy(folder: folder, files: read))
      files.append(listed)
    }
    self.strategies = strategies
    self.files = files
  }

  /// These strategies with their readings.
  package func withReadings() throws -> LoadedStrategies {
    var loaded = self
    for position in strategies.indices {
      let strategy = strategies[position]
      let listed = try sheetFiles(of: strategy)
      loaded.strategies[position].readings = Readings(source, listed, of: strategy)
      loaded.files.append(listed)
    }
    return loaded
  }

  /// The text of a file, for excerpts; `nil` when it cannot be read (anymore).
  package func text(of path: String) -> [UInt8]? {
    for listed in files {
      if let file = listed.file(at: path) { return try? source.read(file) }
    }
    return nil
  }

  /// The text of a file of readings, loaded or not; `nil` when there is no such file.
  package func sheetText(of path: String, in strategy: Strategy) throws -> [UInt8]? {
    try sheetFiles(of: strategy).file(at: path).map { file throws(GitError) in try source.read(file) }
  }

  private func sheetFiles(of strategy: Strategy) throws(GitError) -> [SourceFile] {
    try source.files(
      in: strategy.folder, named: [], folders: [ReadingsFile.folder], suffixes: [ReadingsFile.suffix])
  }

  /// The strategies, or an error with help when there is none.
  package func required() throws(StrategyError) -> [Strategy] {
    guard strategies.isEmpty else { return strategies }
    throw StrategyError(
      .noStrategy, message: "there is no \(Kind.settingsFile) in \(source.name)",
      help: ["Create a strategy with \(run: .initialise()), or go to the folder that contains one."])
  }

  private static func choose(_ choice: String, among strategies: [Strategy]) throws(StrategyError) -> [Strategy] {
    let byID = strategies.filter { $0.settings?.id?.value == choice }
    if byID.count == 1 { return byID }
    let folder = choice.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let byFolder = strategies.filter { $0.folder == folder }
    // Two folders may look alike and differ in their bytes.
    let exact = byFolder.filter { $0.folder.utf8.elementsEqual(folder.utf8) }
    if !byFolder.isEmpty { return exact.isEmpty ? byFolder : exact }
    if !byID.isEmpty { return byID }
    let names = strategies.choices
    throw StrategyError(
      .unknownStrategy, message: "there is no strategy '\(choice)'",
      help: names.isEmpty ? [] : ["There are: \(names.joined(separator: ", "))."])
  }
}

extension [Strategy] {
  /// The names for `--strategy`, sorted: ids, or folders where an id is shared or missing.
  package var choices: [String] { map(choice(of:)).sorted() }

  /// The name of one of them for `--strategy`.
  package func choice(of strategy: Strategy) -> String {
    let id = strategy.settings?.id?.value
    if let id, count(where: { $0.settings?.id?.value == id }) == 1 { return id }
    return strategy.folder.isEmpty ? "." : strategy.folder + "/"
  }
}

extension [SourceFile] {
  /// Binary search: the files are in the order of their paths' bytes.
  fileprivate func file(at path: String) -> SourceFile? {
    var range = indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if self[middle].path.utf8.elementsEqual(path.utf8) { return self[middle] }
      let isBehind = self[middle].path.utf8.lexicographicallyPrecedes(path.utf8)
      range = isBehind ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

extension Readings {
  /// Reads the sheets of a strategy, with its calendar and its metrics' grains.
  init(_ source: Source, _ files: [SourceFile], of strategy: Strategy) {
    let calendar = strategy.calendar
    let sheets = source.read(files, workers: 2) { file, bytes in
      ReadingsFile(file, bytes, calendar) { strategy.grain(of: $0) }
    }
    self.init(sheets, calendar: calendar)
  }
}

extension ReadingsFile {
  fileprivate init(
    _ file: SourceFile, _ bytes: Result<[UInt8], GitError>, _ calendar: PeriodCalendar, grain: (String) -> Grain?
  ) {
    switch bytes {
    case .success(let text):
      self.init(path: file.path, text: text, calendar: calendar, grain: grain(ReadingsFile.metric(of: file.path)))
    case .failure(let error): self.init(path: file.path, problem: .unreadable(error.message))
    }
  }
}

extension StrategyFile {
  package init(_ file: SourceFile, in folder: String, _ bytes: Result<[UInt8], GitError>) {
    switch bytes {
    case .success(let text): self.init(path: file.path, in: folder, text: text)
    case .failure(let error) where error.code == .notAFile:
      self.init(path: file.path, in: folder, problem: .notAFile(error.message))
    case .failure(let error):
      self.init(path: file.path, in: folder, problem: .unreadable(error.message))
    }
  }
}
